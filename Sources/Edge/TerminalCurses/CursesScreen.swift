import CNcurses
import TerminalUI

/// What a screen uses beside cells and pictures.
public struct ScreenOptions: Hashable, Sendable {
    /// Whether the mouse is reported.
    public var mouse: Bool
    /// Whether gaining and losing the keyboard is reported.
    public var focus: Bool
    /// How long a terminal may take to answer the first time.
    public var probeLimit: Duration

    /// Options.
    public init(mouse: Bool = false, focus: Bool = true, probeLimit: Duration = .seconds(2)) {
        self.mouse = mouse
        self.focus = focus
        self.probeLimit = probeLimit
    }
}

/// The real screen: cells drawn by ncurses, pictures written after them, keys read and decoded by
/// ourselves.
///
/// The terminal is restored whatever happens, except after SIGKILL, which no process can answer.
/// Used from one thread.
public final class CursesScreen: Screen {
    /// The smallest window in which anything is shown.
    public static let smallest = Size(width: 40, height: 12)

    /// Columns and rows.
    public private(set) var size: Size
    /// What the terminal can do; asked again after a resize and a suspension.
    public private(set) var capabilities: TerminalCapabilities
    /// What asking the terminal brought to light, the last time that it answered.
    public private(set) var finding: TerminalFinding

    private let device: TerminalDevice
    private let canvas: CursesCanvas
    private let options: ScreenOptions
    private var theme: Theme
    private var sender: FrameSender
    private let start = ContinuousClock.now
    private var modes: TerminalModes
    private var keys: KeyReader
    private var lastFrame: Frame?
    private var isOpen = true

    /// Opens the terminal on two descriptors.
    ///
    /// - Throws: `ScreenError.noTerminal`, `.dumbTerminal`, `.unknownTerminal`, or `.lost` when
    ///   it went away meanwhile.
    public init(
        theme: Theme, options: ScreenOptions = ScreenOptions(), input: Int32 = 0, output: Int32 = 1
    ) throws(ScreenError) {
        let device = try TerminalDevice(input: input, output: output)
        let name = try TerminalName(ProcessSurroundings.term)
        try device.arm(restore: TerminalModes.restoration(term: name.asked))
        var isDone = false
        defer { if !isDone { device.disarm() } }
        var keys = KeyReader()
        let probe = try keys.firstProbe(device, limit: options.probeLimit)
        if !name.isKnown, probe.answers.attributes == nil { throw .unknownTerminal(name.asked) }
        let finding = TerminalFinding(
            answers: probe.answers,
            surroundings: ProcessSurroundings.surroundings(device, databaseColors: name.colors),
            fenceTime: probe.roundTrip)
        let capabilities = finding.capabilities
        ProcessSurroundings.setLocale(utf8: capabilities.unicode)
        canvas = try CursesCanvas(
            term: name.used, size: finding.surroundings.cells, theme: theme,
            capabilities: capabilities)
        device.claimSignals()
        (self.device, self.keys, self.options, self.theme) = (device, keys, options, theme)
        (self.capabilities, self.finding) = (capabilities, finding)
        size = finding.surroundings.cells
        sender = FrameSender(
            painter: Self.painter(theme, canvas.depth, capabilities), capabilities: capabilities)
        modes = TerminalModes(options: options, capabilities: capabilities)
        sender.measure()
        isDone = true
        try device.write(canvas.enter() + modes.enter)
    }

    deinit { close() }

    /// Gives the terminal back; nothing is shown afterwards.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        // A terminal that is gone takes none of this, and there is nobody to tell.
        try? device.write(
            cut() + sender.clear() + modes.leave + canvas.leave(), within: .seconds(2))
        keys.drain(device)
        device.disarm()
    }

    /// Draws a frame: cells first, pictures after them, in pieces that the link takes; nothing when
    /// nothing changed.
    @discardableResult
    public func show(_ frame: Frame) throws(ScreenError) -> Bool {
        guard isOpen else { throw .lost("it was closed") }
        lastFrame = frame
        let frame = isTooSmall ? sentence : frame
        let cells = canvas.draw(frame) + modes.follow(frame)
        let isShown = sender.show(frame, cells: cells, at: now)
        try sendMore()
        return isShown
    }

    /// Waits for a key or anything else; Ctrl-L and Ctrl-Z are done here. Pieces of the frame are
    /// sent meanwhile.
    public func nextEvent(within limit: Duration?) throws(ScreenError) -> ScreenEvent {
        let deadline = limit.map { ContinuousClock.now + $0 }
        while true {
            guard isOpen else { return .closed }
            try sendMore()
            if !device.hasUnsent, let arrival = sender.report(at: now) { return .arrived(arrival) }
            switch keys.next(device, until: [deadline, wake].compactMap(\.self).min()) {
            case .input(let input): if let event = try event(for: input) { return event }
            case .resized: return try .resized(lookAgain(asking: capabilities.answered))
            case .stop: return try .resized(suspend())
            case .closed: return .closed
            case .nothing: if let deadline, ContinuousClock.now >= deadline { return .idle }
            }
        }
    }

    /// Draws everything again on a cleared terminal.
    public func redraw() throws(ScreenError) {
        canvas.forget()
        try device.send(sender.clear())
        if let lastFrame { try show(lastFrame) }
    }

    /// Asks the terminal again what it can do, and draws everything anew.
    ///
    /// - Returns: The size, which may have changed.
    @discardableResult
    public func lookAgain() throws(ScreenError) -> Size { try lookAgain(asking: true) }

    /// A terminal that never answered is asked only when a person wants it.
    private func lookAgain(asking: Bool) throws(ScreenError) -> Size {
        try device.write(cut() + sender.clear())
        if asking { try probeAgain() }
        size = device.window.cells
        canvas.resize(size)
        sender.restart(
            painter: Self.painter(theme, canvas.depth, capabilities), capabilities: capabilities)
        if isTooSmall { try show(lastFrame ?? Frame(grid: CellGrid(size: size))) }
        return size
    }

    /// Draws everything anew in another theme.
    public func use(theme: Theme) throws(ScreenError) {
        try device.write(cut() + sender.clear())
        self.theme = theme
        canvas.use(theme, capabilities)
        sender.restart(
            painter: Self.painter(theme, canvas.depth, capabilities), capabilities: capabilities)
    }

    /// Asks the terminal to report the mouse, or no longer.
    public func use(mouse: Bool) throws(ScreenError) {
        try device.write(cut() + modes.use(mouse: mouse, capabilities))
    }

    private func probeAgain() throws(ScreenError) {
        let probe = try keys.probe(device, limit: .seconds(1))
        guard probe.answers.attributes != nil else { return }
        finding = TerminalFinding(
            answers: probe.answers,
            surroundings: ProcessSurroundings.surroundings(
                device, databaseColors: finding.surroundings.databaseColors),
            fenceTime: probe.roundTrip)
        capabilities = finding.capabilities
    }

    private func suspend() throws(ScreenError) -> Size {
        try device.write(cut() + sender.clear() + modes.leave + canvas.leave())
        device.suspend()
        try device.write(canvas.enter() + modes.enter)
        return try lookAgain(asking: capabilities.answered)
    }

    private func event(for input: TerminalInput) throws(ScreenError) -> ScreenEvent? {
        switch input {
        case .key(KeyPress("l", .control)): try redraw()
        case .key(KeyPress("z", .control)): return try .resized(suspend())
        case .reply(.status): sender.answered(at: now)
        // What is not seen cannot be meant.
        case .key, .mouse, .paste:
            if isTooSmall { return nil }
            sender.interrupt(at: now)
            return ScreenEvent(input)
        default: return ScreenEvent(input)
        }
        return nil
    }

    private var isTooSmall: Bool {
        size.width < Self.smallest.width || size.height < Self.smallest.height
    }

    private var sentence: Frame {
        var grid = CellGrid(size: size)
        grid.writeWrapped(
            "The window has \(size.width) × \(size.height) cells. Make it at least \(Self.smallest.width) × \(Self.smallest.height); nothing is lost meanwhile.",
            in: size.bounds, role: .attention)
        return Frame(grid: grid)
    }

    private static func painter(
        _ theme: Theme, _ depth: ColorDepth, _ capabilities: TerminalCapabilities
    ) -> CellPainter {
        CellPainter(theme: theme, depth: depth, unicode: capabilities.unicode)
    }
}

// MARK: - The link

extension CursesScreen {
    /// What is known of the way to the terminal.
    public var link: Link? { sender.link }

    /// Whether a frame that is shown now is begun at once.
    public var isReady: Bool { !device.hasUnsent && sender.isReady(at: now) }

    /// Bytes of the last frame's pictures that are not yet sent.
    public var unsentBytes: Int { sender.unsentBytes }

    private var now: Duration { ContinuousClock.now - start }

    private var wake: ContinuousClock.Instant? {
        device.hasUnsent ? nil : sender.wake.map { start + $0 }
    }

    /// The next piece, when the last one has arrived and no key waits.
    private func sendMore() throws(ScreenError) {
        if device.hasUnsent { sender.isHeldUp(at: now) }
        sender.tick(at: now)
        guard !device.hasUnsent, sender.hasMore, !keys.hasInput(device) else { return }
        if let piece = sender.next(at: now) { try device.send(piece) }
    }

    /// What ends a piece that the terminal did not take whole.
    private func cut() -> [UInt8] {
        guard device.dropUnsent() else { return [] }
        return TerminalBytes.endString
            + (capabilities.synchronizedOutput ? TerminalBytes.endFrame : [])
    }
}

extension ScreenEvent {
    /// Input as an event; answers of the terminal are none.
    init?(_ input: TerminalInput) {
        switch input {
        case .key(let press): self = .key(press)
        case .mouse(let mouse): self = .mouse(mouse)
        case .paste(let text): self = .paste(text)
        case .focus(let isFocused): self = .focus(isFocused)
        case .reply: return nil
        }
    }
}

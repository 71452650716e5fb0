import Foundation
import Instruments
import ReaderStudies
import StudyFiles
import TerminalUI
import Workstation

/// The event loop of the reading program: events in, actions to `update`, effects to the runner, frames out.
final class ReadingLoop {
    /// The state after the last action.
    private(set) var state: WorkstationState
    private let screen: any Screen
    private let runner: EffectRunner
    private let nowMS: () -> Int
    private var memory = PictureMemory()
    private var hasEnded = false
    private let themes: ThemeLibrary?
    private var terminals: TerminalMemory?
    private var terminalKey: String?
    private var wantsFrame = true
    /// Whether the last frame was a preview, and no key has come since.
    private var isPreviewed = false
    /// The bytes of the last frame's pictures; `nil` while they are previews.
    private var fullBytes: Int?
    /// What the last frame shows.
    private var shown: SlicesInView?
    private var lastKeyMS: Int
    private var lastKey: KeyPress?
    /// What is done once the frame is sent.
    private var late: [WorkstationEffect] = []
    /// What may be made while nothing else is to do.
    private var preparations: [Preparation] = []

    /// A frame that is made before it is wanted.
    private enum Preparation {
        /// The full picture behind the preview that is shown.
        case fullPicture
        /// What the last key would bring if it came again.
        case sameKeyAgain
    }

    /// Most keys that are taken before the newest state is drawn; 1 draws after each.
    private let keysPerFrame: Int

    /// A loop on `screen`; `nowMS` is a monotonic clock, `terminals` what is remembered of terminals.
    init(
        screen: any Screen, runner: EffectRunner, graphics: GraphicsMode? = nil,
        comfort: Comfort = Comfort(), terminals: TerminalMemory? = nil, keysPerFrame: Int = 32,
        nowMS: @escaping () -> Int = MonotonicClock.milliseconds
    ) {
        self.screen = screen
        self.runner = runner
        self.keysPerFrame = keysPerFrame
        self.nowMS = nowMS
        lastKeyMS = nowMS()
        state = WorkstationState(
            size: screen.size, capabilities: screen.capabilities, graphics: graphics)
        comfort.furnish(&state)
        themes = comfort.themes
        self.terminals = terminals
        terminalKey = screen.capabilities.key
        if let terminals {
            state.pattern = terminals[terminalKey]?.record ?? .never
            if let warning = terminals.warning { apply(.notRemembered(warning)) }
        }
    }

    /// Reads until the reader leaves or the terminal is gone; what can be kept is kept in both cases.
    func run() throws(ScreenError) {
        perform([.loadWorklist])
        do {
            while !hasEnded {
                try draw()
                performLate()
                try takeEvents()
            }
        } catch {
            apply(.hungUp(atMS: nowMS()))
            performLate()
            throw error
        }
        performLate()
    }

    /// Draws the newest state once the link is free; what was not sent of the last frame is dropped.
    private func draw() throws(ScreenError) {
        guard wantsFrame, screen.isReady else { return }
        wantsFrame = false
        // A preview always comes first, however long the link took to be free for it.
        let frame = view(
            state, memory: &memory, link: screen.link, isResting: isPreviewed && restLeftMS == 0)
        let isFull = frame.pictures.allSatisfy(\.isFull)
        shown = state.slicesInView
        isPreviewed = !isFull
        preparations = isFull ? (lastKey == nil ? [] : [.sameKeyAgain]) : [.fullPicture]
        fullBytes = isFull ? frame.pictures.reduce(0) { $0 + $1.byteCount } : nil
        if try screen.show(frame) {
            // Time until now was spent on what was there before.
            apply(.elapsed(atMS: nowMS()))
            apply(.drawn(full: isFull))
        } else if !isFull || screen.unsentBytes > 0 {
            let wasFull = state.picture == .full
            apply(.drawn(full: false))
            // The status line says so; where the picture is a preview it does already.
            wantsFrame = wasFull && isFull
        }
    }

    /// How long no key must still come until a full picture follows its preview.
    private var restLeftMS: Int {
        let rest = screen.link?.restMS(for: memory.expectedBytes) ?? 0
        return max(0, lastKeyMS + rest - nowMS())
    }

    /// Makes ahead what is probably wanted next, as long as nothing comes; then waits.
    private func nextEvent() throws(ScreenError) -> ScreenEvent {
        while !preparations.isEmpty, !wantsFrame {
            let event = try screen.nextEvent(within: .zero)
            guard event == .idle else { return event }
            prepareNext(preparations.removeFirst())
        }
        return try screen.nextEvent(within: limitMS.map { .milliseconds($0) })
    }

    private func prepareNext(_ preparation: Preparation) {
        var guess = state
        if case .sameKeyAgain = preparation, let lastKey {
            self.lastKey = nil
            _ = update(&guess, .key(lastKey, atMS: nowMS()))
        }
        prepare(guess, memory: &memory, link: screen.link, isResting: preparation == .fullPicture)
    }

    /// Waits for an event, then takes those that already came, so that the newest state is drawn.
    private func takeEvents() throws(ScreenError) {
        take(try nextEvent())
        var rest = keysPerFrame - 1
        while rest > 0, !hasEnded {
            let event = try screen.nextEvent(within: .zero)
            if event == .idle { return }
            take(event)
            rest -= 1
        }
    }

    /// How long nothing may happen: until a preview becomes full, or the view is to be saved.
    private var limitMS: Int? {
        let tick = state.tickMS(at: nowMS())
        guard fullBytes == nil, !wantsFrame else { return tick }
        return min(tick ?? .max, restLeftMS)
    }

    private func take(_ event: ScreenEvent) {
        wantsFrame = true
        switch event {
        case .key(let press):
            noteInput(press)
            tellProgress()
            apply(.key(press, atMS: nowMS()))
        case .paste(let text): apply(.pasted(text, atMS: nowMS()))
        case .focus(false): apply(.away(atMS: nowMS()))
        case .mouse(let mouse):
            noteInput(nil)
            apply(.mouse(mouse, atMS: nowMS()))
        case .focus(true): break
        case .resized(let size):
            memory.forget()
            apply(.resized(size, screen.capabilities))
            lookUpTerminal()
        case .idle:
            // Slices that run are no rest: full pictures that the link does not take would come too late.
            if state.reading?.cine != nil { lastKeyMS = nowMS() }
            apply(.tick(atMS: nowMS()))
        case .arrived(.whole):
            apply(.elapsed(atMS: nowMS()))
            apply(.drawn(full: fullBytes != nil, shown))
        case .arrived(.dropped): break
        case .closed:
            apply(.hungUp(atMS: nowMS()))
            hasEnded = true
        }
    }

    /// Something came from the reader: what is shown is no longer what is wanted.
    private func noteInput(_ press: KeyPress?) {
        (lastKeyMS, lastKey, isPreviewed, preparations) = (nowMS(), press, false, [])
    }

    /// Tells how much of the picture is there, for the sentence that refuses a signature.
    private func tellProgress() {
        guard state.picture != .full else { return }
        let all = fullBytes ?? memory.expectedBytes
        let unsent = fullBytes == nil ? all : screen.unsentBytes
        let percent = all > 0 ? (all - min(all, unsent)) * 100 / all : 0
        apply(.drawing(percent: percent, secondsLeft: screen.link?.seconds(for: unsent)))
    }

    private func apply(_ action: WorkstationAction) { perform(update(&state, action)) }

    /// Saves where the reader looks, which may wait until they see it.
    private func performLate() {
        while !late.isEmpty { apply(runner.perform(late.removeFirst())) }
    }

    /// Effects in their order; the actions that answer them may have effects of their own.
    private func perform(_ effects: [WorkstationEffect]) {
        for effect in effects {
            switch effect {
            case .quit: hasEnded = true
            case .rememberGraphics(let mode): remember(mode)
            case .askTerminal: askTerminal()
            case .testPattern: showTestPattern()
            case .examples(let gallery): show(gallery)
            case .redraw: memory.forget()
            case .useTheme(let name): use(theme: name)
            case .useMouse(let isWanted): use(mouse: isWanted)
            case .recordView: late.append(effect)
            default:
                performLate()
                apply(runner.perform(effect))
            }
        }
    }
}

// MARK: - The terminal

extension ReadingLoop {
    private func use(theme name: String) {
        do {
            guard let theme = try Refusal.telling({ try themes?.theme(name) }) else { return }
            try screen.use(theme: theme)
            memory.forget()
            apply(.themed(name))
        } catch is ScreenError {
            apply(.hungUp(atMS: nowMS()))
            hasEnded = true
        } catch {
            apply(.notRemembered("\(error)"))
        }
    }

    private func use(mouse isWanted: Bool) {
        do throws(ScreenError) {
            try screen.use(mouse: isWanted)
        } catch {
            apply(.hungUp(atMS: nowMS()))
            hasEnded = true
        }
    }

    private func remember(_ mode: GraphicsMode?) {
        guard terminals != nil else { return }
        do throws(Refusal) {
            try terminals?.remember(mode, in: screen.capabilities.key)
        } catch {
            apply(.notRemembered("For this time only: \(error.description)"))
        }
    }

    private func askTerminal() {
        do throws(ScreenError) {
            let size = try screen.lookAgain()
            memory.forget()
            apply(.asked(size, screen.capabilities))
            lookUpTerminal()
        } catch {
            apply(.hungUp(atMS: nowMS()))
            hasEnded = true
        }
    }

    /// Drawn examples in place of the case, until the reader goes back.
    private func show(_ gallery: ExampleGallery) {
        var loop = ExampleLoop(
            screen: screen, state: ExampleState(pages: gallery.pages, beside: state))
        do throws(ScreenError) {
            try loop.run()
        } catch {
            apply(.hungUp(atMS: nowMS()))
            hasEnded = true
            return
        }
        memory.forget()
        apply(.resized(screen.size, screen.capabilities))
    }

    /// The test pattern in place of the worklist, until the reader leaves it.
    private func showTestPattern() {
        let loop = PatternLoop(
            screen: screen, terminals: terminals ?? TerminalMemory(path: nil),
            graphics: state.wanted)
        do throws(ScreenError) {
            try loop.run()
        } catch {
            apply(.hungUp(atMS: nowMS()))
            hasEnded = true
            return
        }
        if terminals != nil { terminals = loop.terminals }
        memory.forget()
        apply(.resized(screen.size, screen.capabilities))
        apply(.knownTerminal(loop.state.wanted, loop.kept.map { .made(test: $0) } ?? state.pattern))
    }

    /// Another terminal, as after attaching elsewhere, has choices and a test of its own.
    private func lookUpTerminal() {
        let key = screen.capabilities.key
        guard let terminals, key != terminalKey else { return }
        terminalKey = key
        let known = terminals[key]
        apply(.knownTerminal(known?.mode ?? state.wanted, known?.record ?? .never))
    }
}

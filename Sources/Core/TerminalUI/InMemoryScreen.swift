/// A screen without a terminal: it keeps what was shown and gives scripted events.
public final class InMemoryScreen: Screen {
    /// Columns and rows.
    public private(set) var size: Size
    /// What the screen pretends to be able to do.
    public let capabilities: TerminalCapabilities
    /// Every frame that was shown, the newest last.
    public private(set) var frames: [Frame] = []
    /// Every byte that a terminal would have got: the characters of each frame, row by row, and
    /// the pictures that changed.
    public private(set) var bytes: [UInt8] = []
    private var events: [ScreenEvent]
    private var shown: [Picture] = []

    /// A screen that gives `events` one after another, then `.closed`.
    public init(
        size: Size = Size(width: 80, height: 24),
        capabilities: TerminalCapabilities = TerminalCapabilities(),
        events: [ScreenEvent] = []
    ) {
        self.size = size
        self.capabilities = capabilities
        self.events = events
    }

    /// The newest frame as text, signs and lines as the terminal would show them; empty before
    /// the first.
    public var text: String {
        guard let grid = frames.last?.grid else { return "" }
        return (capabilities.unicode ? grid : grid.asciiTwin).text
    }

    /// Adds events behind those that wait.
    public func add(_ more: [ScreenEvent]) { events += more }

    /// Keeps a frame.
    @discardableResult public func show(_ frame: Frame) -> Bool {
        frames.append(frame)
        bytes += text.utf8
        bytes.append(0x0A)
        for picture in frame.pictures where !shown.contains(where: { isSame($0, picture) }) {
            bytes += picture.rows.joined()
        }
        shown = frame.pictures
        return true
    }

    /// The next scripted event; a resize also changes `size`.
    public func nextEvent(within limit: Duration?) -> ScreenEvent {
        guard !events.isEmpty else { return .closed }
        let event = events.removeFirst()
        if case .resized(let size) = event { self.size = size }
        return event
    }

    /// Nothing new is found.
    public func lookAgain() -> Size { size }

    /// The name of the theme that was last taken; `nil` for none.
    public private(set) var theme: String?
    /// Whether the mouse was last asked for; `nil` when nobody asked.
    public private(set) var mouse: Bool?

    /// Keeps the name of the theme.
    public func use(theme: Theme) { self.theme = theme.id }

    /// Keeps what was asked for.
    public func use(mouse: Bool) { self.mouse = mouse }

    private func isSame(_ old: Picture, _ new: Picture) -> Bool {
        old.identity == new.identity && old.area == new.area && old.kind == new.kind
    }
}

/// What a screen reports to the loop.
public enum ScreenEvent: Hashable, Sendable {
    /// A key was pressed.
    case key(KeyPress)
    /// The mouse moved or a button changed.
    case mouse(MouseInput)
    /// Text was pasted; it is not safe yet, see `SafeText`.
    case paste(String)
    /// The window got or lost the keyboard.
    case focus(Bool)
    /// The window has a new size, or all must be drawn again: lay out and show.
    case resized(Size)
    /// Nothing happened in the time that was given.
    case idle
    /// All that was sent of the last frame has arrived.
    case arrived(Arrival)
    /// The terminal is gone or the process was asked to end: keep what is unsaved and leave.
    case closed
}

/// Where frames are shown and keys come from.
public protocol Screen: AnyObject {
    /// Columns and rows now.
    var size: Size { get }
    /// What the terminal can do.
    var capabilities: TerminalCapabilities { get }
    /// What is known of the way to the terminal; `nil` when everything arrives at once.
    var link: Link? { get }
    /// Whether a frame that is shown now is begun at once.
    var isReady: Bool { get }
    /// Bytes of the last frame's pictures that are not yet sent.
    var unsentBytes: Int { get }
    /// Draws a frame; only what changed since the last one is written.
    ///
    /// What was not sent of the frame before is dropped.
    /// - Returns: Whether it is on the screen already; if not, `.arrived` comes as an event.
    /// - Throws: `ScreenError` when the terminal is gone.
    @discardableResult func show(_ frame: Frame) throws(ScreenError) -> Bool
    /// Waits for the next event, at most `limit` (for ever when `nil`); then `.idle`.
    /// - Throws: `ScreenError` when the terminal cannot be read.
    func nextEvent(within limit: Duration?) throws(ScreenError) -> ScreenEvent
    /// Asks the terminal again what it can do; everything is drawn anew by the next `show`.
    /// - Returns: The size, which may have changed.
    /// - Throws: `ScreenError` when the terminal is gone.
    func lookAgain() throws(ScreenError) -> Size
    /// Takes another theme; everything is drawn anew by the next `show`.
    /// - Throws: `ScreenError` when the terminal is gone.
    func use(theme: Theme) throws(ScreenError)
    /// Reports the mouse, or no longer.
    /// - Throws: `ScreenError` when the terminal is gone.
    func use(mouse: Bool) throws(ScreenError)
}

extension Screen {
    /// Everything arrives at once.
    public var link: Link? { nil }
    /// Always.
    public var isReady: Bool { true }
    /// None.
    public var unsentBytes: Int { 0 }
}

/// Why a terminal cannot be used.
public enum ScreenError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Standard input or output is not a terminal.
    case noTerminal
    /// `TERM` names a terminal that cannot place text.
    case dumbTerminal(String)
    /// `TERM` is not in the terminal database.
    case unknownTerminal(String)
    /// The terminal stopped taking output or giving input.
    case lost(String)

    /// The sentence for people.
    public var description: String {
        switch self {
        case .noTerminal:
            "Standard input or output is not a terminal. Run the command in a terminal, over SSH with `ssh -t`."
        case .dumbTerminal(let name):
            "TERM is \"\(name)\", a terminal that cannot place text. Use another terminal, or set TERM to what it is, such as xterm-256color."
        case .unknownTerminal(let name):
            "TERM is \"\(name)\", which this host does not know. Set TERM to a known terminal, such as xterm-256color."
        case .lost(let reason):
            "The terminal is gone: \(reason). Connect again; everything that was saved is kept."
        }
    }
}

import StudyFiles
import Workstation

/// What makes a screen one's own: keys, colours, mouse, breaks.
struct Comfort {
    /// Which keys do what.
    var keymap = Keymap.standard
    /// The themes that can be taken while reading; `nil` where there are none.
    var themes: ThemeLibrary?
    /// The name of the theme at the start.
    var theme = ThemeLibrary.standard
    /// Whether the terminal reports the mouse at the start.
    var usesMouse = false
    /// After how many minutes of work without a break the screen says so; 0 for never.
    var breakMinutes = Self.standardBreak

    /// Whether the screen is one text for a screen reader.
    var isLinear = false
    /// What of the person's settings could not be taken; it is said on the first screen.
    var remark: String?

    /// Minutes without a break, unless somebody says otherwise.
    static let standardBreak = 60

    /// Tells the state of a reading screen.
    func furnish(_ state: inout WorkstationState) {
        state.keymap = keymap
        state.themes = themes?.names ?? []
        state.theme = theme
        state.isLinear = isLinear
        state.usesMouse = usesMouse
        state.breakAfterMS = breakMinutes > 0 ? breakMinutes * 60_000 : nil
        if let remark { state.notice = .attention(remark) }
    }
}

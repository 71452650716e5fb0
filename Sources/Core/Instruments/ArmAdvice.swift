/// What an instrument says about an arm in which it is used; the study file decides.
public struct ArmAdvice: Hashable, Sendable {
    /// The arm: `T1w`.
    public let id: String
    /// Techniques that it shows, as `shows(…)` asks for them: `t1`.
    public let shows: [String]
    /// The window to open with: `auto`, a preset's name, or `CENTER,WIDTH`.
    public let window: String
    /// What a reader may see in it.
    public let mayBeShown: String
    /// What stays hidden in it.
    public let hidden: String

    /// Advice on an arm.
    public init(
        id: String, shows: [String], window: String, mayBeShown: String, hidden: String
    ) {
        self.id = id
        self.shows = shows
        self.window = window
        self.mayBeShown = mayBeShown
        self.hidden = hidden
    }
}

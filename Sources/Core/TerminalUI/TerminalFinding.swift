/// What asking a terminal brought to light.
public struct TerminalFinding: Hashable, Sendable {
    /// What it answered in time.
    public var answers: TerminalAnswers
    /// What is known without asking.
    public var surroundings: TerminalSurroundings
    /// From the questions to the fence; `nil` when the fence did not come in time.
    public var fenceTime: Duration?

    /// A finding.
    public init(
        answers: TerminalAnswers, surroundings: TerminalSurroundings, fenceTime: Duration? = nil
    ) {
        self.answers = answers
        self.surroundings = surroundings
        self.fenceTime = fenceTime
    }

    /// What both mean together.
    public var capabilities: TerminalCapabilities {
        TerminalCapabilities(answers: answers, surroundings: surroundings)
    }
}

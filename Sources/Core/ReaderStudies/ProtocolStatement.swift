/// One statement of a study file on its protocol, beside what follows from the plan.
public struct ProtocolStatement: Hashable, Sendable, Codable {
    /// On what.
    public let topic: ReportingFact
    /// In the author's words.
    public let text: String

    /// A statement.
    public init(topic: ReportingFact, text: String) {
        self.topic = topic
        self.text = text
    }
}

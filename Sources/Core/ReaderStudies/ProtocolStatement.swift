/// What a study file may state of its protocol beside the plan, for reporting lists.
public enum ProtocolTopic: String, Hashable, Sendable, Codable, CaseIterable {
    /// Why the study is done.
    case rationale
    /// The scientific questions or hypotheses.
    case objectives
    /// Whether cases were gathered before or after the study was planned.
    case dataCollection
    /// Who could take part.
    case eligibility
    /// How participants were found.
    case sampling
    /// Where and when.
    case setting
    /// Why this number of participants, readers and reads.
    case sampleSize
    /// Who the readers are: specialty, years, training in the instrument.
    case raters
    /// Which clinical information the readers of the index test had.
    case clinicalInformation
    /// Why this reference standard.
    case referenceRationale
    /// Who made the reference standard, and what they knew.
    case referenceReaders
    /// How estimates are made and compared.
    case statistics
    /// What is done with indeterminate and missing answers.
    case missingData
    /// Planned subgroups.
    case subgroups
    /// How data were divided for training and testing.
    case partitions
    /// The registration number and register.
    case registration
    /// Where the full protocol can be read.
    case protocolAccess
    /// Who paid, and their part.
    case funding
    /// The ethics committee's decision.
    case ethics
}

/// One statement of a study file on its protocol.
public struct ProtocolStatement: Hashable, Sendable, Codable {
    /// On what.
    public let topic: ProtocolTopic
    /// In the author's words.
    public let text: String

    /// A statement.
    public init(topic: ProtocolTopic, text: String) {
        self.topic = topic
        self.text = text
    }
}

import ReaderStudies

/// A recorded change of the study's protocol, beginning with version 2; version 1 is the one of the start.
public struct StudyAmended: Hashable, Sendable, Codable {
    /// The version that begins with it.
    public let version: Int
    /// The study from now on, with its file and its reading forms.
    public let protocolFiles: StudyCreated
    /// Who decided it, as the coordinator said.
    public let person: String
    /// Why.
    public let reason: String
    /// What changed, a line each.
    public let changes: [String]

    /// Version `version` of the protocol.
    public init(
        version: Int, protocolFiles: StudyCreated, person: String, reason: String,
        changes: [String]
    ) {
        self.version = version
        self.protocolFiles = protocolFiles
        self.person = person
        self.reason = reason
        self.changes = changes
    }
}

/// A version of the protocol as kept.
public struct ProtocolVersion: Hashable, Sendable {
    /// From 1.
    public let version: Int
    /// When it began, as a label.
    public let since: UTCInstant
    /// The event with which it began; signatures with a later one, up to that of the next version, are made under it.
    public let event: Int
    /// SHA-256 of the study file, in hexadecimal.
    public let digest: String
    /// Who decided it; empty for version 1.
    public let person: String
    /// Why; empty for version 1.
    public let reason: String
    /// What changed, a line each.
    public let changes: [String]
    /// Revisions that were signed under it.
    public let signatures: Int
}

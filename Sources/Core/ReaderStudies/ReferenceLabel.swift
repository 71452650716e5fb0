/// How a reference label came about.
public enum ReferenceProvenance: String, Hashable, Sendable, Codable, CaseIterable {
    /// A table from outside of the study.
    case external
    /// The readers of the reference arm agree.
    case agreement
    /// The readers decided together.
    case consensus
    /// An adjudicator decided.
    case adjudicator
}

/// How far a reference label was verified.
public enum VerificationLevel: String, Hashable, Sendable, Codable, CaseIterable {
    /// The fact of a finding, by documents.
    case low
    /// A classified finding, by the opinion of experts.
    case medium
    /// An established diagnosis, by a more sensitive method or by follow-up.
    case high
}

/// What the reference says of one question.
public enum ReferenceValue: Hashable, Sendable, Codable {
    /// The answer, as the long table writes it.
    case value(String)
    /// The reference does not allow an answer either.
    case notAssessable
    /// Nobody could decide: the question counts nowhere.
    case excluded
}

/// The reference standard of one question of one case.
public struct ReferenceLabel: Hashable, Sendable, Codable {
    /// The case.
    public let caseID: CaseID
    /// The question.
    public let key: ItemKey
    /// The answer.
    public let value: ReferenceValue
    /// How it came about.
    public let provenance: ReferenceProvenance
    /// How far it was verified.
    public let level: VerificationLevel

    /// A label.
    public init(
        caseID: CaseID, key: ItemKey, value: ReferenceValue, provenance: ReferenceProvenance,
        level: VerificationLevel
    ) {
        self.caseID = caseID
        self.key = key
        self.value = value
        self.provenance = provenance
        self.level = level
    }

    /// What the label is about: no version has two labels for it.
    public var subject: [String] { [caseID.rawValue, key.site.rawValue, key.item.rawValue] }
}

/// One version of the reference standard.
public struct ReferenceStandard: Hashable, Sendable, Codable {
    /// From 1.
    public let version: Int
    /// Where it comes from: a file's name, or the rule.
    public let source: String
    /// SHA-256 of the file that it was read from, in hexadecimal; `nil` when it was made by rule.
    public let sourceDigest: String?
    /// The labels, by case, site and item.
    public let labels: [ReferenceLabel]

    /// A version.
    public init(
        version: Int, source: String, sourceDigest: String?, labels: [ReferenceLabel]
    ) {
        self.version = version
        self.source = source
        self.sourceDigest = sourceDigest
        self.labels = labels.sorted { $0.subject.lexicographicallyPrecedes($1.subject) }
    }
}

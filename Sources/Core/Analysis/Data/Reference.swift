/// The reference standard: one value for each case, site and item.
public struct Reference: Sendable {
    /// A question that has a true answer.
    public struct Key: Hashable, Sendable {
        /// The case.
        public let caseID: String
        /// The site, or `exam`.
        public let site: String
        /// The item.
        public let item: String

        /// A question.
        public init(caseID: String, site: String, item: String) {
            (self.caseID, self.site, self.item) = (caseID, site, item)
        }
    }

    /// The truth of one question.
    public enum Value: Hashable, Sendable {
        /// A code or number, as it is written.
        case value(String)
        /// There is no truth here: contested or not assessable; for the reason given.
        case excluded(String)
    }

    /// The truths.
    public private(set) var values: [Key: Value] = [:]

    /// No truths.
    public init() {}

    /// Adds a truth.
    ///
    /// - Throws: `AnalysisError.secondTruth` when the question has another one.
    public mutating func add(_ value: Value, for key: Key) throws(AnalysisError) {
        if let earlier = values.updateValue(value, forKey: key), earlier != value {
            throw .secondTruth(caseID: key.caseID, site: key.site, item: key.item)
        }
    }

    /// Items that have a truth anywhere.
    public var items: Set<String> { Set(values.keys.map(\.item)) }
}

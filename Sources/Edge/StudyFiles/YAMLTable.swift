import Instruments

/// A table of a YAML file whose keys were checked.
public struct YAMLTable: Sendable {
    /// The table itself, for the places of mistakes.
    public let whole: YAMLValue
    private let values: [String: YAMLValue]

    init(whole: YAMLValue, values: [String: YAMLValue]) {
        self.whole = whole
        self.values = values
    }

    /// The value of `key`, when the table has it.
    public subscript(key: String) -> YAMLValue? { values[key] }

    /// The value of `key`, which has to be there.
    public func required(_ key: String) throws(StudyFileError) -> YAMLValue {
        guard let value = values[key] else { throw whole.mistake("\(key): is missing here.") }
        return value
    }
}

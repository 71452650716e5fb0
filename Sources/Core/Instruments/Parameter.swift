/// A setting of an instrument that expressions use by name and that the export reports.
public struct Parameter: Hashable, Sendable {
    /// What a parameter may be.
    public enum Value: Hashable, Sendable {
        /// A number.
        case number(Double)
        /// Yes or no.
        case truth(Bool)
        /// One of these codes.
        case code(String, among: [String])
    }

    /// Its name: `sclerosis_min_depth_mm`.
    public let id: String
    /// What it sets, for people.
    public let label: String
    /// Its value.
    public let value: Value

    /// A parameter.
    public init(id: String, label: String, value: Value) {
        self.id = id
        self.label = label
        self.value = value
    }
}

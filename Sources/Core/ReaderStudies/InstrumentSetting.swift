/// A parameter of the reading form that a study fixes.
public struct InstrumentSetting: Hashable, Sendable, Codable {
    /// The parameter's name, such as `sclerosis_min_depth_mm`.
    public let parameter: String
    /// Its value as the study file writes it: a number, `yes` or `no`, or a code.
    public let value: String

    /// `parameter` set to `value`.
    public init(_ parameter: String, to value: String) {
        self.parameter = parameter
        self.value = value
    }
}

/// What a number is about; a part that is `nil` covers everything.
public struct Stratum: Hashable, Sendable {
    /// The finding: an item of the reading form, such as `erosion`.
    public var finding: String?
    /// The unit that is counted: `site`, a set of larger sites such as `joint`, `case`, `participant` or `lesion`.
    public var level: String?
    /// The arm.
    public var arm: String?
    /// The reader.
    public var reader: String?
    /// The stage of a serial study, such as `1-2`.
    public var stage: String?
    /// A property of cases, reads or displays, such as `renderer`, and one value of it.
    public var group: Group?

    /// One value of a property by which reads are divided.
    public struct Group: Hashable, Sendable {
        /// The property: `sex`, `renderer`.
        public let property: String
        /// Its value: `female`, `sixel`.
        public let value: String

        /// One value of a property.
        public init(property: String, value: String) {
            (self.property, self.value) = (property, value)
        }
    }

    /// A stratum; without parts it covers everything.
    public init(
        finding: String? = nil, level: String? = nil, arm: String? = nil, reader: String? = nil,
        stage: String? = nil, group: Group? = nil
    ) {
        (self.finding, self.level, self.arm) = (finding, level, arm)
        (self.reader, self.stage, self.group) = (reader, stage, group)
    }

    /// The parts that are given, in a fixed order: `erosion, site, sCT, R1`.
    public var text: String {
        [finding, level, arm, reader, stage, group.map { "\($0.property) \($0.value)" }]
            .compactMap(\.self).joined(separator: ", ")
    }
}

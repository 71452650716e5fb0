/// Slices of one series that were on screen in full.
public struct SliceSet: Hashable, Sendable {
    private var flags: [Bool]
    /// How many there are.
    public private(set) var count: Int

    /// An empty set for a series of `sliceCount` slices.
    public init(sliceCount: Int) {
        flags = Array(repeating: false, count: sliceCount)
        count = 0
    }

    /// Slices in the series.
    public var sliceCount: Int { flags.count }

    /// Adds a slice; says whether it is new. Slices outside the series are ignored.
    @discardableResult
    public mutating func insert(_ slice: Int) -> Bool {
        guard flags.indices.contains(slice), !flags[slice] else { return false }
        flags[slice] = true
        count += 1
        return true
    }

    /// Whether a slice was seen.
    public func contains(_ slice: Int) -> Bool { flags.indices.contains(slice) && flags[slice] }

    /// The slices, rising.
    public var indexes: [Int] { flags.indices.filter { flags[$0] } }
}

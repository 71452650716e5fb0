/// Modality values of a slice or a volume in order, for ranges and percentiles.
///
/// NaN and infinite values are left out.
public struct SampleStatistics: Sendable {
    /// Distinct values, ascending.
    private let values: [Double]
    /// How many values are at or below each of `values`.
    private let countsUpTo: [Int]

    /// Statistics of given values.
    public init(_ values: [Double]) { self.init(counted: values.map { ($0, 1) }) }

    /// Statistics of values with how often each occurs; equal values may come more than once.
    init(counted: [(value: Double, count: Int)]) {
        var values: [Double] = []
        var countsUpTo: [Int] = []
        var total = 0
        for (value, count) in counted.filter(\.value.isFinite).sorted(by: { $0.value < $1.value }) {
            total += count
            if value == values.last { countsUpTo.removeLast() } else { values.append(value) }
            countsUpTo.append(total)
        }
        self.values = values
        self.countsUpTo = countsUpTo
    }

    /// How many values there are.
    public var count: Int { countsUpTo.last ?? 0 }
    /// The least value, or `nil` without values.
    public var minimum: Double? { values.first }
    /// The greatest value, or `nil` without values.
    public var maximum: Double? { values.last }

    /// The value below which `percent` (0...100) of the values lie, or `nil` without values.
    ///
    /// Source: Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566, definition 7 (NumPy's and R's default).
    public func percentile(_ percent: Double) -> Double? {
        guard count > 0 else { return nil }
        let rank = min(max(percent, 0), 100) / 100 * Double(count - 1)
        let lower = value(rank: Int(rank))
        let upper = value(rank: min(Int(rank) + 1, count - 1))
        return lower + (upper - lower) * (rank - rank.rounded(.down))
    }

    private func value(rank: Int) -> Double {
        var low = 0
        var high = countsUpTo.count - 1
        while low < high {
            let middle = (low + high) / 2
            if countsUpTo[middle] > rank { high = middle } else { low = middle + 1 }
        }
        return values[low]
    }
}

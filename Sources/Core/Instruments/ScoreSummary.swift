/// A printed mean and standard deviation of whole scores, and whether any answers can give them.
///
/// The check finds misprints: with 16 answers of 3 to 5 no standard deviation above 1.033 exists.
public struct ScoreSummary: Hashable, Sendable {
    /// The printed mean.
    public let mean: Double
    /// The printed standard deviation, with the divisor n − 1.
    public let standardDeviation: Double
    /// Number of answers, at least 2.
    public let count: Int
    /// Decimals of the printed mean.
    public let meanDecimals: Int
    /// Decimals of the printed standard deviation.
    public let deviationDecimals: Int

    /// A printed summary of `count` answers, at least 2.
    public init(
        mean: Double, standardDeviation: Double, count: Int, meanDecimals: Int = 2,
        deviationDecimals: Int = 3
    ) {
        precondition(count >= 2, "a spread needs two answers, got \(count)")
        self.mean = mean
        self.standardDeviation = standardDeviation
        self.count = count
        self.meanDecimals = meanDecimals
        self.deviationDecimals = deviationDecimals
    }

    /// All numbers of answers by score that give both printed values, rounded half away from zero or cut
    /// off; empty when none can: then one of the values, or the number of answers, is misprinted.
    public func possibleCounts(scores: ClosedRange<Int>) -> [[Int]] {
        var found: [[Int]] = []
        var counts = Array(repeating: 0, count: scores.count)
        search(&counts, at: 0, left: count, scores, &found)
        return found
    }

    private func search(
        _ counts: inout [Int], at index: Int, left: Int, _ scores: ClosedRange<Int>,
        _ found: inout [[Int]]
    ) {
        guard index < counts.count - 1 else {
            counts[index] = left
            if fits(counts, scores) { found.append(counts) }
            return
        }
        for number in 0...left {
            counts[index] = number
            search(&counts, at: index + 1, left: left - number, scores, &found)
        }
    }

    private func fits(_ counts: [Int], _ scores: ClosedRange<Int>) -> Bool {
        let total = Double(count)
        let sum = zip(counts, scores).reduce(0) { $0 + $1.0 * $1.1 }
        let average = Double(sum) / total
        let squares = zip(counts, scores).reduce(0.0) {
            let distance = Double($1.1) - average
            return $0 + Double($1.0) * distance * distance
        }
        return Self.prints(average, as: mean, decimals: meanDecimals)
            && Self.prints(
                (squares / (total - 1)).squareRoot(), as: standardDeviation,
                decimals: deviationDecimals)
    }

    /// Whether `value`, rounded or cut off after `decimals`, is printed as `printed`.
    private static func prints(_ value: Double, as printed: Double, decimals: Int) -> Bool {
        let unit = (0..<decimals).reduce(1.0) { scale, _ in scale / 10 }
        // A billionth of the unit forgives the binary form of the printed decimal.
        return value > printed - 0.5 * unit - unit * 1e-9 && value < printed + unit - unit * 1e-9
    }
}

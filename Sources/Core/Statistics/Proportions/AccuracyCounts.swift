/// A cross table of calls against the reference standard.
public struct AccuracyCounts: Hashable, Sendable, NamedResults {
    /// Positive calls on diseased units.
    public let truePositive: Int
    /// Negative calls on diseased units.
    public let falseNegative: Int
    /// Positive calls on healthy units.
    public let falsePositive: Int
    /// Negative calls on healthy units.
    public let trueNegative: Int

    /// The table of four counts, each 0 or more.
    public init(
        truePositive: Int, falseNegative: Int, falsePositive: Int, trueNegative: Int
    ) throws(StatisticsError) {
        let named = [
            ("tp", truePositive), ("fn", falseNegative), ("fp", falsePositive),
            ("tn", trueNegative),
        ]
        for (name, count) in named where count < 0 {
            throw .negativeCount(name: name, count)
        }
        (self.truePositive, self.falseNegative) = (truePositive, falseNegative)
        (self.falsePositive, self.trueNegative) = (falsePositive, trueNegative)
    }

    /// The table of units whose disease and call are told; both arrays are of one length.
    public init(diseased: [Bool], called: [Bool]) throws(StatisticsError) {
        guard diseased.count == called.count else {
            throw .unequalLengths(
                first: "truth", diseased.count, second: "calls", called.count)
        }
        var cells = [0, 0, 0, 0]
        for (disease, call) in zip(diseased, called) {
            cells[(disease ? 0 : 2) + (call ? 0 : 1)] += 1
        }
        try self.init(
            truePositive: cells[0], falseNegative: cells[1], falsePositive: cells[2],
            trueNegative: cells[3])
    }

    /// Diseased units.
    public var positives: Int { truePositive + falseNegative }
    /// Healthy units.
    public var negatives: Int { falsePositive + trueNegative }
    /// All units.
    public var total: Int { positives + negatives }
    /// Right calls.
    public var correct: Int { truePositive + trueNegative }

    /// The two tables taken together.
    static func + (left: Self, right: Self) -> Self { Self(adding: left, right) }

    private init(adding left: Self, _ right: Self) {
        truePositive = left.truePositive + right.truePositive
        falseNegative = left.falseNegative + right.falseNegative
        falsePositive = left.falsePositive + right.falsePositive
        trueNegative = left.trueNegative + right.trueNegative
    }

    /// `counts.tp`, `counts.fn`, `counts.fp`, `counts.tn` and `n`.
    @ResultList public var results: [ResultValue] {
        ResultValue("counts.tp", truePositive)
        ResultValue("counts.fn", falseNegative)
        ResultValue("counts.fp", falsePositive)
        ResultValue("counts.tn", trueNegative)
        ResultValue("n", total)
    }
}

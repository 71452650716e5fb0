/// Counts of pairs: the same units under two arms.
public struct PairedCounts: Hashable, Sendable, NamedResults {
    static let noPairs = "no pairs"

    /// Success in both arms.
    public let both: Int
    /// Success in the first arm alone.
    public let firstOnly: Int
    /// Success in the second arm alone.
    public let secondOnly: Int
    /// Success in neither arm.
    public let neither: Int

    /// Four counts, each 0 or more.
    public init(
        both: Int, firstOnly: Int, secondOnly: Int, neither: Int
    ) throws(StatisticsError) {
        let named = [
            ("both", both), ("firstOnly", firstOnly), ("secondOnly", secondOnly),
            ("neither", neither),
        ]
        for (name, count) in named where count < 0 { throw .negativeCount(name: name, count) }
        (self.both, self.firstOnly) = (both, firstOnly)
        (self.secondOnly, self.neither) = (secondOnly, neither)
    }

    /// Counts of pairs of successes; both arrays are of one length.
    public init(first: [Bool], second: [Bool]) throws(StatisticsError) {
        guard first.count == second.count else {
            throw .unequalLengths(first: "first", first.count, second: "second", second.count)
        }
        var cells = [0, 0, 0, 0]
        for (one, other) in zip(first, second) { cells[(one ? 0 : 2) + (other ? 0 : 1)] += 1 }
        try self.init(
            both: cells[0], firstOnly: cells[1], secondOnly: cells[2], neither: cells[3])
    }

    /// Pairs.
    public var total: Int { both + firstOnly + secondOnly + neither }
    /// Successes in the first arm.
    public var first: Int { both + firstOnly }
    /// Successes in the second arm.
    public var second: Int { both + secondOnly }

    /// `n`, `both`, `firstOnly`, `secondOnly` and `neither`.
    @ResultList public var results: [ResultValue] {
        ResultValue("n", total)
        ResultValue("both", both)
        ResultValue("firstOnly", firstOnly)
        ResultValue("secondOnly", secondOnly)
        ResultValue("neither", neither)
    }
}

/// Two arms on the same units: difference, McNemar's tests and odds ratio.
///
/// The odds ratio is second only / first only, its exact limits are the Clopper–Pearson limits of
/// second only among the discordant pairs, as odds. Agrees with R `binom.test`.
public struct PairedProportions: Hashable, Sendable, NamedResults {
    /// The pairs.
    public let counts: PairedCounts
    /// Successes in the first arm / pairs.
    public let first: Quantity
    /// Successes in the second arm / pairs.
    public let second: Quantity
    /// Second − first.
    public let difference: PairedDifference
    /// Tests of equality.
    public let mcNemar: McNemar
    /// Second only / first only.
    public let oddsRatio: Quantity
    /// Its exact interval.
    public let oddsRatioInterval: Interval

    /// The comparison in `counts`.
    public init(_ counts: PairedCounts, level: ConfidenceLevel = .standard) {
        self.counts = counts
        let n = Double(counts.total)
        first = .ratio(Double(counts.first), n, PairedCounts.noPairs)
        second = .ratio(Double(counts.second), n, PairedCounts.noPairs)
        difference = PairedDifference(counts, level)
        mcNemar = McNemar(counts.firstOnly, counts.secondOnly)
        let discordant = counts.firstOnly + counts.secondOnly
        guard discordant > 0 else {
            oddsRatio = .undefined("no discordant pairs")
            oddsRatioInterval = .undefined("no discordant pairs")
            return
        }
        oddsRatio = .ratio(
            Double(counts.secondOnly), Double(counts.firstOnly),
            "division by zero: firstOnly is 0")
        let share = ProportionInterval(
            successes: counts.secondOnly, trials: discordant, level: level
        ).clopperPearson
        oddsRatioInterval = Interval(Self.odds(share.lower), Self.odds(share.upper))
    }

    private static func odds(_ share: Quantity) -> Quantity {
        share.value == 1
            ? .undefined("unbounded: firstOnly is 0") : share.map { $0 / (1 - $0) }
    }

    /// Every number.
    @ResultList public var results: [ResultValue] {
        counts.results
        ResultValue("first.estimate", first)
        ResultValue("second.estimate", second)
        difference.results(under: "difference")
        mcNemar.results(under: "mcnemar")
        ResultValue("oddsRatio.estimate", oddsRatio)
        oddsRatioInterval.results(under: "oddsRatio.exact")
    }
}

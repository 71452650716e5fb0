import Glibc

/// Tests of equal proportions in pairs.
///
/// Exact: binomial, twice the smaller tail. Mid-p: half of the observed probability; 1 when the two
/// discordant counts are equal, where Fagerland 2013 subtracts half of it. Asymptotic with and
/// without continuity correction.
///
/// Source: McNemar 1947, doi:10.1007/BF02295996; Fagerland, Lydersen and Laake 2013,
/// doi:10.1186/1471-2288-13-91. Agrees with R `binom.test` (exact) and `mcnemar.test`.
public struct McNemar: Hashable, Sendable, NamedResults {
    /// The exact p.
    public let exactP: Double
    /// The mid-p.
    public let midP: Double
    /// χ² with 1 degree of freedom.
    public let asymptotic: ChiSquaredTest
    /// The same with continuity correction.
    public let continuity: ChiSquaredTest

    /// The test of the two discordant counts.
    init(_ firstOnly: Int, _ secondOnly: Int) {
        let discordant = firstOnly + secondOnly
        guard discordant > 0 else {
            (exactP, midP) = (1, 1)
            asymptotic = .undefined("no discordant pairs")
            continuity = .undefined("no discordant pairs")
            return
        }
        let smaller = min(firstOnly, secondOnly)
        let tail = BinomialDistribution.lowerTail(smaller, of: discordant, 0.5)
        let mass = BinomialDistribution.mass(smaller, of: discordant, 0.5)
        exactP = min(1, 2 * tail)
        midP = firstOnly == secondOnly ? 1 : min(1, 2 * tail - mass)
        let difference = Double(abs(firstOnly - secondOnly))
        let corrected = max(0, difference - 1)
        asymptotic = ChiSquaredTest(difference * difference / Double(discordant), degrees: 1)
        continuity = ChiSquaredTest(corrected * corrected / Double(discordant), degrees: 1)
    }

    /// `exact.p`, `midP.p`, `asymptotic` and `continuity`.
    @ResultList public var results: [ResultValue] {
        ResultValue("exact.p", exactP)
        ResultValue("midP.p", midP)
        asymptotic.withoutDegrees.under("asymptotic")
        continuity.withoutDegrees.under("continuity")
    }
}

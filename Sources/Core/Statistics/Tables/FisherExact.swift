import CBoostMath
import Glibc

/// Fisher's exact test of a 2 × 2 table with its conditional odds ratio.
///
/// p sums the probabilities of all tables with these margins that are at most as likely as the
/// observed one, times 1 + 1e-7. The odds ratio is the conditional maximum likelihood estimate, its
/// limits are exact.
///
/// Source: Fisher 1935, doi:10.2307/2342435; Cornfield 1956. Agrees with R `fisher.test`, whose
/// odds ratio is good to about four digits.
public struct FisherExact: Hashable, Sendable, NamedResults {
    /// Two-sided.
    public let p: Double
    /// The conditional estimate; undefined where it is unbounded.
    public let oddsRatio: Quantity
    /// Exact limits.
    public let interval: Interval

    /// The test of the table `a b / c d`.
    init(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ level: ConfidenceLevel) {
        let (draws, marked, total) = (a + b, a + c, a + b + c + d)
        let support = max(0, draws + marked - total)...min(draws, marked)
        let logMasses = support.map {
            log(
                boostmath_hypergeometric_mass(
                    Double($0), Double(draws), Double(marked), Double(total)))
        }
        let observed = a - support.lowerBound
        let bound = exp(logMasses[observed]) * (1 + 1e-7)
        p = min(1, logMasses.map(exp).filter { $0 <= bound }.reduce(0, +))
        let table = ConditionalTable(logMasses: logMasses, lowest: support.lowerBound)
        let unbounded = Quantity.undefined("unbounded: a zero cell")
        let isLowest = a == support.lowerBound
        let isHighest = a == support.upperBound
        let tail = level.lowerProbability
        oddsRatio = isHighest ? unbounded : isLowest ? .value(0) : Quantity(table.estimate(a))
        interval = Interval(
            isLowest ? .value(0) : Quantity(table.ratio { table.upperTail(a, $0) - tail }),
            isHighest
                ? unbounded : Quantity(table.ratio { tail - table.lowerTail(a, $0) }))
    }

    /// `p` and `oddsRatio`.
    @ResultList public var results: [ResultValue] {
        ResultValue("p", p)
        ResultValue("oddsRatio.estimate", oddsRatio)
        interval.results(under: "oddsRatio")
    }
}

/// The distribution of the first cell when the odds ratio is not 1.
private struct ConditionalTable {
    let logMasses: [Double]
    let lowest: Int

    private func masses(_ logRatio: Double) -> [Double] {
        let logs = logMasses.enumerated().map { $1 + logRatio * Double($0 + lowest) }
        let highest = logs.max() ?? 0
        let weights = logs.map { exp($0 - highest) }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }

    func estimate(_ observed: Int) -> Double {
        ratio { logRatio in
            masses(logRatio).enumerated().reduce(0) { $0 + $1.1 * Double($1.0 + lowest) }
                - Double(observed)
        }
    }

    func upperTail(_ observed: Int, _ logRatio: Double) -> Double {
        masses(logRatio)[(observed - lowest)...].reduce(0, +)
    }

    func lowerTail(_ observed: Int, _ logRatio: Double) -> Double {
        masses(logRatio)[...(observed - lowest)].reduce(0, +)
    }

    /// The odds ratio at which an increasing function of its logarithm is 0.
    func ratio(_ function: (Double) -> Double) -> Double {
        exp(RootFinding.bisect(-700, 700, function))
    }
}

import Glibc

/// The difference of two paired proportions, second − first, with three intervals.
///
/// Wald. Newcombe 1998, method 10, doi:10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C.
/// Tango 1998, score interval by root finding,
/// doi:10.1002/(SICI)1097-0258(19980430)17:8<891::AID-SIM780>3.0.CO;2-B. Agrees with R
/// `contingencytables` (`Wald_CI_diff_paired_2x2`, `Newcombe_square_and_add_CI_paired_2x2`,
/// `Tango_asymptotic_score_CI_paired_2x2`).
public struct PairedDifference: Hashable, Sendable, NamedResults {
    /// Second − first.
    public let estimate: Quantity
    /// Symmetric around the estimate.
    public let wald: Interval
    /// From the Wilson limits of the two proportions and their correlation.
    public let newcombe: Interval
    /// The differences that a score test does not reject.
    public let tango: Interval

    init(_ pairs: PairedCounts, _ level: ConfidenceLevel) {
        guard pairs.total > 0 else {
            estimate = .undefined(PairedCounts.noPairs)
            wald = .undefined(PairedCounts.noPairs)
            (newcombe, tango) = (wald, wald)
            return
        }
        let n = Double(pairs.total)
        let (b, c) = (Double(pairs.firstOnly), Double(pairs.secondOnly))
        let difference = (c - b) / n
        estimate = Quantity(difference)
        let variance = (b + c - (b - c) * (b - c) / n) / (n * n)
        wald = Interval(around: difference, level.z * max(0, variance).squareRoot())
        newcombe = Self.newcombe(pairs, difference, level)
        tango = Self.tango(b, c, n, level)
    }

    private static func newcombe(
        _ pairs: PairedCounts, _ difference: Double, _ level: ConfidenceLevel
    ) -> Interval {
        let n = Double(pairs.total)
        let (first, second) = (Double(pairs.first) / n, Double(pairs.second) / n)
        let firstLimits = ProportionInterval.wilson(first, trials: n, level: level)
        let secondLimits = ProportionInterval.wilson(second, trials: n, level: level)
        guard let firstLower = firstLimits.lower.value, let firstUpper = firstLimits.upper.value,
            let secondLower = secondLimits.lower.value, let secondUpper = secondLimits.upper.value
        else { return .undefined(PairedCounts.noPairs) }
        let phi = correlation(pairs)
        func distance(_ x: Double, _ y: Double) -> Double {
            max(0, x * x - 2 * phi * x * y + y * y).squareRoot()
        }
        return Interval(
            difference - distance(second - secondLower, firstUpper - first),
            difference + distance(secondUpper - second, first - firstLower))
    }

    /// φ, with n/2 taken off a positive numerator but never beyond 0.
    private static func correlation(_ pairs: PairedCounts) -> Double {
        let n = Double(pairs.total)
        let margins = [
            pairs.first, pairs.total - pairs.first, pairs.second, pairs.total - pairs.second,
        ]
        .map(Double.init).reduce(1, *)
        guard margins > 0 else { return 0 }
        let product =
            Double(pairs.both) * Double(pairs.neither)
            - Double(pairs.firstOnly) * Double(pairs.secondOnly)
        let numerator = product > n / 2 ? product - n / 2 : min(0, product)
        return numerator / margins.squareRoot()
    }

    private static func tango(
        _ b: Double, _ c: Double, _ n: Double, _ level: ConfidenceLevel
    ) -> Interval {
        let (z, estimate) = (level.z, (c - b) / n)
        let lower = RootFinding.bisect(-1, estimate) { score($0, b, c, n) - z }
        let upper = RootFinding.bisect(estimate, 1) { score($0, b, c, n) + z }
        return Interval(lower, upper)
    }

    /// Tango's score statistic at a difference of `delta`.
    private static func score(_ delta: Double, _ b: Double, _ c: Double, _ n: Double) -> Double {
        let numerator = c - b - n * delta
        if numerator == 0 { return 0 }
        let linear = -b - c + (2 * n - c + b) * delta
        let constant = -b * delta * (1 - delta)
        let root = max(0, linear * linear - 8 * n * constant).squareRoot()
        let firstOnly = (root - linear) / (4 * n)
        let variance = n * (2 * firstOnly + delta * (1 - delta))
        return variance > 0
            ? numerator / variance.squareRoot() : numerator.sign == .minus ? -1e300 : 1e300
    }

    /// `estimate`, `wald`, `newcombe` and `tango`.
    @ResultList public var results: [ResultValue] {
        ResultValue("estimate", estimate)
        wald.results(under: "wald")
        newcombe.results(under: "newcombe")
        tango.results(under: "tango")
    }
}

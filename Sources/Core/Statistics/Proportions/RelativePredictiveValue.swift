import Glibc

/// A predictive value under two arms on the same units, and their ratio, second / first.
///
/// The units behind the two values differ, since the calls do; the log ratio has a delta method
/// variance with the covariance of the pairs.
///
/// Source: Moskowitz and Pepe 2006, doi:10.1191/1740774506cn147oa. Agrees with R
/// `DTComPair::pv.rpv`.
public struct RelativePredictiveValue: Hashable, Sendable, NamedResults {
    /// The value in the first arm.
    public let first: Quantity
    /// The value in the second arm.
    public let second: Quantity
    /// Second / first.
    public let ratio: Quantity
    /// Its interval, symmetric on the log scale.
    public let interval: Interval
    /// log ratio / standard error.
    public let z: Quantity
    /// Two-sided.
    public let p: Quantity

    /// Of units called in the first and in the second arm, which are `right` or not.
    ///
    /// For a positive predictive value a call is a positive one and right means diseased; for a
    /// negative one a call is a negative one and right means healthy. All arrays are of one length.
    public init(
        firstCalled: [Bool], secondCalled: [Bool], right: [Bool],
        level: ConfidenceLevel = .standard
    ) {
        var counts = Counts()
        for (index, isRight) in right.enumerated() {
            counts.take(firstCalled[index], secondCalled[index], isRight)
        }
        self.init(counts, level)
    }

    private init(_ counts: Counts, _ level: ConfidenceLevel) {
        first = .ratio(counts.firstRight, counts.first, "no such calls in the first arm")
        second = .ratio(counts.secondRight, counts.second, "no such calls in the second arm")
        guard let one = first.value, let other = second.value else {
            let reason = first.reason ?? second.reason ?? ""
            (ratio, z, p) = (.undefined(reason), .undefined(reason), .undefined(reason))
            interval = .undefined(reason)
            return
        }
        ratio = .ratio(other, one, "division by zero: the first value is 0")
        guard one > 0, other > 0 else {
            let reason = "a predictive value is 0"
            (z, p, interval) = (.undefined(reason), .undefined(reason), .undefined(reason))
            return
        }
        let shared =
            counts.bothRight * (1 - one) * (1 - other) + counts.bothWrong * one * other
        let variance =
            (1 - one) / counts.firstRight + (1 - other) / counts.secondRight
            - 2 * shared / (counts.firstRight * counts.secondRight)
        let logRatio = log(other / one)
        let error = max(0, variance).squareRoot()
        interval = Interval(around: logRatio, level.z * error).map(exp)
        z = .ratio(logRatio, error, "zero variance of the ratio")
        p = z.map(NormalDistribution.twoSidedP)
    }

    /// Calls and right calls of each arm and of both.
    private struct Counts {
        var first = 0.0
        var second = 0.0
        var firstRight = 0.0
        var secondRight = 0.0
        var bothRight = 0.0
        var bothWrong = 0.0

        mutating func take(_ one: Bool, _ other: Bool, _ right: Bool) {
            if one { first += 1 }
            if other { second += 1 }
            if one && right { firstRight += 1 }
            if other && right { secondRight += 1 }
            if one && other && right { bothRight += 1 }
            if one && other && !right { bothWrong += 1 }
        }
    }

    /// `first.estimate`, `second.estimate` and the ratio's numbers under `ratio`.
    @ResultList public var results: [ResultValue] {
        ResultValue("first.estimate", first)
        ResultValue("second.estimate", second)
        ResultValue("ratio.estimate", ratio)
        interval.results(under: "ratio")
        ResultValue("ratio.z", z)
        ResultValue("ratio.p", p)
    }
}

import Glibc
import Testing

@testable import Statistics

/// instruments.md sections 10.4 and 10.6: intervals, odds ratios and shares that other sources print.
@Suite struct OtherSourcesTests {
    /// Estimate, lower and upper limit in percent, as the study of synthetic CT prints them.
    @Test(arguments: [
        (96.0, 90.0, 98.0), (89, 81, 94), (94, 87, 97), (20, 10, 35), (93, 78, 98),
    ])
    func `section 10.4: printed limits lie even about the logit of the estimate`(
        estimate: Double, lower: Double, upper: Double
    ) {
        func logit(_ percent: Double) -> Double { log(percent / (100 - percent)) }
        let slack = 0.5
        func range(_ from: Double, _ to: Double) -> ClosedRange<Double> {
            let least = logit(to - slack) - logit(from + slack)
            return least...max(least, logit(to + slack) - logit(from - slack))
        }
        let (below, above) = (range(lower, estimate), range(estimate, upper))

        #expect(below.overlaps(above))
    }

    @Test func `section 10.4: the limit that the source lost is between 42,6 and 47,1`() {
        func logit(_ percent: Double) -> Double { log(percent / (100 - percent)) }
        func lower(_ estimate: Double, _ upper: Double) -> Double {
            100 / (1 + exp(logit(upper) - 2 * logit(estimate)))
        }

        // 70 % and 87 % are rounded; the paper probably has 47.
        #expect(abs(lower(69.5, 87.5) - 42.6) < 0.05)
        #expect(abs(lower(70.5, 86.5) - 47.1) < 0.05)
    }

    /// Sensitivity and specificity in thousandths, then what they imply.
    @Test(arguments: [
        (840, 780, 18.61, 3.818, 0.2051), (940, 500, 15.67, 1.88, 0.12),
        (952, 824, 92.86, 5.41, 0.058),
    ])
    func `section 10.6: odds and likelihood ratios that sensitivity and specificity imply`(
        sensitivity: Int, specificity: Int, odds: Double, positive: Double, negative: Double
    ) throws {
        let found = try Accuracy(
            try AccuracyCounts(
                truePositive: sensitivity, falseNegative: 1000 - sensitivity,
                falsePositive: 1000 - specificity, trueNegative: specificity))

        expect(found.diagnosticOddsRatio.estimate, odds, within: 5e-3)
        expect(found.positiveLikelihoodRatio.estimate, positive, within: 5e-3)
        expect(found.negativeLikelihoodRatio.estimate, negative, within: 5e-4)
    }

    @Test func `section 10.6: perfusion's printed odds ratio of 57 is no product of its parts`() {
        // Pooled separately: log-symmetric in itself, three times what sensitivity and specificity imply.
        let middle = (12.0 * 268).squareRoot()
        let youden = [0.84, 0.78, -1].reduce(0, +)
        let implied = 18.61

        #expect(abs(middle - 56.7) < 0.05)
        #expect(abs(youden - 0.62) < 1e-12)
        #expect(57 / implied > 3)
    }

    @Test func `section 10.6: 6,55 compares two groups of methods, and p is .023, printed .03`() {
        let (lower, upper) = (log(1.29), log(33.27))
        let error = (upper - lower) / 2 / ConfidenceLevel.standard.z

        let middle = exp((lower + upper) / 2)
        let p = NormalDistribution.twoSidedP(log(6.55) / error)

        #expect(abs(middle - 6.551) < 5e-4)
        #expect(abs(p - 0.023) < 5e-4)
    }

    @Test(arguments: [
        (10, 62.5), (11, 68.8), (3, 18.8), (2, 12.5), (12, 75.0), (4, 25.0), (13, 81.3), (15, 93.8),
    ])
    func `section 10.6: shares of sixteen who answered`(count: Int, percent: Double) {
        let found = (Double(count) / 16 * 1000).rounded() / 10

        #expect(found == percent)
    }

    @Test func `section 10.6: no count of sixteen is 80 percent, twelve of fifteen are`() {
        let percents = (0...16).map { (Double($0) / 16 * 100).rounded() }
        let share = Double(12) / Double(15)

        #expect(!percents.contains(80))
        #expect(share == 0.8)
    }

    @Test func `section 10.6: two of ten cases had lesions that only SWI shows`() {
        #expect(ProportionInterval(successes: 2, trials: 10).estimate == .value(0.2))
    }
}

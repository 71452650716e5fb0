import Testing

@testable import Statistics

/// instruments.md section 10.2: the sensitivities, specificities and predictive values of the CT 0–4 paper as
/// printed and as recomputed, where the paper contradicts itself.
@Suite struct PredictiveValueTableTests {
    /// `value` cut, not rounded, after `decimals`.
    private func cut(_ value: Double, _ decimals: Int) -> Double {
        let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
        return (value * scale).rounded(.down) / scale
    }

    /// The accuracy of a test of this sensitivity and specificity, in thousandths.
    private func test(_ sensitivity: Int, _ specificity: Int, _ prevalence: Double) throws
        -> AdjustedPredictiveValues
    {
        try #require(
            try Accuracy(
                try AccuracyCounts(
                    truePositive: sensitivity, falseNegative: 1000 - sensitivity,
                    falsePositive: 1000 - specificity, trueNegative: specificity),
                prevalence: prevalence
            ).adjusted)
    }

    @Test func `section 10.2: the city's prevalence is 9,63 percent`() {
        let percent = 1_220_500.0 / 12_678_079 * 100

        #expect(abs(percent - 9.62685) < 5e-6)
    }

    /// Printed by one decimal: sensitivity, specificity; in thousandths.
    @Test(arguments: [
        (830, 843, 35.955, 97.903, 35.9, 97.9), (695, 929, 50.969, 96.631, 50.9, 96.6),
        (537, 988, 82.615, 95.259, 82.6, 95.2),
    ])
    func `section 10.2, Table 8: printed values need rounded parts, 9,6 percent and truncation`(
        sensitivity: Int, specificity: Int, positive: Double, negative: Double,
        printedPositive: Double, printedNegative: Double
    ) throws {
        let found = try test(sensitivity, specificity, 0.096)

        expect(found.positive.estimate.map { $0 * 100 }, positive, within: 5e-4)
        expect(found.negative.estimate.map { $0 * 100 }, negative, within: 5e-4)
        #expect(cut(positive, 1) == printedPositive)
        #expect(cut(negative, 1) == printedNegative)
    }

    @Test func `section 10.2, Table 8: the overall values are means of the printed ones`() {
        let positive = MeanOfStages([35.9, 50.9, 82.6], .standard)
        let negative = MeanOfStages([97.9, 96.6, 95.2], .standard)

        expect(positive.estimate, 56.4667, within: 5e-5)
        expect(positive.normal.lower, 29.49, within: 5e-3)
        expect(positive.normal.upper, 83.45, within: 5e-3)
        expect(negative.estimate, 96.5667, within: 5e-5)
        expect(negative.normal.lower, 95.04, within: 5e-3)
        expect(negative.normal.upper, 98.09, within: 5e-3)
    }

    @Test func `section 10.2, Table 8: the mean of values is not the value of the mean test`()
        throws
    {
        let right = try test(687, 920, 0.096)
        let swapped = try test(918, 687, 0.096)

        expect(right.positive.estimate, 0.477, within: 5e-4)
        expect(right.negative.estimate, 0.965, within: 5e-4)
        expect(swapped.positive.estimate, 0.237, within: 5e-4)
        expect(swapped.negative.estimate, 0.987, within: 5e-4)
    }

    @Test func `section 10.2: the second specificity was cut, and its index made of printed parts`()
        throws
    {
        let second = try GradeTable.second.accuracy()
        let specificity = try #require(second.specificity.estimate.value)

        #expect(abs(specificity - 0.92978208) < 5e-9)
        #expect(cut(specificity * 100, 1) == 92.9)
        expect(second.youden.estimate, 0.624587)
        let ofParts = [0.695, 0.929, -1].reduce(0, +)
        #expect(abs(ofParts - 0.624) < 1e-12)
    }

    /// Stages 2 and 3 against stage 1, in printed percents.
    @Test func `section 10.2: differences to the first stage are those of printed decimals`() {
        let (sensitivity, specificity, positive) = (
            [83.0, 69.5, 53.7], [84.3, 92.9, 98.8], [35.9, 50.9, 82.6]
        )
        func changes(_ printed: [Double]) -> [Double] {
            printed.dropFirst().map { (($0 - printed[0]) * 10).rounded() / 10 }
        }

        #expect(changes(sensitivity) == [-13.5, -29.3])
        #expect(changes(specificity) == [8.6, 14.5])
        #expect(changes(positive) == [15, 46.7])
    }

    @Test func `section 10.2: 91,8 is the pooled specificity, and 68,7 the mean sensitivity`() {
        let exact = MeanOfStages([83.0 / 100, 107.0 / 154, 73.0 / 136], .standard)
        let specificity = MeanOfStages(
            [381.0 / 452, 384.0 / 413, 428.0 / 433], .standard)

        expect(exact.estimate, 0.6872, within: 5e-5)
        expect(exact.median, 0.69480519)
        expect(specificity.estimate, 0.9204, within: 5e-5)
        expect(specificity.normal.lower, 0.8375, within: 1e-3)
        func share(_ count: Int, _ total: Int) -> Quantity {
            ProportionInterval(successes: count, trials: total).estimate
        }
        expect(share(1193, 1299), 0.918399)
        expect(share(1193, 1298), 0.919106)
        expect(share(263, 390), 0.674359)
    }
}

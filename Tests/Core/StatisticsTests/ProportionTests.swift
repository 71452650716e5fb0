import Glibc
import Testing

@testable import Statistics

@Suite struct ProportionTests {
    @Test func `an interval of nothing is undefined and says why`() {
        let interval = ProportionInterval(successes: 0, trials: 0, reason: "no diseased cases")

        #expect(interval.results.allSatisfy { $0.quantity == .undefined("no diseased cases") })
    }

    @Test func `Wilson's interval of 0 of 10 begins at 0`() throws {
        let interval = ProportionInterval(successes: 0, trials: 10)

        #expect(interval.wilson.lower == .value(0))
        #expect(interval.clopperPearson.lower == .value(0))
        #expect(interval.jeffreys.lower == .value(0))
        // R: binom.confint(0, 10, methods = c("wilson", "exact"))
        #expect(abs(try #require(interval.wilson.upper.value) - 0.277532799862889) < 1e-12)
        #expect(
            abs(try #require(interval.clopperPearson.upper.value) - (1 - pow(0.025, 0.1))) < 1e-12)
    }

    @Test func `a higher level gives a wider interval`() throws {
        let narrow = ProportionInterval(successes: 7, trials: 20, level: try ConfidenceLevel(0.8))
        let wide = ProportionInterval(successes: 7, trials: 20, level: try ConfidenceLevel(0.99))

        #expect(try #require(wide.wilson.lower.value) < (try #require(narrow.wilson.lower.value)))
    }

    @Test func `counts and levels outside their range are refused in a sentence`() {
        let negative = #expect(throws: StatisticsError.self) {
            try AccuracyCounts(
                truePositive: -1, falseNegative: 0, falsePositive: 0, trueNegative: 0)
        }
        let level = #expect(throws: StatisticsError.self) { try ConfidenceLevel(95) }
        let unequal = #expect(throws: StatisticsError.self) {
            try AccuracyCounts(diseased: [true], called: [])
        }

        #expect(negative?.description == "The count tp is -1. Counts begin at 0.")
        #expect(level?.description.contains("Write 0.95") == true)
        #expect(unequal == .unequalLengths(first: "truth", 1, second: "calls", 0))
    }

    @Test func `a prevalence in percent is refused`() throws {
        let counts = try AccuracyCounts(
            truePositive: 8, falseNegative: 2, falsePositive: 1, trueNegative: 9)

        #expect(throws: StatisticsError.proportionOutOfRange(name: "prevalence", 9.6)) {
            try Accuracy(counts, prevalence: 9.6)
        }
    }

    @Test func `the CT 0-4 paper's mean of sensitivities is not its specificity`() throws {
        let stages = [(83, 17, 71, 381), (107, 47, 29, 384), (73, 63, 5, 428)]
        let transitions = stages.enumerated().flatMap { stage, cells in
            [(3.0, 3.0, cells.0), (3, 0, cells.1), (0, 3, cells.2), (0, 0, cells.3)].map {
                SerialTransition(stage: "\(stage)", from: $0.0, to: $0.1, count: $0.2)
            }
        }

        let result = try SerialDichotomy(transitions, cut: 3)

        let sensitivity = try #require(result.meanSensitivity.estimate.value)
        let specificity = try #require(result.meanSpecificity.estimate.value)
        let pooled = try #require(result.pooled.accuracy.specificity.estimate.value)
        #expect(abs(sensitivity - 0.6872) < 1e-4)
        #expect(abs(specificity - 0.9204) < 1e-4)
        #expect(abs(pooled - 1193.0 / 1298) < 1e-12)
    }

    @Test func `no transitions are refused`() {
        #expect(throws: StatisticsError.noData(what: "transitions")) {
            try SerialDichotomy([], cut: 3)
        }
    }

    @Test func `arms without pairs have reasons instead of numbers`() throws {
        let pairs = try PairedCounts(both: 0, firstOnly: 0, secondOnly: 0, neither: 0)

        let result = PairedProportions(pairs)

        #expect(result.difference.estimate == .undefined("no pairs"))
        #expect(result.difference.tango.lower.reason == "no pairs")
        #expect(result.mcNemar.exactP == 1)
    }

    @Test func `Tango's interval just touches 0 at the level of McNemar's p`() throws {
        // At a difference of 0 the score statistic is McNemar's.
        let pairs = try PairedCounts(both: 20, firstOnly: 3, secondOnly: 11, neither: 9)
        let p = try #require(PairedProportions(pairs).mcNemar.asymptotic.p.value)

        let tango = PairedProportions(pairs, level: try ConfidenceLevel(1 - p)).difference.tango

        #expect(abs(try #require(tango.lower.value)) < 1e-9)
    }

    @Test func `predictive values need calls in both arms`() {
        let result = RelativePredictiveValue(
            firstCalled: [false, false], secondCalled: [true, false], right: [true, false])

        #expect(result.first.reason == "no such calls in the first arm")
        #expect(result.ratio.value == nil)
        #expect(result.second == .value(1))
    }

    @Test func `a predictive value of 0 has no ratio interval`() {
        let result = RelativePredictiveValue(
            firstCalled: [true, true], secondCalled: [true, false], right: [false, true])

        #expect(result.second == .value(0))
        #expect(result.z.reason == "a predictive value is 0")
    }
}

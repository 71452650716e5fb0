/// What a cross table of calls against a reference standard tells about a test.
///
/// For independent units; clustered ones need `ClusteredProportion` or `LogisticGEE`. Each part
/// names its paper and its R function in its own file.
public struct Accuracy: Hashable, Sendable, NamedResults {
    /// The table.
    public let counts: AccuracyCounts
    /// Positive calls among the diseased.
    public let sensitivity: ProportionInterval
    /// Negative calls among the healthy.
    public let specificity: ProportionInterval
    /// Diseased among the positive calls.
    public let positivePredictiveValue: ProportionInterval
    /// Healthy among the negative calls.
    public let negativePredictiveValue: ProportionInterval
    /// Right calls among all.
    public let accuracy: ProportionInterval
    /// Diseased among all.
    public let prevalence: ProportionInterval
    /// Sensitivity / (1 − specificity).
    public let positiveLikelihoodRatio: LikelihoodRatio
    /// (1 − sensitivity) / specificity.
    public let negativeLikelihoodRatio: LikelihoodRatio
    /// The ratio of the two.
    public let diagnosticOddsRatio: LikelihoodRatio
    /// Sensitivity + specificity − 1.
    public let youden: YoudenIndex
    /// The predictive values at the prevalence asked for; `nil` where none was.
    public let adjusted: AdjustedPredictiveValues?

    /// The accuracy in `counts`, with predictive values at `prevalence` (0...1) where it is given.
    public init(
        _ counts: AccuracyCounts, prevalence: Double? = nil, level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        func proportion(_ successes: Int, _ trials: Int, _ reason: String) -> ProportionInterval {
            ProportionInterval(successes: successes, trials: trials, reason: reason, level: level)
        }
        let (tp, tn) = (counts.truePositive, counts.trueNegative)
        self.counts = counts
        sensitivity = proportion(tp, counts.positives, AccuracyCounts.noPositives)
        specificity = proportion(tn, counts.negatives, AccuracyCounts.noNegatives)
        positivePredictiveValue = proportion(tp, tp + counts.falsePositive, "no positive calls")
        negativePredictiveValue = proportion(tn, tn + counts.falseNegative, "no negative calls")
        accuracy = proportion(counts.correct, counts.total, "no cases")
        self.prevalence = proportion(counts.positives, counts.total, "no cases")
        positiveLikelihoodRatio = .positive(counts, level)
        negativeLikelihoodRatio = .negative(counts, level)
        diagnosticOddsRatio = .oddsRatio(counts, level)
        youden = YoudenIndex(counts, level)
        adjusted = try prevalence.map { value throws(StatisticsError) in
            try AdjustedPredictiveValues(counts, prevalence: value, level)
        }
    }

    /// Every number, those at a given prevalence under `adjusted`.
    @ResultList public var results: [ResultValue] {
        counts.results
        sensitivity.results(under: "sensitivity")
        specificity.results(under: "specificity")
        positivePredictiveValue.results(under: "positivePredictiveValue")
        negativePredictiveValue.results(under: "negativePredictiveValue")
        accuracy.results(under: "accuracy")
        prevalence.results(under: "prevalence")
        positiveLikelihoodRatio.results(under: "positiveLikelihoodRatio")
        negativeLikelihoodRatio.results(under: "negativeLikelihoodRatio")
        diagnosticOddsRatio.results(under: "diagnosticOddsRatio")
        youden.results(under: "youden")
        if let adjusted { adjusted.results(under: "adjusted") }
    }
}

/// Both predictive values at one prevalence.
public struct AdjustedPredictiveValues: Hashable, Sendable, NamedResults {
    /// Of a positive call.
    public let positive: AdjustedPredictiveValue
    /// Of a negative call.
    public let negative: AdjustedPredictiveValue

    init(
        _ counts: AccuracyCounts, prevalence: Double, _ level: ConfidenceLevel
    ) throws(StatisticsError) {
        guard prevalence >= 0 && prevalence <= 1 else {
            throw .proportionOutOfRange(name: "prevalence", prevalence)
        }
        positive = .positive(counts, prevalence: prevalence, level)
        negative = .negative(counts, prevalence: prevalence, level)
    }

    /// `positivePredictiveValue` and `negativePredictiveValue`.
    @ResultList public var results: [ResultValue] {
        positive.results(under: "positivePredictiveValue")
        negative.results(under: "negativePredictiveValue")
    }
}

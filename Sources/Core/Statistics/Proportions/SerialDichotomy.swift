/// How many went from one grade to another in one stage.
public struct SerialTransition: Hashable, Sendable {
    /// The stage's label.
    public let stage: String
    /// The earlier grade.
    public let from: Double
    /// The later grade.
    public let to: Double
    /// How many.
    public let count: Int

    /// `count` in `stage` went from `from` to `to`.
    public init(stage: String, from: Double, to: Double, count: Int) {
        (self.stage, self.from, self.to, self.count) = (stage, from, to, count)
    }
}

/// The model of the CT 0–4 study: the earlier grade at or above a cut is the condition, the later
/// one the test. It measures how a grade persists, not how accurate a diagnosis is.
public struct SerialDichotomy: Hashable, Sendable, NamedResults {
    /// What every report of these numbers must say.
    public static let meaning =
        "This measures how a grade persists from one examination to the next, not diagnostic accuracy."

    /// One stage.
    public struct Stage: Hashable, Sendable, NamedResults {
        /// The label.
        public let label: String
        /// Its numbers.
        public let accuracy: Accuracy

        /// The counts and measures of the stage.
        @ResultList public var results: [ResultValue] {
            accuracy.counts.results
            SerialDichotomy.short(accuracy.sensitivity, "sensitivity")
            SerialDichotomy.short(accuracy.specificity, "specificity")
            ResultValue("youden.estimate", accuracy.youden.estimate)
            if let adjusted = accuracy.adjusted {
                ResultValue(
                    "adjusted.positivePredictiveValue.estimate", adjusted.positive.estimate)
                ResultValue(
                    "adjusted.negativePredictiveValue.estimate", adjusted.negative.estimate)
            }
        }
    }

    /// The stages, in the order of the data.
    public let stages: [Stage]
    /// All stages counted together.
    public let pooled: Stage
    /// Over stages that have a sensitivity.
    public let meanSensitivity: MeanOfStages
    /// Over stages that have a specificity.
    public let meanSpecificity: MeanOfStages

    /// The model of `transitions` with grades from `cut` on as the condition.
    public init(
        _ transitions: [SerialTransition], cut: Double, prevalence: Double? = nil,
        level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        var labels: [String] = []
        var cells: [String: [Int]] = [:]
        for transition in transitions {
            if cells[transition.stage] == nil { labels.append(transition.stage) }
            let cell = (transition.from >= cut ? 0 : 2) + (transition.to >= cut ? 0 : 1)
            cells[transition.stage, default: [0, 0, 0, 0]][cell] += transition.count
        }
        guard !labels.isEmpty else { throw .noData(what: "transitions") }
        var stages: [Stage] = []
        var sum: AccuracyCounts?
        for label in labels {
            let cell = cells[label] ?? [0, 0, 0, 0]
            let counts = try AccuracyCounts(
                truePositive: cell[0], falseNegative: cell[1], falsePositive: cell[2],
                trueNegative: cell[3])
            sum = sum.map { $0 + counts } ?? counts
            stages.append(
                Stage(
                    label: label,
                    accuracy: try Accuracy(counts, prevalence: prevalence, level: level)))
        }
        guard let sum else { throw .noData(what: "transitions") }
        self.stages = stages
        pooled = Stage(
            label: "pooled", accuracy: try Accuracy(sum, prevalence: prevalence, level: level))
        meanSensitivity = MeanOfStages(
            stages.compactMap(\.accuracy.sensitivity.estimate.value), level)
        meanSpecificity = MeanOfStages(
            stages.compactMap(\.accuracy.specificity.estimate.value), level)
    }

    private static func short(_ interval: ProportionInterval, _ name: String) -> [ResultValue] {
        [ResultValue("\(name).estimate", interval.estimate)]
            + interval.wilson.results(under: "\(name).wilson")
    }

    /// `stage.S`, `pooled` and `meanOfStages`.
    @ResultList public var results: [ResultValue] {
        for stage in stages { stage.results(under: "stage.\(ResultValue.part(stage.label))") }
        pooled.results(under: "pooled")
        meanSensitivity.results(under: "meanOfStages.sensitivity")
        meanSpecificity.results(under: "meanOfStages.specificity")
    }
}

/// An unweighted mean over stages, which is not the value of all stages pooled.
public struct MeanOfStages: Hashable, Sendable, NamedResults {
    /// Stages.
    public let count: Int
    /// The mean.
    public let estimate: Quantity
    /// The median.
    public let median: Quantity
    /// By the normal distribution.
    public let normal: Interval
    /// By the t distribution.
    public let t: Interval

    init(_ values: [Double], _ level: ConfidenceLevel) {
        count = values.count
        guard values.count > 1 else {
            let reason = "fewer than two stages"
            (estimate, median) = (.undefined(reason), .undefined(reason))
            (normal, t) = (.undefined(reason), .undefined(reason))
            return
        }
        let n = Double(values.count)
        let mean = values.reduce(0, +) / n
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
        let error = (variance / n).squareRoot()
        let sorted = values.sorted()
        estimate = Quantity(mean)
        median = Quantity((sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2)
        normal = Interval(around: mean, level.z * error)
        t = Interval(around: mean, level.t(n - 1) * error)
    }

    /// `stages`, `estimate`, `median`, `normal` and `t`.
    @ResultList public var results: [ResultValue] {
        ResultValue("stages", count)
        ResultValue("estimate", estimate)
        ResultValue("median", median)
        normal.results(under: "normal")
        t.results(under: "t")
    }
}

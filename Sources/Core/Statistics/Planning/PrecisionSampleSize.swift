import Glibc

/// Cases that a sensitivity or specificity of a given precision needs.
///
/// z²p(1 − p)/d² diseased (or healthy) cases, then divided by their share among all; each number
/// is rounded up from its exact value.
///
/// Source: Buderer 1996, doi:10.1111/j.1553-2712.1996.tb03538.x. Agrees with R
/// `epiR::epi.ssdxsesp(error = "absolute")`, given both a sensitivity and a specificity.
public struct PrecisionSampleSize: Hashable, Sendable, NamedResults {
    /// What is estimated.
    public enum Measure: String, Hashable, Sendable, CaseIterable {
        /// Among the diseased.
        case sensitivity
        /// Among the healthy.
        case specificity
    }

    /// What is estimated.
    public let measure: Measure
    /// Diseased (or healthy) cases before rounding.
    public let relevant: Double
    /// All cases before rounding.
    public let cases: Quantity

    /// The plan for a measure of `expected` ± `precision` where `prevalence` are diseased; all are
    /// fractions.
    public init(
        _ measure: Measure, expected: Double, precision: Double, prevalence: Double,
        level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        let named = [("expected", expected), ("prevalence", prevalence)]
        for (name, value) in named where !(value >= 0 && value <= 1) {
            throw .proportionOutOfRange(name: name, value)
        }
        guard precision > 0 && precision < 1 else {
            throw .badParameter(
                name: "precision", sentence: "It must be above 0 and below 1, such as 0.05.")
        }
        self.measure = measure
        let z = level.z
        relevant = z * z * expected * (1 - expected) / (precision * precision)
        let share = measure == .sensitivity ? prevalence : 1 - prevalence
        cases = .ratio(relevant, share, "no such cases at this prevalence")
    }

    /// `positives` (or `negatives`) and `cases`, each with `.exact`.
    @ResultList public var results: [ResultValue] {
        let name = measure == .sensitivity ? "positives" : "negatives"
        ResultValue("\(name).exact", relevant)
        ResultValue(name, ceil(relevant))
        ResultValue("cases.exact", cases)
        ResultValue("cases", cases.map { ceil($0) })
    }
}

/// Sensitivity + specificity − 1, with a Wald interval.
///
/// Source: Youden 1950, doi:10.1002/1097-0142(1950)3:1<32::AID-CNCR2820030106>3.0.CO;2-3.
public struct YoudenIndex: Hashable, Sendable, NamedResults {
    /// From −1 to 1; 0 is chance.
    public let estimate: Quantity
    /// The interval, not cut to the range.
    public let interval: Interval

    init(_ counts: AccuracyCounts, _ level: ConfidenceLevel) {
        if let reason = counts.oneSided {
            (estimate, interval) = (.undefined(reason), .undefined(reason))
            return
        }
        let cells = Cells(counts)
        let (sensitivity, specificity) = (cells.tp / cells.positives, cells.tn / cells.negatives)
        let variance =
            sensitivity * (1 - sensitivity) / cells.positives
            + specificity * (1 - specificity) / cells.negatives
        estimate = Quantity(sensitivity + specificity - 1)
        interval = Interval(
            around: sensitivity + specificity - 1, level.z * variance.squareRoot())
    }

    /// `estimate`, `lower` and `upper`.
    @ResultList public var results: [ResultValue] {
        ResultValue("estimate", estimate)
        interval.results
    }
}

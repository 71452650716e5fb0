import Analysis

/// The methods of an analysis as one paragraph for a paper.
struct MethodsParagraph {
    /// The analysis.
    let result: AnalysisResult

    /// The paragraph.
    var text: String {
        var sentences: [String] = []
        for sentence in result.sections.flatMap(\.methods) where !sentences.contains(sentence) {
            sentences.append(sentence)
        }
        return (sentences + [closing]).joined(separator: " ")
    }

    private var closing: String {
        let level = EstimateText.level(result.provenance.level)
        let revision =
            switch result.provenance.revision {
            case .firstSigned: "the revision that each reader signed first"
            case .lastBeforeUnblinding: "the last revision signed before unblinding"
            }
        return "Intervals are \(level) confidence intervals and p values two-sided, unless said "
            + "otherwise; of each read \(revision) was analysed. Numbers were computed by "
            + "\(result.provenance.software)."
    }
}

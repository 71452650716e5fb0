import Statistics

extension StatisticsMethod {
    /// How many cases a study needs.
    static let sampleSize = StatisticsMethod(
        name: "sample-size",
        question: "How many cases does a study need?",
        columns: "",
        parameters: [
            ("design", "sensitivity, specificity or mcnemar"),
            ("expected", "the sensitivity or specificity that is expected"),
            ("precision", "half the width of its interval"),
            ("prevalence", "the share of diseased among the cases"),
            ("firstOnly", "pairs with success in the first arm alone, as a share"),
            ("secondOnly", "pairs with success in the second arm alone, as a share"),
            ("power", "the power to reach"), ("pairs", "or the pairs whose power is asked"),
        ],
        assumptions: "Independent cases; normal approximation.",
        source: "Buderer 1996; Connett, Smith and McHugh 1987. R: epiR::epi.ssdxsesp.",
        compute: { request in
            let parameters = request.parameters
            let level = try parameters.level()
            switch try parameters.choice("design", PlannedDesign.sensitivity) {
            case .sensitivity, .specificity:
                return try PrecisionSampleSize(
                    parameters.text("design") == "specificity" ? .specificity : .sensitivity,
                    expected: try parameters.demandNumber("expected"),
                    precision: try parameters.demandNumber("precision"),
                    prevalence: try parameters.demandNumber("prevalence"), level: level
                ).results
            case .mcnemar:
                let plan = try McNemarPlan(
                    firstOnly: try parameters.demandNumber("firstOnly"),
                    secondOnly: try parameters.demandNumber("secondOnly"), level: level)
                if let pairs = try parameters.number("pairs") {
                    return [ResultValue("power", try plan.power(pairs: pairs))]
                }
                return try plan.sampleSize(power: try parameters.demandNumber("power")).results
            }
        })

    private enum PlannedDesign: String, CaseIterable {
        case sensitivity, specificity, mcnemar
    }
}

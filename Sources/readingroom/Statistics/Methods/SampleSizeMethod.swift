import Statistics

extension StatisticsMethod {
    /// How many cases a study needs.
    static let sampleSize = StatisticsMethod(
        name: "sample-size",
        question: "How many cases does a study need?",
        columns: "",
        parameters: [
            ("design", "sensitivity, specificity, mcnemar or mrmc"),
            ("expected", "the sensitivity or specificity that is expected"),
            ("precision", "half the width of its interval"),
            ("prevalence", "the share of diseased among the cases"),
            ("firstOnly", "pairs with success in the first arm alone, as a share"),
            ("secondOnly", "pairs with success in the second arm alone, as a share"),
            ("power", "the power to reach"), ("pairs", "or the pairs whose power is asked"),
            ("error", "for mrmc the components of a pilot, as the method mrmc tells them"),
            ("cov1", "of one reader and two modalities"),
            ("cov2", "of one modality and two readers"),
            ("cov3", "of two modalities and two readers"),
            ("interaction", "of readers and modalities"), ("pilotCases", "cases of the pilot"),
            ("difference", "of the two modalities"), ("readers", "readers to plan for"),
            ("cases", "or the cases whose power is asked"),
        ],
        assumptions: "Independent cases; normal approximation; mrmc: random readers and cases.",
        source: """
            Buderer 1996; Connett, Smith and McHugh 1987; Hillis, Obuchowski and Berbaum 2011. \
            R: epiR::epi.ssdxsesp, RJafroc::SsPowerGivenJK.
            """,
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
            case .mrmc: return try severalReaders(parameters, level)
            }
        })

    private static func severalReaders(
        _ parameters: StatisticsParameters, _ level: ConfidenceLevel
    ) throws -> [ResultValue] {
        let pilot = MRMCPlan.Components(
            interaction: try parameters.demandNumber("interaction"),
            error: try parameters.demandNumber("error"),
            cov1: try parameters.demandNumber("cov1"), cov2: try parameters.demandNumber("cov2"),
            cov3: try parameters.demandNumber("cov3"),
            cases: try parameters.demandNumber("pilotCases"))
        let plan = try MRMCPlan(
            pilot, difference: try parameters.demandNumber("difference"), level: level)
        let readers = try whole("readers", try parameters.demandNumber("readers"))
        if let cases = try parameters.number("cases") {
            let power = try plan.power(readers: readers, cases: try whole("cases", cases))
            return [ResultValue("power", power)]
        }
        let power = try parameters.demandNumber("power")
        return [ResultValue("cases", try plan.cases(readers: readers, power: power))]
    }

    private static func whole(_ name: String, _ number: Double) throws -> Int {
        guard let whole = Int(exactly: number) else {
            throw Refusal("The parameter \(name) is \(number). Write a whole number.")
        }
        return whole
    }

    private enum PlannedDesign: String, CaseIterable {
        case sensitivity, specificity, mcnemar, mrmc
    }
}

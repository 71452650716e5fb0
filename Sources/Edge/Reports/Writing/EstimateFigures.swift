import Analysis

/// Forest plots of estimates: one for each kind of scale, or for each measure where they are many.
struct EstimateFigures {
    /// The estimates.
    let estimates: [Estimate]
    /// What they are.
    let title: String
    /// The confidence level.
    let level: Double

    /// The figures; none for a single number.
    var figures: [Figure] {
        sameScale.flatMap { estimates -> [Figure] in
            let groups = EstimateGroups(estimates).groups
            let isShort = estimates.count + groups.count <= ForestChart.longest
            return isShort
                ? [figure(estimates)].compactMap(\.self)
                : groups.flatMap { group in pages(group.estimates).compactMap(figure) }
        }
    }

    /// Estimates that share an axis: those of scales that are drawn and have an interval.
    private var sameScale: [[Estimate]] {
        var groups: [[Estimate]] = []
        for estimate in estimates where Self.isDrawn(estimate) {
            let place = groups.firstIndex { Self.axis($0[0]) == Self.axis(estimate) }
            if let place { groups[place].append(estimate) } else { groups.append([estimate]) }
        }
        return groups.filter { $0.count > 1 }
    }

    private static func isDrawn(_ estimate: Estimate) -> Bool {
        guard estimate.value.value != nil, estimate.interval?.limits.lower.value != nil else {
            return false
        }
        switch estimate.scale {
        case .statistic: return false
        default: return true
        }
    }

    /// Ratios and numbers have an axis for each measure: likelihood ratios and odds ratios differ too much.
    private static func axis(_ estimate: Estimate) -> String {
        switch estimate.scale {
        case .ratio, .number: "\(estimate.scale) \(estimate.label)"
        default: "\(estimate.scale)"
        }
    }

    private func pages(_ estimates: [Estimate]) -> [[Estimate]] {
        stride(from: 0, to: estimates.count, by: ForestChart.longest).map {
            Array(estimates[$0..<min($0 + ForestChart.longest, estimates.count)])
        }
    }

    private func figure(_ estimates: [Estimate]) -> Figure? {
        let groups = EstimateGroups(estimates).groups
        let measure = groups.count == 1 ? groups[0].label : Self.name(of: estimates[0].scale)
        let strata = VaryingStrata(estimates.map(\.stratum))
        guard
            let chart = ForestChart(estimates: estimates, title: measure, level: level).chart
        else { return nil }
        return Figure(
            title: EstimateText.title(title, groups.count == 1 ? measure : "", strata.shared),
            alternative: Self.alternative(groups, strata), chart: chart)
    }

    private static func name(of scale: MeasureScale) -> String {
        switch scale {
        case .proportion: "Proportion"
        case .area: "Area under the curve"
        case .coefficient: "Coefficient"
        case .difference: "Difference"
        case .ratio: "Ratio"
        case .statistic: "Statistic"
        case .number(let unit): unit
        }
    }

    /// Every number of the figure in words.
    private static func alternative(_ groups: [EstimateGroups.Group], _ strata: VaryingStrata)
        -> String
    {
        let sentences = groups.map { group in
            let numbers = group.estimates.map { estimate in
                let name = strata.text(of: estimate.stratum)
                let text = EstimateText(estimate: estimate).withInterval
                return name.isEmpty ? text : "\(name) \(text)"
            }
            return "\(group.label): \(numbers.joined(separator: "; "))."
        }
        return "Forest plot. " + sentences.joined(separator: " ")
    }
}

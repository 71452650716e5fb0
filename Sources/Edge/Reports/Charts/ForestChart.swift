import Analysis

/// Estimates with intervals, one a row.
struct ForestChart {
    /// The estimates, all of one scale.
    let estimates: [Estimate]
    /// What the axis measures.
    let title: String
    /// The confidence level, such as 0.95.
    let level: Double

    /// At most so many rows are drawn in one figure.
    static let longest = 40

    /// The chart; `nil` where no estimate has an interval.
    var chart: Chart? {
        let rows = self.rows
        guard let x = axis else { return nil }
        let marks = rows.enumerated().compactMap { place, row in
            row.estimate.flatMap { interval($0, y: Double(place + 1), on: x) }
        }
        guard !marks.isEmpty else { return nil }
        let side = rows.enumerated().compactMap { place, row in
            row.estimate.map {
                Chart.SideText(y: Double(place + 1), text: EstimateText(estimate: $0).withInterval)
            }
        }
        return Chart(
            shape: .rows(rows.count), x: x,
            y: .rows(rows.map(\.label), headings: headings(rows)),
            marks: reference(on: x, rows: rows.count) + marks, side: side,
            sideTitle: "estimate (\(EstimateText.level(level)) CI)")
    }

    private struct Row {
        let label: String
        let estimate: Estimate?
    }

    /// Each measure's name, where several have several rows, and under it its estimates.
    private var rows: [Row] {
        let varying = VaryingStrata(estimates.map(\.stratum))
        let groups = EstimateGroups(estimates).groups
        let hasHeadings = groups.count > 1 && groups.contains { $0.estimates.count > 1 }
        return groups.flatMap { group in
            let heading = hasHeadings ? [Row(label: group.label, estimate: nil)] : []
            return heading
                + group.estimates.map { estimate in
                    let text = varying.text(of: estimate.stratum)
                    let isNamed = text.isEmpty || groups.count > 1 && !hasHeadings
                    return Row(label: isNamed ? estimate.label : text, estimate: estimate)
                }
        }
    }

    private func headings(_ rows: [Row]) -> Set<Int> {
        Set(rows.indices.filter { rows[$0].estimate == nil })
    }

    private var scale: MeasureScale { estimates.first?.scale ?? .statistic }

    /// Ratios far from 1 have limits beyond the axis, which end in arrows, so that the others are not pressed together.
    private static let ratios = 1e-3...1e3

    /// All that must be on the axis: every estimate, and of ratios the limits within `ratios`.
    private var axis: ChartAxis? {
        let limits = estimates.flatMap { estimate in
            [estimate.value, estimate.interval?.limits.lower, estimate.interval?.limits.upper]
                .compactMap { $0?.value }
        }
        guard let least = limits.min(), let most = limits.max() else { return nil }
        switch scale {
        case .proportion, .area: return .unit(title: title)
        case .coefficient: return .round(title: title, min(least, 0)...1)
        case .difference: return .round(title: title, min(least, 0)...max(most, 0))
        case .ratio:
            let values = estimates.compactMap(\.value.value).filter { $0 > 0 && $0.isFinite }
            let clamped = limits.filter { $0 > 0 }.map {
                min(max($0, Self.ratios.lowerBound), Self.ratios.upperBound)
            }
            let held = values + clamped + [1]
            guard let low = held.min(), let high = held.max() else { return nil }
            return .logarithmic(title: title, low...high)
        case .statistic, .number: return .round(title: title, least...most)
        }
    }

    private func reference(on x: ChartAxis, rows: Int) -> [ChartMark] {
        let none: Double?
        switch scale {
        case .area: none = 0.5
        case .coefficient, .difference: none = 0
        case .ratio: none = 1
        case .proportion, .statistic, .number: none = nil
        }
        guard let none, x.holds(none) else { return [] }
        return [
            .line([.init(none, 0.5), .init(none, Double(rows) + 0.5)], .reference)
        ]
    }

    private func interval(_ estimate: Estimate, y: Double, on x: ChartAxis) -> ChartMark? {
        guard let value = estimate.value.value, x.holds(value) else { return nil }
        let limits = estimate.interval?.limits
        return .interval(
            y: y, lower: limits?.lower.value ?? value, value: value,
            upper: limits?.upper.value ?? value, series: 0)
    }
}

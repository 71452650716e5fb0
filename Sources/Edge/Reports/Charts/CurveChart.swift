import Analysis

/// Curves of ratings, one a series: ROC or free-response.
struct CurveChart {
    /// The curves, all of one kind.
    let curves: [Curve]

    /// So many curves show their bands; more would hide each other.
    private static let mostBands = 3

    /// The chart.
    var chart: Chart {
        let names = VaryingStrata(curves.map(\.stratum))
        let bands = curves.count <= Self.mostBands ? curves.indices.compactMap(band) : []
        let lines = curves.enumerated().flatMap { series, curve in
            let places = curve.points.map { ChartMark.Place($0.x, $0.y) }
            return [
                ChartMark.line(places, .series(series)),
                .points(places, series: series, isFaint: places.count > 30),
            ]
        }
        let key = curves.enumerated().map { series, curve in
            let name = names.text(of: curve.stratum)
            let area = EstimateText(estimate: curve.area).withInterval
            return Chart.KeyEntry(
                series: series,
                label: (name.isEmpty ? "" : "\(name): ") + "\(curve.area.label) \(area)")
        }
        return Chart(
            shape: .square, x: x, y: .unit(title: isROC ? "Sensitivity" : "Lesions found"),
            marks: bands + chance + lines, key: key)
    }

    private var isROC: Bool { curves.first?.kind != .froc }

    private var x: ChartAxis {
        guard !isROC else { return .unit(title: "1 − specificity") }
        let most = curves.flatMap(\.points).map(\.x).max() ?? 1
        return .round(title: "False marks a case", 0...max(most, 0.1))
    }

    private var chance: [ChartMark] {
        isROC ? [.line([.init(0, 0), .init(1, 1)], .reference)] : []
    }

    private func band(_ series: Int) -> ChartMark? {
        let limits = curves[series].points.compactMap {
            point -> (ChartMark.Place, ChartMark.Place)? in
            guard let lower = point.band?.lower.value, let upper = point.band?.upper.value else {
                return nil
            }
            return (.init(point.x, max(lower, 0)), .init(point.x, min(upper, 1)))
        }
        guard limits.count > 1 else { return nil }
        return .band(lower: limits.map(\.0), upper: limits.map(\.1), series: series)
    }
}

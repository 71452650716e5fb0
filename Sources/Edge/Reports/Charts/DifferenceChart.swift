import Analysis
import ReaderStudies

/// Differences against means with bias and limits, after Bland and Altman.
struct DifferenceChart {
    /// The differences.
    let plot: DifferencePlot

    /// The chart; `nil` without points.
    var chart: Chart? {
        let means = plot.points.map(\.mean)
        guard let least = means.min(), let most = means.max() else { return nil }
        let x = ChartAxis.round(title: "Mean\(unit)", least...most)
        let lines = [
            (plot.upperLimit, "upper limit"), (plot.bias, "bias"), (plot.lowerLimit, "lower limit"),
        ]
        let drawn = lines.compactMap { estimate, name in
            estimate.value.value.map { (value: $0, name: name, estimate: estimate) }
        }
        let values =
            plot.points.map(\.difference) + drawn.flatMap { [$0.value] + limits($0.estimate) }
        let y = ChartAxis.round(
            title: "\(plot.first) − \(plot.second)\(unit)",
            min(values.min() ?? 0, 0)...max(values.max() ?? 0, 0))
        let marks = drawn.flatMap { line -> [ChartMark] in
            band(line.estimate, on: x) + [
                .line(
                    [.init(x.start, line.value), .init(x.end, line.value)],
                    line.name == "bias" ? .series(1) : .limit)
            ]
        }
        let points = plot.points.map { ChartMark.Place($0.mean, $0.difference) }
        return Chart(
            shape: .wide, x: x, y: y,
            marks: marks + [
                .line([.init(x.start, 0), .init(x.end, 0)], .reference),
                .points(points, series: 0, isFaint: points.count > 60),
            ],
            side: drawn.map { .init(y: $0.value, text: "\($0.name) \(number($0.value))") })
    }

    private var unit: String { plot.unit.isEmpty ? "" : " (\(plot.unit))" }

    private func number(_ value: Double) -> String { NumberText.fixed(value, places: 2) }

    private func limits(_ estimate: Estimate) -> [Double] {
        [estimate.interval?.limits.lower.value, estimate.interval?.limits.upper.value]
            .compactMap(\.self)
    }

    private func band(_ estimate: Estimate, on x: ChartAxis) -> [ChartMark] {
        let limits = limits(estimate)
        guard limits.count == 2 else { return [] }
        return [
            .band(
                lower: [.init(x.start, limits[0]), .init(x.end, limits[0])],
                upper: [.init(x.start, limits[1]), .init(x.end, limits[1])], series: 1)
        ]
    }
}

import Analysis

/// Differences of two measurements as a table of bias and limits and a plot.
struct DifferenceBlocks {
    /// The differences.
    let plot: DifferencePlot
    /// The confidence level.
    let level: Double
    /// Names of the records.
    let sources: SourceRegister

    /// Table and figure.
    var blocks: [ReportDocument.Block] {
        let limits = EstimateTable(
            estimates: [plot.bias, plot.lowerLimit, plot.upperLimit], title: title, level: level,
            sources: sources)
        guard let chart = DifferenceChart(plot: plot).chart else { return [.table(limits.table)] }
        return [
            .table(limits.table),
            .figure(Figure(title: title, alternative: alternative, chart: chart)),
        ]
    }

    private var title: String {
        let about = plot.stratum.text
        return "Differences of \(plot.first) and \(plot.second)"
            + (about.isEmpty ? "" : ": \(about)")
    }

    private var alternative: String {
        let numbers = [plot.bias, plot.lowerLimit, plot.upperLimit].map { estimate in
            "\(estimate.label) \(EstimateText(estimate: estimate).withInterval)"
        }
        return "Bland-Altman plot of \(plot.points.count) units. \(numbers.joined(separator: "; "))"
            + (plot.unit.isEmpty ? "." : " (\(plot.unit)).")
    }
}

import Analysis
import ReaderStudies

/// Reading times as a table and two plots.
struct TimeBlocks {
    /// The times.
    let times: ReadingTimes
    /// Names of the records.
    let sources: SourceRegister

    /// Table and figures.
    var blocks: [ReportDocument.Block] {
        let charts = TimeCharts(times: times)
        let byReader = charts.byReader.map { chart in
            ReportDocument.Block.figure(
                Figure(title: "Reading times", alternative: alternative, chart: chart))
        }
        let inOrder = charts.inOrder.map { chart in
            ReportDocument.Block.figure(
                Figure(
                    title: "Reading times in the order of reading",
                    alternative: "Active seconds of \(times.points.count) reads against their "
                        + "place in the reader's order; the medians are in the table.",
                    chart: chart))
        }
        return [.table(table)] + [byReader, inOrder].compactMap(\.self)
    }

    private var table: ReportTable {
        let strata = VaryingStrata(times.summaries.map(\.stratum))
        let source = sources.name(of: times.source)
        return ReportTable(
            title: strata.shared.isEmpty ? "Reading times" : "Reading times: \(strata.shared)",
            columns: strata.varying.map { .words($0.rawValue) } + [
                .numbers("Reads"), .numbers("Median s"), .numbers("Quartiles s"),
                .numbers("Hours"),
            ], keys: strata.varying.count,
            rows: times.summaries.map { summary in
                strata.cells(of: summary.stratum) + [
                    "\(summary.reads)", seconds(summary.median),
                    "\(seconds(summary.lowerQuartile)) to \(seconds(summary.upperQuartile))",
                    NumberText.fixed(summary.hours, places: 1),
                ]
            }, notes: source.isEmpty ? [] : ["Source: \(source)."])
    }

    private var alternative: String {
        let medians = times.summaries.map { summary in
            "\(summary.stratum.text) \(TimeCharts.text(summary)) s"
        }
        return "Median active reading time with quartiles. "
            + medians.joined(separator: "; ") + "."
    }

    private func seconds(_ value: Double) -> String { NumberText.fixed(value, places: 0) }
}

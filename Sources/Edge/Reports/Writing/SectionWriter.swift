import Analysis

/// A section of an analysis as headings, sentences, tables and figures.
struct SectionWriter {
    /// The section.
    let section: ResultSection
    /// The confidence level.
    let level: Double
    /// Names of the records.
    let sources: SourceRegister

    /// The section of the report.
    var written: ReportDocument.Section {
        let remarks = section.remarks.map(ReportDocument.Block.remark)
        return ReportDocument.Section(
            title: section.title,
            blocks: remarks + estimates + crossTables + curves + section.contents.flatMap(blocks))
    }

    private var estimates: [ReportDocument.Block] {
        section.contents.flatMap { content -> [ReportDocument.Block] in
            guard case .estimates(let estimates) = content, !estimates.isEmpty else { return [] }
            let table = EstimateTable(
                estimates: estimates, title: section.title, level: level, sources: sources
            ).table
            let figures = EstimateFigures(
                estimates: estimates, title: section.title, level: level
            ).figures
            return [.table(table)] + figures.map(ReportDocument.Block.figure)
        }
    }

    private var crossTables: [ReportDocument.Block] {
        let tables = section.contents.compactMap { content -> CrossTable? in
            if case .crossTable(let table) = content { table } else { nil }
        }
        return CrossTables(tables: tables, sources: sources).blocks
    }

    /// Curves that differ in the arm only share a figure.
    private var curves: [ReportDocument.Block] {
        let curves = section.contents.compactMap { content -> Curve? in
            if case .curve(let curve) = content { curve } else { nil }
        }
        var groups: [[Curve]] = []
        for curve in curves {
            let place = groups.firstIndex { Self.sharesFigure($0[0], curve) && $0.count < 6 }
            if let place { groups[place].append(curve) } else { groups.append([curve]) }
        }
        return groups.flatMap { curves -> [ReportDocument.Block] in
            [.table(areas(curves)), .figure(Self.figure(curves))]
        }
    }

    private func areas(_ curves: [Curve]) -> ReportTable {
        EstimateTable(
            estimates: curves.map(\.area), title: section.title, level: level, sources: sources
        ).table
    }

    private static func sharesFigure(_ first: Curve, _ second: Curve) -> Bool {
        var stratum = second.stratum
        stratum.arm = first.stratum.arm
        return stratum == first.stratum && first.kind == second.kind
    }

    private static func figure(_ curves: [Curve]) -> Figure {
        let strata = VaryingStrata(curves.map(\.stratum))
        let name = curves[0].kind == .roc ? "ROC curves" : "Free-response curves"
        let areas = curves.map { curve in
            let text = EstimateText(estimate: curve.area).withInterval
            return "\(strata.text(of: curve.stratum)) \(curve.area.label) \(text)"
        }
        return Figure(
            title: strata.shared.isEmpty ? name : "\(name): \(strata.shared)",
            alternative: "\(name). \(areas.joined(separator: "; ")).",
            chart: CurveChart(curves: curves).chart)
    }

    /// Contents that stand alone.
    private func blocks(_ content: ResultSection.Content) -> [ReportDocument.Block] {
        switch content {
        case .agreement(let matrix): AgreementBlocks(matrix: matrix, sources: sources).blocks
        case .differences(let plot):
            DifferenceBlocks(plot: plot, level: level, sources: sources).blocks
        case .times(let times): TimeBlocks(times: times, sources: sources).blocks
        case .estimates, .crossTable, .curve, .values: []
        }
    }
}

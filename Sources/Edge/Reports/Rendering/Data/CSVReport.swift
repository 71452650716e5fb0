import Analysis
import ReaderStudies

/// An analysis as a tidy table: one row a number, the same columns for all.
struct CSVReport {
    /// The analysis.
    let result: AnalysisResult

    /// The columns, in order; a released name never changes.
    static let header: [String] = [
        "section", "name", "finding", "level", "arm", "reader", "stage", "property", "group",
        "value", "lower", "upper", "p", "interval", "method", "count", "total", "units",
        "clusters", "unit", "reason", "source", "records",
    ]

    /// The table.
    var text: String {
        let sources = SourceRegister(result)
        var rows = provenance + flow(sources)
        for section in result.sections {
            for content in section.contents {
                rows += self.rows(content, section.kind.rawValue, sources)
            }
        }
        rows += records(sources)
        return CSVText.line(Self.header) + CSVText.text(rows.map { $0.cells })
    }

    /// One row by the names of its columns.
    private struct Row {
        static let strata = ["finding", "level", "arm", "reader", "stage", "property", "group"]
        private var texts: [String: String]

        init(_ section: String, _ name: String, _ stratum: Stratum = Stratum()) {
            texts = ["section": section, "name": name]
            let parts = [
                stratum.finding, stratum.level, stratum.arm, stratum.reader, stratum.stage,
                stratum.group?.property, stratum.group?.value,
            ]
            for (column, part) in zip(Self.strata, parts) {
                texts[column] = part.map(CSVText.harmless)
            }
        }

        subscript(column: String) -> String? {
            get { texts[column] }
            set { texts[column] = newValue }
        }

        /// A number in its column, or the reason why there is none.
        mutating func set(_ column: String, _ quantity: Quantity?) {
            guard let quantity else { return }
            texts[column] = quantity.value.map(NumberText.shortest)
            if let reason = quantity.reason, texts["reason"] == nil { texts["reason"] = reason }
        }

        mutating func set(_ column: String, _ number: Int) { texts[column] = "\(number)" }

        func with(_ column: String, _ text: String) -> Row {
            var row = self
            row[column] = text
            return row
        }

        var cells: [String] { CSVReport.header.map { texts[$0] ?? "" } }
    }

    /// Texts, not numbers, stand in the column of the method.
    private var provenance: [Row] {
        let from = result.provenance
        let texts: [(String, String)] = [
            ("study", from.study), ("protocolVersion", from.protocolVersion),
            ("software", from.software), ("dataHash", from.dataHash),
            ("reference", from.reference), ("referenceHash", from.referenceHash),
            ("plan", from.plan), ("planHash", from.planHash),
            ("revision", from.revision.rawValue), ("interim", from.interim ?? ""),
        ]
        return texts.filter { !$0.1.isEmpty }.map { name, text in
            Row("provenance", name).with("method", CSVText.harmless(text))
        }
    }

    private func flow(_ sources: SourceRegister) -> [Row] {
        let counts = result.flow.counts.map { count in
            Row("flow", count.name, count.stratum).with("value", "\(count.count)")
        }
        let answers = result.flow.answers.flatMap { answers in
            [
                ("planned", answers.planned), ("analysed", answers.analysed),
                ("withoutReference", answers.withoutReference),
                ("notAssessable", answers.notAssessable), ("skipped", answers.skipped),
                ("missing", answers.missing),
            ].map { name, count in
                Row("flow", "answers.\(name)", answers.stratum).with("value", "\(count)")
                    .with("source", sources.name(of: answers.source))
            }
        }
        return counts + answers
    }

    private func rows(
        _ content: ResultSection.Content, _ section: String, _ sources: SourceRegister
    ) -> [Row] {
        switch content {
        case .estimates(let estimates): estimates.flatMap { rows($0, section, sources) }
        case .crossTable(let table): rows(table, section, sources)
        case .agreement(let matrix): rows(matrix, section, sources)
        case .curve(let curve):
            rows(curve.area, section, sources) + points(curve, section, sources)
        case .differences(let plot):
            [plot.bias, plot.lowerLimit, plot.upperLimit].flatMap { rows($0, section, sources) }
        case .times(let times): rows(times, section, sources)
        case .values(let method, let stratum, let values):
            values.map { value in
                var row = Row(section, "\(method).\(value.name)", stratum)
                row.set("value", value.quantity)
                return row
            }
        }
    }

    /// The number with its interval, and a row for every other interval of it.
    private func rows(
        _ estimate: Estimate, _ section: String, _ sources: SourceRegister
    ) -> [Row] {
        var row = Row(section, estimate.name, estimate.stratum)
        row.set("value", estimate.value)
        row["method"] = estimate.method
        row.set("units", estimate.units)
        row.set("clusters", estimate.clusters)
        row["source"] = sources.name(of: estimate.source)
        if case .number(let unit) = estimate.scale { row["unit"] = unit }
        if let fraction = estimate.fraction {
            row.set("count", fraction.count)
            row.set("total", fraction.total)
        }
        let intervals = [estimate.interval] + estimate.alternatives.map(Optional.some)
        return intervals.enumerated().map { place, interval in
            var copy = row
            if place == 0 { copy.set("p", estimate.p) }
            copy["interval"] = interval?.method
            copy.set("lower", interval?.limits.lower)
            copy.set("upper", interval?.limits.upper)
            return copy
        }
    }

    private func rows(
        _ table: CrossTable, _ section: String, _ sources: SourceRegister
    ) -> [Row] {
        zip(table.rows, table.counts).flatMap { label, counts in
            zip(table.columns, counts).map { column, count in
                let cell = "\(ResultValue.part(label)).\(ResultValue.part(column))"
                return Row(section, "crossTable.\(cell)", table.stratum)
                    .with("value", "\(count)").with("source", sources.name(of: table.source))
            }
        }
    }

    private func rows(
        _ matrix: AgreementMatrix, _ section: String, _ sources: SourceRegister
    ) -> [Row] {
        matrix.readers.indices.flatMap { first in
            matrix.readers.indices.dropFirst(first + 1).map { second in
                let pair = [first, second].map { ResultValue.part(matrix.readers[$0]) }
                    .joined(separator: "-")
                var row = Row(section, "\(matrix.name).pair.\(pair)", matrix.stratum)
                row.set("value", matrix.values[first][second])
                row.set("units", matrix.units[first][second])
                row["source"] = sources.name(of: matrix.source)
                return row
            }
        }
    }

    private func points(
        _ curve: Curve, _ section: String, _ sources: SourceRegister
    ) -> [Row] {
        curve.points.flatMap { point -> [Row] in
            let threshold = point.threshold.map(NumberText.shortest) ?? "none"
            let start = "\(curve.kind.rawValue).threshold.\(ResultValue.part(threshold))"
            var y = Row(section, "\(start).y", curve.stratum)
            y.set("value", .value(point.y))
            y.set("lower", point.band?.lower)
            y.set("upper", point.band?.upper)
            let x = Row(section, "\(start).x", curve.stratum)
                .with("value", NumberText.shortest(point.x))
            return [x, y].map { $0.with("source", sources.name(of: curve.source)) }
        }
    }

    private func rows(
        _ times: ReadingTimes, _ section: String, _ sources: SourceRegister
    ) -> [Row] {
        times.summaries.flatMap { summary in
            [
                ("seconds.median", summary.median, "s"),
                ("seconds.lowerQuartile", summary.lowerQuartile, "s"),
                ("seconds.upperQuartile", summary.upperQuartile, "s"),
                ("hours", summary.hours, "h"),
            ].map { name, value, unit in
                var row = Row(section, name, summary.stratum)
                row.set("value", .value(value))
                row.set("units", summary.reads)
                row["unit"] = unit
                row["source"] = sources.name(of: times.source)
                return row
            }
        }
    }

    /// The records of every source, once.
    private func records(_ sources: SourceRegister) -> [Row] {
        sources.sets.map { set in
            Row("records", "records").with("value", "\(set.count)")
                .with("source", sources.name(of: set)).with("records", set.text)
        }
    }
}

import Analysis

/// Cross tables: two by two as one row each, larger ones each as a table and a figure.
struct CrossTables {
    /// Tables in the order of the section.
    let tables: [CrossTable]
    /// Names of the records.
    let sources: SourceRegister

    /// So many small figures stand beside each other; beyond that the table says it better.
    private static let mostFigures = 12

    /// Tables and figures.
    var blocks: [ReportDocument.Block] {
        alike.flatMap { tables -> [ReportDocument.Block] in
            let written =
                tables[0].counts.flatMap(\.self).count <= 4
                ? [ReportDocument.Block.table(rowEach(tables))]
                : tables.map { .table(whole($0)) }
            guard tables.count <= Self.mostFigures else { return written }
            return written + [.figures(tables.map(figure))]
        }
    }

    /// Tables of the same kind and labels together.
    private var alike: [[CrossTable]] {
        var groups: [[CrossTable]] = []
        for table in tables {
            let place = groups.firstIndex { Self.isAlike($0[0], table) }
            if let place { groups[place].append(table) } else { groups.append([table]) }
        }
        return groups
    }

    private static func isAlike(_ first: CrossTable, _ second: CrossTable) -> Bool {
        (first.title, first.rowTitle, first.columnTitle)
            == (second.title, second.rowTitle, second.columnTitle)
            && (first.rows, first.columns) == (second.rows, second.columns)
    }

    private func rowEach(_ tables: [CrossTable]) -> ReportTable {
        let strata = VaryingStrata(tables.map(\.stratum))
        let first = tables[0]
        let cells = first.rows.flatMap { row in
            first.columns.map { column in
                ReportTable.Column.numbers(
                    "\(first.rowTitle) \(row), \(first.columnTitle) \(column)")
            }
        }
        return ReportTable(
            title: Self.title(first, shared: strata.shared),
            columns: strata.varying.map { .words($0.rawValue) } + cells + [
                .numbers("Sum"), .words("Source"),
            ], keys: strata.varying.count,
            rows: tables.map { table in
                strata.cells(of: table.stratum)
                    + table.counts.flatMap(\.self).map { "\($0)" }
                    + ["\(table.total)", sources.name(of: table.source)]
            })
    }

    private func whole(_ table: CrossTable) -> ReportTable {
        let sums = table.counts.map { row in row.reduce(0, +) }
        let rows = zip(table.rows, zip(table.counts, sums)).map { label, numbers in
            [label] + numbers.0.map { "\($0)" } + ["\(numbers.1)"]
        }
        let below = table.columns.indices.map { column in
            "\(table.counts.reduce(0) { $0 + $1[column] })"
        }
        let source = sources.name(of: table.source)
        return ReportTable(
            title: Self.title(table, shared: table.stratum.text),
            columns: [.words("\(table.rowTitle)\\\(table.columnTitle)")]
                + table.columns.map { .numbers($0) } + [.numbers("Sum")], keys: 1,
            rows: rows + [["Sum"] + below + ["\(table.total)"]],
            notes: source.isEmpty ? [] : ["Source: \(source)."])
    }

    private func figure(_ table: CrossTable) -> Figure {
        let counts = zip(table.rows, table.counts).map { row, counts in
            let cells = zip(table.columns, counts).map { "\(table.columnTitle) \($0): \($1)" }
            return "\(table.rowTitle) \(row): \(cells.joined(separator: ", "))"
        }
        return Figure(
            title: Self.title(table, shared: table.stratum.text),
            alternative: counts.joined(separator: "; ") + ".", chart: MatrixChart(table).chart)
    }

    private static func title(_ table: CrossTable, shared: String) -> String {
        let title = table.title.prefix(1).uppercased() + table.title.dropFirst()
        return shared.isEmpty ? title : "\(title): \(shared)"
    }
}

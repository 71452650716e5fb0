/// A table of a report as HTML, with headings for those who hear it.
struct HTMLTable {
    /// The table.
    let table: ReportTable
    /// Its number, from 1.
    let number: Int

    /// The element and the notes under it.
    var text: String {
        let caption = "Table \(number). \(HTMLText.escaped(table.title))"
        let notes = table.notes.map { "<p>\(HTMLText.escaped($0))</p>" }.joined()
        return "<div class=\"wide\" role=\"region\" aria-labelledby=\"table-\(number)\" "
            + "tabindex=\"0\">\n<table>\n<caption id=\"table-\(number)\"><span>\(caption)</span></caption>\n"
            + head + table.groups.map(body).joined() + "</table>\n</div>"
            + (notes.isEmpty ? "" : "\n<div class=\"notes\">\(notes)</div>")
    }

    private var head: String {
        let cells = table.columns.map { column in
            "<th scope=\"col\"\(column.isNumeric ? " class=\"n\"" : "")>"
                + "\(HTMLText.escaped(column.title))</th>"
        }
        return "<thead><tr>\(cells.joined())</tr></thead>\n"
    }

    private func body(_ group: ReportTable.Group) -> String {
        let title = group.title.map { title in
            "<tr><th scope=\"rowgroup\" class=\"group\" colspan=\"\(table.columns.count)\">"
                + "\(HTMLText.escaped(title))</th></tr>\n"
        }
        return "<tbody>\n" + (title ?? "") + group.rows.map(row).joined() + "</tbody>\n"
    }

    private func row(_ cells: [String]) -> String {
        let html = zip(cells, table.columns).enumerated().map { place, cell in
            let tag = place < min(table.keys, 1) ? "th scope=\"row\"" : "td"
            let kind =
                cell.1.isNumeric ? " class=\"n\"" : cell.0.count > 200 ? " class=\"runs\"" : ""
            return "<\(tag)\(kind)>\(HTMLText.escaped(cell.0))</\(tag.prefix(2))>"
        }
        return "<tr>\(html.joined())</tr>\n"
    }
}

/// A report in plain lines of 80 characters, without colours or escape bytes of its own.
struct TextReport {
    /// The report.
    let document: ReportDocument
    /// A figure as text or pixels of the terminal; `nil` leaves it to its words.
    var figure: (Figure) -> String? = { _ in nil }

    private static let width = 80

    /// The text, with a line feed at its end.
    var text: String {
        var numbers = Numbers()
        let sections = document.sections.flatMap { section in
            ["", section.title, String(repeating: "=", count: section.title.count)]
                + section.blocks.flatMap { lines(of: $0, numbers: &numbers) }
        }
        return (head + sections).joined(separator: "\n") + "\n"
    }

    private struct Numbers {
        var tables = 0
        var figures = 0
    }

    private var head: [String] {
        let width = document.facts.map(\.name.count).max() ?? 0
        let facts = document.facts.flatMap { fact in
            TextWrap.lines(fact.value, width: Self.width - width - 2).enumerated().map {
                TextWrap.left($0 == 0 ? fact.name : "", width) + "  \($1)"
            }
        }
        let interim = document.interim.map {
            wrapped("INTERIM: these numbers may still change. \($0)") + [""]
        }
        return wrapped(document.title) + [""] + (interim ?? []) + facts
    }

    private func lines(of block: ReportDocument.Block, numbers: inout Numbers) -> [String] {
        switch block {
        case .paragraph(let text): return [""] + wrapped(text)
        case .remark(let remark):
            return [""] + wrapped("\(RemarkText.start(remark.kind)): \(remark.sentence)")
        case .table(let table):
            numbers.tables += 1
            return [""] + wrapped("Table \(numbers.tables). \(table.title)")
                + TextTable(table: table, width: Self.width).lines
                + table.notes.flatMap(wrapped)
        case .figure(let figure): return lines(of: [figure], numbers: &numbers)
        case .figures(let figures): return lines(of: figures, numbers: &numbers)
        }
    }

    /// Figures that the terminal cannot show are left to the tables.
    private func lines(of figures: [Figure], numbers: inout Numbers) -> [String] {
        figures.flatMap { figure -> [String] in
            numbers.figures += 1
            guard let drawn = self.figure(figure) else { return [] }
            return ["", drawn] + wrapped("Figure \(numbers.figures). \(figure.title)")
        }
    }

    private func wrapped(_ text: String) -> [String] {
        TextWrap.lines(text, width: Self.width)
    }
}

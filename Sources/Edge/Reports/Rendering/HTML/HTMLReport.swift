import Analysis

/// A report as one page that needs no network, no script and no other file.
struct HTMLReport {
    /// The report.
    let document: ReportDocument

    /// The page.
    var text: String {
        var numbers = Numbers()
        let sections = document.sections.enumerated().map { place, section in
            let blocks = section.blocks.map { html(of: $0, numbers: &numbers) }
            return "<section aria-labelledby=\"section-\(place + 1)\">\n"
                + "<h2 id=\"section-\(place + 1)\">\(HTMLText.escaped(section.title))</h2>\n"
                + blocks.joined(separator: "\n") + "\n</section>"
        }
        return head + sections.joined(separator: "\n") + "\n</main>\n</body>\n</html>\n"
    }

    private struct Numbers {
        var tables = 0
        var figures = 0
    }

    /// Nothing may be fetched and no script may run, whatever a label holds.
    private static let policy =
        "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:; "
        + "base-uri &#39;none&#39;; form-action &#39;none&#39;"

    private var head: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <link rel="icon" href="data:,">
        <title>\(HTMLText.escaped(document.title))</title>
        <style>
        \(PageStyle.sheet)
        </style>
        </head>
        <body>
        <header>
        <h1>\(HTMLText.escaped(document.title))</h1>
        \(interim)<dl>\(facts)</dl>
        \(contents)
        </header>
        <main>

        """
    }

    private var interim: String {
        guard let interim = document.interim else { return "" }
        return
            "<p class=\"interim\" role=\"note\"><strong>Interim.</strong> These numbers may still "
            + "change. \(HTMLText.escaped(interim))</p>\n"
    }

    private var facts: String {
        document.facts.map { fact in
            "<dt>\(HTMLText.escaped(fact.name))</dt><dd>\(HTMLText.escaped(fact.value))</dd>"
        }.joined(separator: "\n")
    }

    private var contents: String {
        let links = document.sections.enumerated().map { place, section in
            "<li><a href=\"#section-\(place + 1)\">\(HTMLText.escaped(section.title))</a></li>"
        }
        return "<nav aria-label=\"Contents\"><ul>\(links.joined())</ul></nav>"
    }

    private func html(of block: ReportDocument.Block, numbers: inout Numbers) -> String {
        switch block {
        case .paragraph(let text): return "<p>\(HTMLText.escaped(text))</p>"
        case .remark(let remark):
            return "<p class=\"\(remark.kind.rawValue)\"><strong>"
                + "\(RemarkText.start(remark.kind)):</strong> "
                + "\(HTMLText.escaped(remark.sentence))</p>"
        case .table(let table):
            numbers.tables += 1
            return HTMLTable(table: table, number: numbers.tables).text
        case .figure(let figure): return html(of: figure, numbers: &numbers)
        case .figures(let figures):
            let each = figures.map { html(of: $0, numbers: &numbers) }
            return "<div class=\"beside\">\n\(each.joined(separator: "\n"))\n</div>"
        }
    }

    private func html(of figure: Figure, numbers: inout Numbers) -> String {
        numbers.figures += 1
        let drawing = ChartSVG(figure.chart).element(
            id: "figure-\(numbers.figures)", title: figure.title, words: figure.alternative)
        return "<figure>\n<div class=\"scroll\" tabindex=\"0\">\(drawing)</div>\n"
            + "<figcaption>Figure \(numbers.figures). \(HTMLText.escaped(figure.title))"
            + "</figcaption>\n</figure>"
    }
}

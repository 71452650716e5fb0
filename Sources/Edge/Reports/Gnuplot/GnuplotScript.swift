import ReaderStudies

/// A chart as a script for gnuplot, with its data inside, for the terminal.
struct GnuplotScript {
    /// The chart.
    let chart: Chart
    /// How it is drawn.
    let style: TerminalFigures.Style

    /// The script. Every label is made of letters, digits and harmless signs, and stands between single
    /// quotation marks, so that gnuplot takes none for a command.
    var text: String {
        ([
            terminal, "set encoding utf8", "unset colorbox", "set border 3",
            "set tics nomirror out",
            "set key \(chart.key.isEmpty ? "off" : "below vertical noenhanced")",
            axis("x", chart.x), axis("y", chart.y), isLogarithmic, size,
        ] + labels + data + [plots]).filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    /// A text that can be no command: other characters become `_`, at most 60 of them.
    static func harmless(_ text: String) -> String {
        let allowed = text.prefix(60).map { character -> Character in
            character.isLetter || character.isNumber || " .,:;%()+-−–/=<>".contains(character)
                ? character : "_"
        }
        return "'\(String(allowed))'"
    }

    private var terminal: String {
        switch style {
        case .text:
            let rows = rowCount.map { max($0 + 8, 12) } ?? 24
            return "set terminal dumb noenhanced mono size 79,\(rows + chart.key.count)"
        case .sixel:
            let height = rowCount.map { max($0 * (chart.isMatrix ? 48 : 22) + 90, 160) } ?? 420
            return "set terminal sixelgd noenhanced size 640,\(height + 20 * chart.key.count) "
                + "font 'DejaVuSans,10'"
        }
    }

    private var rowCount: Int? {
        chart.y.start > chart.y.end ? Int(abs(chart.y.start - chart.y.end).rounded()) : nil
    }

    private func axis(_ name: String, _ axis: ChartAxis) -> String {
        let ticks = axis.ticks.map { "\(Self.harmless($0.label)) \(number($0.value))" }
        return "set \(name)range [\(number(axis.start)):\(number(axis.end))]\n"
            + "set \(name)tics (\(ticks.joined(separator: ", ")))\n"
            + "set \(name)label \(Self.harmless(axis.title))"
    }

    private var isLogarithmic: String { chart.x.isLogarithmic ? "set logscale x" : "" }

    private var size: String {
        chart.shape == .square && !chart.isMatrix && style == .sixel ? "set size square" : ""
    }

    private var labels: [String] {
        let cells = chart.marks.compactMap { mark -> String? in
            guard case .cell(let from, let to, _, let text) = mark else { return nil }
            let (x, y) = ((from.x + to.x) / 2, (from.y + to.y) / 2)
            return "set label \(Self.harmless(text)) at \(number(x)),\(number(y)) center front"
        }
        let right = chart.side.isEmpty ? [] : ["set rmargin \(sideWidth)"]
        return cells + right
            + chart.side.map { side in
                "set label \(Self.harmless(side.text)) at graph 1, first \(number(side.y)) left offset 2,0"
            }
    }

    private var sideWidth: Int { (chart.side.map(\.text.count).max() ?? 0) + 3 }

    /// One block of data for each mark.
    private var data: [String] {
        chart.marks.enumerated().map { place, mark in
            "$data\(place) << END_OF_DATA\n"
                + rows(of: mark).map { $0.map(number).joined(separator: " ") }
                .joined(separator: "\n") + "\nEND_OF_DATA"
        }
    }

    private func rows(of mark: ChartMark) -> [[Double]] {
        switch mark {
        case .points(let places, _, _), .line(let places, _): places.map { [$0.x, $0.y] }
        case .band(let lower, let upper, _):
            zip(lower, upper).map { [$0.x, $0.y, $1.y] }
        case .interval(let y, let lower, let value, let upper, _):
            [[value, y, max(lower, start), min(upper, end)]]
        case .cell(let from, let to, let shade, _):
            [
                [
                    (from.x + to.x) / 2, (from.y + to.y) / 2, from.x, to.x, min(from.y, to.y),
                    max(from.y, to.y), (1 - shade) * 255,
                ]
            ]
        }
    }

    private var start: Double { min(chart.x.start, chart.x.end) }
    private var end: Double { max(chart.x.start, chart.x.end) }

    private var plots: String {
        let parts = chart.marks.enumerated().compactMap { place, mark in
            form(of: mark, block: "$data\(place)").map { "$data\(place) \($0)" }
        }
        return parts.isEmpty ? "" : "plot " + parts.joined(separator: ", \\\n  ")
    }

    /// How a mark is drawn; bands and shades only where there are pixels.
    private func form(of mark: ChartMark, block: String) -> String? {
        let isText = style == .text
        switch mark {
        case .points(_, let series, _):
            return "with points linetype \(series + 1) pointtype \(sign(series)) \(title(series))"
        case .line(_, .series(let series)): return "with lines linetype \(series + 1) notitle"
        case .line(_, .reference):
            return isText
                ? "with lines linetype 0 notitle"
                : "with lines linecolor rgb '#808080' dashtype 3 notitle"
        case .line(_, .limit):
            return isText
                ? "with lines linetype 8 notitle"
                : "with lines linecolor rgb '#b8450f' dashtype 2 notitle"
        case .band(_, _, let series):
            return isText
                ? nil
                : "using 1:2:3 with filledcurves fillstyle transparent solid 0.15 noborder "
                    + "linetype \(series + 1) notitle"
        case .interval(_, _, _, _, let series):
            // Bars of letters would hide each other: a line of dashes with the letter on it.
            return isText
                ? "using 3:2:($4-$3):(0) with vectors nohead linetype -1 notitle, "
                    + "\(block) using 1:2 with points pointtype \(sign(series)) notitle"
                : "using 1:2:3:4 with xerrorbars linetype \(series + 1) pointtype 7 notitle"
        case .cell:
            return "using 1:2:3:4:5:6:(65536*int($7)+256*int($7)+255) with boxxyerror "
                + "linecolor rgb variable fillstyle solid noborder notitle"
        }
    }

    /// In the terminal's text a series is a letter.
    private func sign(_ series: Int) -> Int { series + 1 }

    private func title(_ series: Int) -> String {
        let entry = chart.key.first { $0.series == series }
        return entry.map { "title \(Self.harmless($0.label))" } ?? "notitle"
    }

    private func number(_ value: Double) -> String { NumberText.shortest(value) }
}

import ReaderStudies

/// A chart as SVG, styled by the page it stands in.
struct ChartSVG {
    /// The chart.
    let chart: Chart
    /// Where its parts stand.
    private let room: ChartRoom

    /// `chart`, drawn.
    init(_ chart: Chart) {
        self.chart = chart
        room = ChartRoom(chart)
    }

    /// Pixels across, at the size at which its text is as large as the page's small text.
    var width: Int { Int(room.width.rounded(.up)) }

    /// The element with `attributes` of its own; `title` and `words` are read out where it is not seen.
    func element(id: String, title: String, words: String) -> String {
        let height = Int(room.height.rounded(.up))
        return "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
            + "aria-labelledby=\"\(id)-t \(id)-d\" style=\"max-width:\(width)px;"
            + "min-width:\(min(width, 340))px\">"
            + "<title id=\"\(id)-t\">\(HTMLText.escaped(title))</title>"
            + "<desc id=\"\(id)-d\">\(HTMLText.escaped(words))</desc>\n"
            + (grid + chart.marks.map(mark) + axes + side + key).joined(separator: "\n")
            + "\n</svg>"
    }

    private func px(_ value: Double) -> String { NumberText.fixed(value, places: 1) }

    private func x(_ value: Double) -> Double { room.left + chart.x.share(value) * room.across }

    private func y(_ value: Double) -> Double { room.bottom - chart.y.share(value) * room.down }

    private func text(
        _ text: String, _ x: Double, _ y: Double, anchor: String = "start", kind: String = ""
    ) -> String {
        "<text x=\"\(px(x))\" y=\"\(px(y))\" text-anchor=\"\(anchor)\""
            + (kind.isEmpty ? "" : " class=\"\(kind)\"") + ">\(HTMLText.escaped(text))</text>"
    }

    private func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String
    ) -> String {
        "<line x1=\"\(px(x1))\" y1=\"\(px(y1))\" x2=\"\(px(x2))\" y2=\"\(px(y2))\" class=\"\(kind)\"/>"
    }

    private var hasRows: Bool { chart.y.start > chart.y.end }

    private var grid: [String] {
        guard !chart.isMatrix else { return [] }
        let upright = chart.x.ticks.map { tick in
            line(x(tick.value), room.top, x(tick.value), room.bottom, "grid")
        }
        let level =
            hasRows
            ? []
            : chart.y.ticks.map { tick in
                line(room.left, y(tick.value), room.right, y(tick.value), "grid")
            }
        return upright + level
    }

    private var axes: [String] {
        let labels = chart.isMatrix ? chart.columnWords : chart.x.ticks.map { [$0.label] }
        let below = zip(chart.x.ticks, labels).flatMap { tick, lines in
            lines.enumerated().map { line, label in
                text(
                    label, x(tick.value),
                    room.bottom + 16 + Double(line) * ChartRoom.labelLine, anchor: "middle")
            }
        }
        let beside = chart.y.ticks.map { tick in
            text(
                tick.label, tick.isHeading ? 2 : room.left - 8, y(tick.value) + 4,
                anchor: tick.isHeading ? "start" : "end", kind: tick.isHeading ? "heading" : "")
        }
        let baseline =
            chart.isMatrix
            ? []
            : [
                line(room.left, room.bottom, room.right, room.bottom, "axis")
            ]
        return baseline + below + beside + titles
    }

    private var titles: [String] {
        let middle = (room.left + room.right) / 2
        let across = text(
            chart.x.title, middle,
            room.bottom + 36 + Double(room.labelLines - 1) * ChartRoom.labelLine, anchor: "middle",
            kind: "title")
        guard !chart.y.title.isEmpty else { return [across] }
        let (turnX, turnY) = (px(14), px((room.top + room.bottom) / 2))
        return [
            across,
            "<text transform=\"translate(\(turnX) \(turnY)) rotate(-90)\" text-anchor=\"middle\" "
                + "class=\"title\">\(HTMLText.escaped(chart.y.title))</text>",
        ]
    }

    private var side: [String] {
        let title =
            chart.sideTitle.isEmpty
            ? []
            : [text(chart.sideTitle, room.width - 4, room.top - 8, anchor: "end", kind: "title")]
        return title
            + chart.side.map { side in
                hasRows
                    ? text(side.text, room.width - 4, y(side.y) + 4, anchor: "end")
                    : text(side.text, room.right + 6, y(side.y) + 4)
            }
    }

    private var key: [String] {
        chart.key.enumerated().flatMap { place, entry in
            let y = room.bottom + ChartRoom.below + Double(place) * ChartRoom.keyLine
            return [
                line(room.left, y, room.left + 26, y, "line s\(entry.series % 6)"),
                marker(room.left + 13, y, entry.series),
                text(entry.label, room.left + 34, y + 4),
            ]
        }
    }

    private func mark(_ mark: ChartMark) -> String {
        switch mark {
        case .points(let places, let series, let isFaint):
            return "<g\(isFaint ? " class=\"faint\"" : "")>"
                + places.map { marker(x($0.x), y($0.y), series) }.joined() + "</g>"
        case .line(let places, let stroke):
            let points = places.map { "\(px(x($0.x))),\(px(y($0.y)))" }.joined(separator: " ")
            return "<polyline points=\"\(points)\" class=\"\(kind(stroke))\"/>"
        case .band(let lower, let upper, let series):
            let points = (lower + upper.reversed()).map { "\(px(x($0.x))),\(px(y($0.y)))" }
            return "<polygon points=\"\(points.joined(separator: " "))\" "
                + "class=\"band s\(series % 6)\"/>"
        case .interval(let row, let lower, let value, let upper, let series):
            return interval(y(row), lower, value, upper, series)
        case .cell(let from, let to, let shade, let label):
            return cell(from, to, shade, label)
        }
    }

    private func kind(_ stroke: ChartMark.Stroke) -> String {
        switch stroke {
        case .series(let series): "line s\(series % 6)"
        case .reference: "reference"
        case .limit: "limit"
        }
    }

    private func interval(
        _ y: Double, _ lower: Double, _ value: Double, _ upper: Double, _ series: Int
    ) -> String {
        let (from, to) = (min(chart.x.start, chart.x.end), max(chart.x.start, chart.x.end))
        let (left, right) = (x(max(lower, from)), x(min(upper, to)))
        let ends = [(left, lower < from, -5.0), (right, upper > to, 5.0)].map { end, isCut, size in
            isCut
                ? "<path d=\"M\(px(end)) \(px(y))l\(px(-size)) -4v8z\" class=\"mark s\(series % 6)\"/>"
                : line(end, y - 4, end, y + 4, "line s\(series % 6)")
        }
        return line(left, y, right, y, "line s\(series % 6)") + ends.joined()
            + marker(x(value), y, series, size: 4)
    }

    private func cell(
        _ from: ChartMark.Place, _ to: ChartMark.Place, _ shade: Double, _ label: String
    ) -> String {
        let (left, top) = (min(x(from.x), x(to.x)), min(y(from.y), y(to.y)))
        let (width, height) = (abs(x(to.x) - x(from.x)), abs(y(to.y) - y(from.y)))
        return "<rect x=\"\(px(left))\" y=\"\(px(top))\" width=\"\(px(width))\" "
            + "height=\"\(px(height))\" class=\"cell\" "
            + "fill-opacity=\"\(NumberText.fixed(0.08 + 0.82 * shade, places: 2))\"/>"
            + text(
                label, left + width / 2, top + height / 2 + 4, anchor: "middle",
                kind: shade > 0.5 ? "inverse" : "")
    }

    /// A series by its shape, so that it is never told by colour alone.
    private func marker(_ x: Double, _ y: Double, _ series: Int, size: Double = 3) -> String {
        let r = px(size)
        let (start, whole) = ("M\(px(x)) \(px(y))", px(2 * size))
        let path =
            switch series % 6 {
            case 1: "\(start)m-\(r) -\(r)h\(whole)v\(whole)h-\(whole)z"
            case 2: "\(start)m0 -\(r)l\(r) \(whole)h-\(whole)z"
            case 3:
                "\(start)m0 -\(px(size * 1.3))l\(px(size * 1.3)) \(px(size * 1.3))"
                    + "l-\(px(size * 1.3)) \(px(size * 1.3))l-\(px(size * 1.3)) -\(px(size * 1.3))z"
            case 4: "\(start)m-\(r) -\(r)l\(whole) \(whole)m0 -\(whole)l-\(whole) \(whole)"
            case 5: "\(start)m-\(r) 0h\(whole)m-\(r) -\(r)v\(whole)"
            default: "\(start)m-\(r) 0a\(r) \(r) 0 1 0 \(whole) 0a\(r) \(r) 0 1 0 -\(whole) 0z"
            }
        return "<path d=\"\(path)\" class=\"mark s\(series % 6)\"/>"
    }
}

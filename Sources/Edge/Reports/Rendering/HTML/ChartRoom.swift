/// Where the parts of a chart stand, in pixels.
struct ChartRoom {
    /// Pixels of a character of the figure's text, on the wide side.
    private static let character = 7.3
    /// Pixels from the axis to the first line of the key.
    static let below = 58.0
    /// Pixels of a line of the key.
    static let keyLine = 19.0
    /// Pixels of a line of a label under the plot.
    static let labelLine = 15.0

    /// The plot's left edge.
    let left: Double
    /// The plot's upper edge.
    let top: Double
    /// Pixels of the plot across.
    let across: Double
    /// Pixels of the plot down.
    let down: Double
    /// Lines of the labels under the plot: the columns of a matrix are narrow, and each word has its own.
    let labelLines: Int
    /// Pixels of the whole across.
    let width: Double
    /// Pixels of the whole down.
    let height: Double

    /// The plot's right edge.
    var right: Double { left + across }
    /// The plot's lower edge.
    var bottom: Double { top + down }

    /// The room of `chart`.
    init(_ chart: Chart) {
        let headings = chart.y.ticks.filter(\.isHeading)
        let labels = chart.y.ticks.filter { !$0.isHeading }.map(\.label.count).max() ?? 0
        let title = chart.y.title.isEmpty ? 0.0 : 22.0
        left = max(Double(labels) * Self.character + 14 + title, headings.isEmpty ? 0 : 90)
        top = chart.sideTitle.isEmpty ? 12 : 26
        switch chart.shape {
        case .square where chart.isMatrix:
            let (columns, rows) = (chart.x.ticks.count, chart.y.ticks.count)
            let words = chart.columnWords.flatMap { $0.map(\.count) }.max() ?? 0
            let cell = min(max(Double(words) * Self.character + 8, 52), 90)
            across = min(max(Double(columns) * cell, 120), 560)
            down = across / Double(max(columns, 1)) * Double(rows)
        case .square: (across, down) = (320, 320)
        case .rows(let rows): (across, down) = (270, Double(rows) * 22)
        case .wide: (across, down) = (430, 260)
        }
        let beside = chart.side.map(\.text.count).max() ?? 0
        let key = chart.key.map(\.label.count).max() ?? 0
        let longest = chart.shape.isRows ? max(beside, chart.sideTitle.count) : beside
        let side = beside == 0 ? 24 : Double(longest) * Self.character + 16
        width = max(left + across + side, left + 40 + Double(key) * Self.character)
        let keyLines = chart.key.isEmpty ? 0 : 14 + Double(chart.key.count) * Self.keyLine
        labelLines = chart.isMatrix ? chart.columnWords.map(\.count).max() ?? 1 : 1
        height = top + down + 44 + Double(labelLines - 1) * Self.labelLine + keyLines
    }
}

extension Chart {
    /// The labels of the columns, word by word.
    var columnWords: [[String]] {
        x.ticks.map { $0.label.split(separator: " ").map(String.init) }
    }
}

extension Chart.Shape {
    /// Whether each row is a line of text.
    var isRows: Bool { if case .rows = self { true } else { false } }
}

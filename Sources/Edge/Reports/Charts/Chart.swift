/// A figure in its own coordinates, before it is drawn by any program.
struct Chart: Hashable, Sendable {
    /// The room that a figure takes.
    enum Shape: Hashable, Sendable {
        /// As high as wide.
        case square
        /// One line of text for each of so many rows.
        case rows(Int)
        /// Wider than high.
        case wide
    }

    /// A name of a series, for the key.
    struct KeyEntry: Hashable, Sendable {
        /// The series, from 0.
        let series: Int
        /// Its name.
        let label: String
    }

    /// A text beside the chart at the right, such as an estimate.
    struct SideText: Hashable, Sendable {
        /// Where along the vertical axis.
        let y: Double
        /// The text.
        let text: String
    }

    /// The room it takes.
    var shape: Shape
    /// The horizontal axis.
    var x: ChartAxis
    /// The vertical axis.
    var y: ChartAxis
    /// What is drawn, from back to front.
    var marks: [ChartMark]
    /// Names of series; empty where there is one only.
    var key: [KeyEntry] = []
    /// Texts at the right, and the title of their column.
    var side: [SideText] = []
    /// The title over the texts at the right.
    var sideTitle = ""

    /// Whether it is a table of shaded cells.
    var isMatrix: Bool {
        marks.contains { if case .cell = $0 { true } else { false } }
    }
}

/// One thing that is drawn, in the coordinates of its chart.
enum ChartMark: Hashable, Sendable {
    /// A point.
    struct Place: Hashable, Sendable {
        /// Along the horizontal axis.
        let x: Double
        /// Along the vertical axis.
        let y: Double

        init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
    }

    /// How a line is drawn.
    enum Stroke: Hashable, Sendable {
        /// A curve of a series.
        case series(Int)
        /// What data are compared with: chance, no difference.
        case reference
        /// A limit: dashed.
        case limit
    }

    /// Points of a series; faint where there are many.
    case points([Place], series: Int, isFaint: Bool)
    /// A line through places.
    case line([Place], Stroke)
    /// The area between two lines over the same horizontal places.
    case band(lower: [Place], upper: [Place], series: Int)
    /// An interval with an estimate; a limit beyond the axis ends in an arrow.
    case interval(y: Double, lower: Double, value: Double, upper: Double, series: Int)
    /// A rectangle with a text, darker from 0 to 1.
    case cell(Place, Place, shade: Double, text: String)
}

/// The terminal in which a reader sees pictures, for those who weigh the answers; nothing in it identifies a person.
///
/// A terminal sends levels and knows no luminance: the facts promise order and distinct greys, never GSDF.
public struct DisplayFacts: Hashable, Sendable, Codable {
    /// What the terminal calls itself, such as `XTerm(379)`; empty when silent.
    public var terminal: String
    /// `tmux`, `screen` or empty.
    public var multiplexer: String
    /// Colours of the cells: `none`, `16`, `256` or `truecolor`.
    public var colors: String
    /// Columns of the window.
    public var columns: Int
    /// Rows of the window.
    public var rows: Int
    /// A cell in screen pixels; `nil` when not known.
    public var cellWidthPX: Int?
    /// A cell in screen pixels; `nil` when not known.
    public var cellHeightPX: Int?
    /// What the reader saw of the test pattern in this terminal.
    public var pattern: PatternTestRecord

    /// Facts.
    public init(
        terminal: String, multiplexer: String, colors: String, columns: Int, rows: Int,
        cellWidthPX: Int?, cellHeightPX: Int?, pattern: PatternTestRecord
    ) {
        self.terminal = terminal
        self.multiplexer = multiplexer
        self.colors = colors
        self.columns = columns
        self.rows = rows
        self.cellWidthPX = cellWidthPX
        self.cellHeightPX = cellHeightPX
        self.pattern = pattern
    }
}

/// Whether the test pattern was ever looked at in a terminal.
public enum PatternTestRecord: Hashable, Sendable, Codable {
    /// It never was.
    case never
    /// The last time.
    case made(test: PatternTest)
}

/// What was visible of one part of the test pattern.
public enum PatternAnswer: String, Hashable, Sendable, Codable {
    /// The reader saw it.
    case seen
    /// The reader looked and did not see it.
    case notSeen
    /// The reader was not asked, or gave no answer.
    case notAsked
}

/// The test pattern as a reader saw it in one terminal.
public struct PatternTest: Hashable, Sendable, Codable {
    /// The day in UTC, as `2026-11-21`.
    public var day: String
    /// The way of showing greys, such as `sixel`.
    public var graphics: String
    /// Distinct greys that it can show.
    public var greys: Int
    /// Pixels of the pattern in a cell, from left to right.
    public var pixelsPerCellAcross: Int
    /// Pixels of the pattern in a cell, from top to bottom.
    public var pixelsPerCellDown: Int
    /// Screen pixels for one pixel of the pattern, across; `nil` where the terminal does not tell.
    public var zoom: Double?
    /// `tmux`, `screen` or empty.
    public var multiplexer: String
    /// What was visible, by the names of the pattern's parts.
    public var answers: [String: PatternAnswer]

    /// A test.
    public init(
        day: String, graphics: String, greys: Int, pixelsPerCellAcross: Int,
        pixelsPerCellDown: Int, zoom: Double?, multiplexer: String,
        answers: [String: PatternAnswer]
    ) {
        self.day = day
        self.graphics = graphics
        self.greys = greys
        self.pixelsPerCellAcross = pixelsPerCellAcross
        self.pixelsPerCellDown = pixelsPerCellDown
        self.zoom = zoom
        self.multiplexer = multiplexer
        self.answers = answers
    }
}

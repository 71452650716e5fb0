/// What a piece of text is for; a theme gives it its look.
public enum Role: String, Hashable, Sendable, CaseIterable {
    /// Ordinary text.
    case text
    /// Quiet text: labels, units, hints.
    case dim
    /// The one accent: focus.
    case accent
    /// Needs attention.
    case attention
    /// Refused or failed.
    case refused
    /// A finding that is present.
    case present
    /// A finding that is absent.
    case absent
    /// A site that cannot be assessed.
    case notAssessable
    /// The line around and below an image.
    case imageFrame = "image.frame"
}

/// One cell: a character with its role.
public struct Cell: Hashable, Sendable {
    /// One grapheme; a wide one is followed by a cell that holds `nil`.
    ///
    /// Never a control or an invisible character: those become what `SafeText` says.
    public var character: Character? {
        didSet { character = character.map(SafeText.character) }
    }
    /// What the character is for.
    public var role: Role
    /// Reverse video: focus, also without colour.
    public var reversed: Bool
    /// Bold: headings, also without colour.
    public var bold: Bool

    /// A cell.
    public init(
        _ character: Character? = " ", role: Role = .text, reversed: Bool = false,
        bold: Bool = false
    ) {
        self.character = character.map(SafeText.character)
        self.role = role
        self.reversed = reversed
        self.bold = bold
    }
}

/// A picture to be written to the terminal after the cells, by the terminal's own writer.
public struct Picture: Hashable, Sendable {
    /// How the bytes paint.
    public enum Kind: Hashable, Sendable {
        /// Characters with grey colours; every cell of `area` is painted.
        case cells
        /// A sixel picture.
        case sixel
        /// A kitty picture; `bytes` transmit it under `image`, place it and delete the one it
        /// replaces.
        case kitty(image: UInt32)
        /// An inline image of iTerm2.
        case inline
    }

    /// The cells that belong to the picture.
    public var area: Rect
    /// How the bytes paint.
    public var kind: Kind
    /// What to write with the cursor at the upper left cell of `area`; for `cells` one chunk a row.
    public var rows: [[UInt8]]
    /// Equal for pictures with the same content in the same form: an unchanged picture is not
    /// written again.
    public var identity: UInt64
    /// False while only a coarse preview is shown.
    public var isFull: Bool
    /// Pixels of its data in a cell, where the terminal scales the picture to its cells: only kitty
    /// previews.
    public var dataPixels: Size?

    /// A picture.
    public init(
        area: Rect, kind: Kind, rows: [[UInt8]], identity: UInt64, isFull: Bool = true
    ) {
        self.area = area
        self.kind = kind
        self.rows = rows
        self.identity = identity
        self.isFull = isFull
    }

    /// The bytes of all its parts.
    public var byteCount: Int { rows.reduce(0) { $0 + $1.count } }
}

/// One screen: cells first, pictures after them.
public struct Frame: Hashable, Sendable {
    /// The cells.
    public var grid: CellGrid
    /// The pictures; their cells are blank in `grid`.
    public var pictures: [Picture]
    /// Cells that float above the pictures: a screen keeps the pictures out of them.
    public var popups: [Rect] = []
    /// Where the terminal's cursor stands in a text field; hidden when `nil`.
    public var cursor: (column: Int, row: Int)? {
        get { cursorPosition.map { ($0.x, $0.y) } }
        set { cursorPosition = newValue.map { Rect(x: $0.column, y: $0.row, width: 1, height: 1) } }
    }
    private var cursorPosition: Rect?

    /// A screen.
    public init(grid: CellGrid, pictures: [Picture] = []) {
        self.grid = grid
        self.pictures = pictures
    }
}

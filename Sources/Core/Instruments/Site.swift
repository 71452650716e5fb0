import ReaderStudies

/// The smallest thing that is scored, with its place on the screen.
public struct Site: Hashable, Sendable {
    /// Its name in answers and exports: `R-IL-U`.
    public let id: SiteID
    /// How it is said: `R iliac upper`.
    public let label: String
    /// Row in the grid of its set, from 0.
    public let row: Int
    /// Column in the grid of its set, from 0; column 0 is at the left of the screen.
    public let column: Int
    /// Larger sites of other sets that contain it: `R-U` and `R` for `R-IL-U`.
    public let within: [SiteID]

    /// A site.
    public init(id: SiteID, label: String, row: Int, column: Int, within: [SiteID] = []) {
        self.id = id
        self.label = label
        self.row = row
        self.column = column
        self.within = within
    }
}

/// The headings of a set of sites drawn as anatomy: patient's right at the left of the screen.
public struct SiteGrid: Hashable, Sendable {
    /// Short headings of the rows, from above: `up`, `lo`.
    public let rows: [String]
    /// Short headings of the columns, from the left: `ili`, `sac`, `sac`, `ili`.
    public let columns: [String]
    /// One heading over each column, repeated where columns belong together: `R`, `R`, `L`, `L`; or empty.
    public let sides: [String]

    /// A grid; `sides` is empty or has one entry a column.
    public init(rows: [String], columns: [String], sides: [String] = []) {
        self.rows = rows
        self.columns = columns
        self.sides = sides
    }
}

/// Sites of one kind: the quadrants, the lungs.
public struct SiteSet: Hashable, Sendable {
    /// Its name in expressions and in `appliesTo`: `quadrant`.
    public let id: String
    /// How it is said: `joint quadrant`.
    public let label: String
    /// How it is drawn.
    public let grid: SiteGrid
    /// The sites, in reading order.
    public let sites: [Site]

    /// A set of sites.
    public init(id: String, label: String, grid: SiteGrid, sites: [Site]) {
        self.id = id
        self.label = label
        self.grid = grid
        self.sites = sites
    }
}

/// A list that the reader makes longer, one site a lesion: `L1`, `L2`.
public struct LesionList: Hashable, Sendable {
    /// Its name in expressions and in `appliesTo`: `lesion`.
    public let id: String
    /// How one entry is said: `lesion`.
    public let label: String
    /// What its sites start with: `L`.
    public let prefix: String
    /// The largest number of entries.
    public let maximum: Int
    /// What the reader is told on the entry after the last.
    public let whenFull: String

    /// A list of `maximum` entries at most.
    public init(id: String, label: String, prefix: String, maximum: Int, whenFull: String) {
        self.id = id
        self.label = label
        self.prefix = prefix
        self.maximum = maximum
        self.whenFull = whenFull
    }
}

extension SiteID {
    /// The site of questions about the whole examination.
    public static let exam = SiteID("exam")
}

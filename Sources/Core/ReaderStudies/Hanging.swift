/// How the series of an arm hang, as a study says: stages one after the other.
public struct Hanging: Hashable, Sendable, Codable {
    /// The stages, at least one.
    public var stages: [HangingStage]

    /// A hanging.
    public init(stages: [HangingStage]) { self.stages = stages }
}

/// Panes that hang at the same time in a grid.
public struct HangingStage: Hashable, Sendable, Codable {
    /// Columns of the grid.
    public var columns: Int
    /// Rows of the grid.
    public var rows: Int
    /// The panes, in the order of Tab; no two share a cell.
    public var panes: [HangingPane]

    /// A stage.
    public init(columns: Int, rows: Int, panes: [HangingPane]) {
        self.columns = columns
        self.rows = rows
        self.panes = panes
    }
}

/// The planes of a pane.
public enum HangingPlane: String, Hashable, Sendable, Codable, CaseIterable {
    /// As acquired.
    case acquired
    /// Computed, seen from the feet.
    case axial
    /// Computed, seen from the front.
    case coronal
    /// Computed, seen from the patient's left.
    case sagittal
}

/// What is shown of a thick slab.
public enum HangingProjection: String, Hashable, Sendable, Codable, CaseIterable {
    /// The mean of all values.
    case mean
    /// The greatest value.
    case maximum
    /// The least value.
    case minimum
}

/// One pane of a stage: which series, and how it opens.
public struct HangingPane: Hashable, Sendable, Codable {
    /// The first column of its cells, from 0.
    public var column: Int
    /// The first row of its cells, from 0.
    public var row: Int
    /// How many columns of cells it fills.
    public var width: Int
    /// How many rows of cells it fills.
    public var height: Int
    /// Which of the arm's series rules it shows, from 0.
    public var rule: Int
    /// Its planes.
    public var plane: HangingPlane
    /// How far the plane is tilted around its rows, degrees: above 0, what is below comes nearer.
    public var tilt: Double
    /// The thickness of a slab in millimetres; `nil` for the plane itself.
    public var slabMM: Double?
    /// What is shown of the slab.
    public var projection: HangingProjection
    /// Its window; the arm's when `nil`.
    public var window: String?
    /// Screen pixels for one image pixel; fitted when `nil`.
    public var zoom: Double?
    /// Where it opens, from 0 for the first slice to 1 for the last.
    public var start: Double

    /// A pane of one cell that shows a series as acquired, from its middle slice on.
    public init(
        column: Int, row: Int, width: Int = 1, height: Int = 1, rule: Int,
        plane: HangingPlane = .acquired, tilt: Double = 0, slabMM: Double? = nil,
        projection: HangingProjection = .mean, window: String? = nil, zoom: Double? = nil,
        start: Double = 0.5
    ) {
        self.column = column
        self.row = row
        self.width = width
        self.height = height
        self.rule = rule
        self.plane = plane
        self.tilt = tilt
        self.slabMM = slabMM
        self.projection = projection
        self.window = window
        self.zoom = zoom
        self.start = start
    }
}

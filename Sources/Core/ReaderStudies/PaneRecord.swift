/// A picture that is not an acquired slice: how it was computed from the acquired ones.
public struct PlaneRecord: Hashable, Sendable, Codable {
    /// `axial`, `coronal`, `sagittal` or `oblique`; `acquired` for a slab of acquired slices.
    public var name: String
    /// The slice of the computed planes, from 0.
    public var slice: Int
    /// Direction of the rows in the patient, of an oblique plane; empty for others.
    public var right: [Double]
    /// Direction of the columns in the patient, of an oblique plane; empty for others.
    public var down: [Double]
    /// The thickness of a slab, millimetres; `nil` for a plane.
    public var slabMM: Double?
    /// What was shown of the slab: `mean`, `maximum` or `minimum`.
    public var projection: String?

    /// A computed picture.
    public init(
        name: String, slice: Int, right: [Double] = [], down: [Double] = [],
        slabMM: Double? = nil, projection: String? = nil
    ) {
        self.name = name
        self.slice = slice
        self.right = right
        self.down = down
        self.slabMM = slabMM
        self.projection = projection
    }

    /// Its numbers, all of which are finite.
    public var numbers: [Double] { right + down + [slabMM ?? 0] }
}

/// What one pane shows.
public struct PaneRecord: Hashable, Sendable, Codable {
    /// The series.
    public var series: SeriesToken
    /// The acquired slice, from 0; the nearest one to the middle of a computed plane.
    public var slice: Int
    /// How the picture was computed; `nil` for the acquired slice itself.
    public var plane: PlaneRecord?
    /// VOI window centre.
    public var windowCenter: Double
    /// VOI window width; 0 for a table of the file.
    public var windowWidth: Double
    /// How the window maps values.
    public var windowFunction: String
    /// Whether greys are inverted.
    public var inverted: Bool
    /// Screen pixels for one image pixel; 0 for "fit".
    public var zoom: Double
    /// Middle of the picture in columns of the slice.
    public var centerColumn: Double
    /// Middle of the picture in rows of the slice.
    public var centerRow: Double

    /// What one pane shows.
    public init(
        series: SeriesToken, slice: Int, plane: PlaneRecord? = nil, windowCenter: Double,
        windowWidth: Double, windowFunction: String = "LINEAR", inverted: Bool = false,
        zoom: Double = 0, centerColumn: Double = 0, centerRow: Double = 0
    ) {
        self.series = series
        self.slice = slice
        self.plane = plane
        self.windowCenter = windowCenter
        self.windowWidth = windowWidth
        self.windowFunction = windowFunction
        self.inverted = inverted
        self.zoom = zoom
        self.centerColumn = centerColumn
        self.centerRow = centerRow
    }

    /// Its numbers, all of which are finite.
    public var numbers: [Double] {
        [windowCenter, windowWidth, zoom, centerColumn, centerRow] + (plane?.numbers ?? [])
    }
}

/// How panes hang while a reader looks.
public struct HungPanes: Hashable, Sendable, Codable {
    /// The stage, from 0.
    public var stage: Int
    /// Columns of the grid.
    public var columns: Int
    /// Rows of the grid.
    public var rows: Int
    /// Which of `panes` has the focus, from 0.
    public var focus: Int
    /// Whether the pane with the focus is shown alone.
    public var isAlone: Bool
    /// The panes, in the order of Tab.
    public var panes: [PaneRecord]

    /// Panes in a grid.
    public init(
        stage: Int, columns: Int, rows: Int, focus: Int, isAlone: Bool, panes: [PaneRecord]
    ) {
        self.stage = stage
        self.columns = columns
        self.rows = rows
        self.focus = focus
        self.isAlone = isAlone
        self.panes = panes
    }
}

import Imaging

/// One frame of one of several files.
public struct FrameReference: Hashable, Sendable {
    /// Which file, from 0, in the order in which headers were given.
    public var file: Int
    /// Which frame of it, from 0.
    public var frame: Int

    /// Frame `frame` of file `file`.
    public init(file: Int, frame: Int) {
        self.file = file
        self.frame = frame
    }
}

/// Frames that form one volume, sorted along the slice normal.
public struct SliceStack: Hashable, Sendable {
    /// The frames, one a slice.
    public let frames: [FrameReference]
    /// Rescale, windows and tables, one a slice.
    public let slices: [SliceAttributes]
    /// Where voxels lie, in the patient coordinates of the files; `nil` when a fatal issue says why.
    public let geometry: VolumeGeometry?
    /// Rows of a slice.
    public let rows: Int
    /// Columns of a slice.
    public let columns: Int
    /// How decoded samples are held.
    public let sample: StoredSample
    /// What a sample stands for.
    public let colour: StoredColour
    /// Units of rescaled values, `HU` or empty.
    public let units: String
    /// What is odd about the stack.
    public let issues: [SeriesIssue]

    /// Distance of neighbouring slices, millimetres, the middle one of all; `nil` for a single slice.
    public var spacingMM: Double? {
        guard let geometry, geometry.slices > 1 else { return nil }
        let heights = geometry.positions.map { $0.dot(geometry.normal) }
        let distances = zip(heights.dropFirst(), heights).map { $0 - $1 }.sorted()
        return distances[distances.count / 2]
    }

    /// The geometry with `origin` as the point (0, 0, 0), so that absolute positions need not be kept.
    public func geometry(relativeTo origin: Vector3) -> VolumeGeometry? {
        guard let geometry else { return nil }
        return VolumeGeometry(
            columns: geometry.columns, rows: geometry.rows, rowDirection: geometry.rowDirection,
            columnDirection: geometry.columnDirection, columnSpacingMM: geometry.columnSpacingMM,
            rowSpacingMM: geometry.rowSpacingMM, positions: geometry.positions.map { $0 - origin })
    }

    /// Whether low values are black; colours are shown as luminance.
    public var photometric: Photometric { colour == .monochrome1 ? .monochrome1 : .monochrome2 }
}

/// The files of one series.
public struct ImageSeries: Hashable, Sendable {
    /// What the first file says about person, study and series; to be dropped at import.
    public let facts: SourceFacts
    /// The stacks, the largest first.
    public let stacks: [SliceStack]
    /// All frames, in the order of files and frames as given.
    public let frames: [FrameReference]
    /// What is odd about the series as a whole.
    public let issues: [SeriesIssue]
    /// The transfer syntaxes of its files.
    public let transferSyntaxes: [String]

    /// All issues: of the series, then of its stacks.
    public var allIssues: [SeriesIssue] { issues + stacks.flatMap(\.issues) }
}

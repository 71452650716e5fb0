import Imaging
import ReaderStudies

/// How one pane looks at a series: plane, slice, window, zoom and place.
public struct Viewer: Sendable {
    /// The series.
    public let source: LoadedSeries
    /// Which planes are shown.
    public private(set) var plane = ShownPlane.acquired
    /// What is shown of a thick slab around each plane; `nil` for the plane itself.
    public private(set) var slab: Slab?
    /// The slices that the pane goes through: the acquired ones, or those computed from them.
    public private(set) var shown: ImageVolume
    /// How `shown` is turned to hang radiologically.
    public private(set) var orientation: ScreenOrientation
    /// The slice of `shown` in view, from 0.
    public var slice: Int
    /// What the picture is looked at through.
    public var voi: VOI
    /// Whether black and white are exchanged.
    public var isInverted = false
    /// How large the picture is.
    public var zoom = Zoom.fit(times: 1)
    /// How its pixels are made from voxels.
    public var resampling: Resampling
    /// Middle of the picture, in a slice of `shown`.
    public var center: ImagePoint
    /// Why the planes that the study asks for are not shown.
    var refusal: PlaneError?
    /// How the pane opened, to which `reset` goes back.
    private var home: Home

    private struct Home: Sendable {
        var plane = ShownPlane.acquired
        var slab: Slab?
        var shown: ImageVolume
        var voi: VOI
        var zoom = Zoom.fit(times: 1)
    }

    /// The series as acquired, at its middle slice, fitted into the pane, through the window that the arm names.
    public init(_ source: LoadedSeries) {
        self.source = source
        shown = source.volume
        orientation = source.volume.geometry.radiologicalOrientation
        slice = source.volume.geometry.slices / 2
        voi = source.opening
        resampling = source.studyResampling ?? .automatic
        center = .middle(of: source.volume.geometry)
        home = Home(shown: source.volume, voi: source.opening)
    }

    /// Makes what is shown now what `reset` goes back to.
    mutating func makeHome() {
        home = Home(plane: plane, slab: slab, shown: shown, voi: voi, zoom: zoom)
    }

    /// The name of the series.
    public var series: SeriesToken { source.token }

    /// The pixels as acquired.
    public var volume: ImageVolume { source.volume }

    /// Where the voxels of `shown` lie.
    public var geometry: VolumeGeometry { shown.geometry }

    /// Whether the acquired slices themselves are shown, each alone.
    public var isAcquired: Bool { plane == .acquired && slab == nil }

    /// The window in force; a lookup table is started from by the window that fits the values.
    public var window: VOIWindow { voi.window ?? source.percentileWindow }

    /// Number of slices in the planes that are shown.
    public var sliceCount: Int { geometry.slices }

    /// Goes to a slice, or to the first or last when it lies beyond.
    public mutating func go(to slice: Int) { self.slice = min(max(0, slice), sliceCount - 1) }

    /// Goes to the slice whose plane is nearest to a place in the patient.
    public mutating func go(near position: Vector3) { slice = geometry.nearestSlice(to: position) }

    /// Shows other planes, or a slab, around a place in the patient, fitted into the pane when the planes change.
    ///
    /// - Throws: `PlaneError` when the series has no such planes; the viewer stays as it was.
    public mutating func show(
        _ plane: ShownPlane, slab: Slab?, near position: Vector3
    ) throws(PlaneError) {
        guard plane != self.plane || slab != self.slab else { return }
        take(plane, slab, try source.volume.shown(plane, slab: slab), near: position)
    }

    private mutating func take(
        _ plane: ShownPlane, _ slab: Slab?, _ planes: ImageVolume, near position: Vector3
    ) {
        let isTurned = plane != self.plane
        (self.plane, self.slab, shown) = (plane, slab, planes)
        go(near: position)
        guard isTurned else { return }
        orientation = plane == .acquired ? geometry.radiologicalOrientation : ScreenOrientation()
        zoom = .fit(times: 1)
        center = .middle(of: geometry)
    }

    /// Planes, window, zoom, place and smoothing as the case opened, around the slice in view.
    public mutating func reset() {
        if plane != home.plane || slab != home.slab {
            take(home.plane, home.slab, home.shown, near: position(of: center))
        }
        voi = home.voi
        isInverted = false
        zoom = home.zoom
        resampling = source.studyResampling ?? .automatic
        center = .middle(of: geometry)
    }

    /// Zooms to screen pixels for one image pixel; `fixed` stays where it is on the screen, or else the middle.
    mutating func zoom(to scale: Double, from old: Double, around fixed: ImagePoint? = nil) {
        let new = min(max(scale, 0.05), 32)
        if let fixed {
            let ratio = old / new
            center = ImagePoint(
                column: fixed.column - (fixed.column - center.column) * ratio,
                row: fixed.row - (fixed.row - center.row) * ratio
            ).kept(in: geometry)
        }
        zoom = .scale(new)
    }

    /// The next way to make pixels, where the reader chooses: automatic, the nearest voxel, between voxels.
    public mutating func changeResampling() {
        guard source.studyResampling == nil else { return }
        switch resampling {
        case .automatic: resampling = .nearest
        case .nearest: resampling = .bilinear
        default: resampling = .automatic
        }
    }

    /// Widens the window and raises its centre, as far as values and study allow.
    mutating func moveWindow(center: Double = 0, width: Double = 0) {
        guard !source.isWindowFixed else { return }
        voi = .window(source.limits.moved(window, center: center, width: width))
    }

    /// Takes the window of a key: 0 is the file's or automatic, others those of the study, of the form, or for these
    /// images.
    public mutating func choose(preset: Int) {
        guard source.windowKeys.indices.contains(preset) else { return }
        voi = source.voi(source.windowKeys[preset].choice, slice: acquiredSlice)
    }
}

extension ImageVolume {
    /// The slices of a pane.
    func shown(_ plane: ShownPlane, slab: Slab?) throws(PlaneError) -> ImageVolume {
        guard let directions = plane.directions else { return slab.map(thickened) ?? self }
        return try reformatted(to: geometry.planes(along: directions), slab: slab)
    }
}

extension ImagePoint {
    /// The point, or the nearest one on the slice.
    func kept(in geometry: VolumeGeometry) -> ImagePoint {
        ImagePoint(
            column: min(max(column, 0), Double(geometry.columns - 1)),
            row: min(max(row, 0), Double(geometry.rows - 1)))
    }

    /// The middle of a slice.
    static func middle(of geometry: VolumeGeometry) -> ImagePoint {
        ImagePoint(
            column: Double(geometry.columns - 1) / 2, row: Double(geometry.rows - 1) / 2)
    }
}

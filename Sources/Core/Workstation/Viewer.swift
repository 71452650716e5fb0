import Imaging
import ReaderStudies

/// How one series is looked at: slice, window, zoom, and what was seen of it.
public struct Viewer: Sendable {
    /// The series.
    public let series: SeriesToken
    /// Its pixels.
    public let volume: ImageVolume
    /// How its slices are turned to hang radiologically.
    public let orientation: ScreenOrientation
    /// The slice in view, from 0.
    public var slice: Int
    /// What the picture is looked at through.
    public var voi: VOI
    /// Whether black and white are exchanged.
    public var isInverted = false
    /// How large the picture is.
    public var zoom = Zoom.fit(times: 1)
    /// How its pixels are made from voxels.
    public var resampling: Resampling
    /// The study's way to make them, which the reader cannot change; `nil` where the reader chooses.
    let studyResampling: Resampling?
    /// Middle of the picture.
    public var center: ImagePoint
    /// Slices that were on screen in full.
    public var seen: SliceSet
    /// Whether any slice was on screen as a preview.
    var wasPreviewed = false
    /// How far windows can be moved.
    public let limits: WindowLimits
    /// The window that fits the values when neither file nor study names one.
    public let percentileWindow: VOIWindow
    /// The window in which the case opened.
    public let opening: VOI
    /// The windows of the keys 0, 1 and so on.
    let windowKeys: [WindowKeys.Entry]
    /// Whether the study leaves no other window than the opening one.
    let isWindowFixed: Bool

    /// The series at its middle slice, fitted into the pane, through the window that the arm names; `keys` are an
    /// instrument's windows, which those of the study outweigh.
    public init(
        series: SeriesToken, volume: ImageVolume, windowName: String,
        rules: WindowRules? = nil, keys: [String] = [], resampling: PictureResampling? = nil
    ) {
        self.series = series
        self.volume = volume
        studyResampling = resampling.map(Resampling.init)
        self.resampling = studyResampling ?? .automatic
        orientation = volume.geometry.radiologicalOrientation
        slice = volume.geometry.slices / 2
        center = .middle(of: volume.geometry)
        seen = SliceSet(sliceCount: volume.geometry.slices)
        let statistics = volume.sampledStatistics()
        percentileWindow = statistics.percentileWindow()
        let choice = WindowChoice(windowName) ?? .automatic
        let wanted = volume.voi(choice, slice: slice) { statistics }
        var limits = Self.limits(statistics, wanted, volume)
        limits.widths = rules?.width.map { $0.least...$0.greatest }
        limits.centers = rules?.level.map { $0.least...$0.greatest }
        self.limits = limits
        opening = Self.allowed(wanted, limits, percentileWindow)
        voi = opening
        isWindowFixed = rules?.isFixed ?? false
        let names = rules?.keys ?? []
        windowKeys = WindowKeys.choices(for: volume, named: names.isEmpty ? keys : names)
    }

    /// The window where the study allows it; a table cannot be limited, so a window stands in for it.
    private static func allowed(
        _ voi: VOI, _ limits: WindowLimits, _ percentiles: VOIWindow
    ) -> VOI {
        guard limits.widths != nil || limits.centers != nil else { return voi }
        return .window(limits.allowed(voi.window ?? percentiles))
    }

    /// Limits that hold the values, the window of the arm, and all Hounsfield units where there are any.
    private static func limits(
        _ statistics: SampleStatistics, _ opening: VOI, _ volume: ImageVolume
    ) -> WindowLimits {
        var range = WindowLimits(statistics).values
        if let window = opening.window {
            range = range.including(window.center - window.width / 2)
                .including(window.center + window.width / 2)
        }
        guard volume.units == "HU" else { return WindowLimits(values: range) }
        return WindowLimits(values: range.including(-1024).including(3071))
    }

    /// The window in force; a lookup table is started from by the window that fits the values.
    public var window: VOIWindow { voi.window ?? percentileWindow }

    /// Number of slices.
    public var sliceCount: Int { volume.geometry.slices }

    /// Goes to a slice, or to the first or last when it lies beyond.
    public mutating func go(to slice: Int) { self.slice = min(max(0, slice), sliceCount - 1) }

    /// Window, zoom, place and smoothing as the case opened; the slice stays.
    public mutating func reset() {
        voi = opening
        isInverted = false
        zoom = .fit(times: 1)
        resampling = studyResampling ?? .automatic
        center = .middle(of: volume.geometry)
    }

    /// Zooms to screen pixels for one image pixel; `fixed` stays where it is on the screen, or else the middle.
    mutating func zoom(to scale: Double, from old: Double, around fixed: ImagePoint? = nil) {
        let new = min(max(scale, 0.05), 32)
        if let fixed {
            let ratio = old / new
            center = ImagePoint(
                column: fixed.column - (fixed.column - center.column) * ratio,
                row: fixed.row - (fixed.row - center.row) * ratio
            ).kept(in: volume.geometry)
        }
        zoom = .scale(new)
    }

    /// The next way to make pixels, where the reader chooses: automatic, the nearest voxel, between voxels.
    public mutating func changeResampling() {
        guard studyResampling == nil else { return }
        switch resampling {
        case .automatic: resampling = .nearest
        case .nearest: resampling = .bilinear
        default: resampling = .automatic
        }
    }

    /// Widens the window and raises its centre, as far as values and study allow.
    mutating func moveWindow(center: Double = 0, width: Double = 0) {
        guard !isWindowFixed else { return }
        voi = .window(limits.moved(window, center: center, width: width))
    }

    /// Takes the window of a key: 0 is the file's or automatic, others those of the study, of the form, or for these
    /// images.
    public mutating func choose(preset: Int) {
        guard windowKeys.indices.contains(preset) else { return }
        voi = Self.allowed(window(of: windowKeys[preset]), limits, percentileWindow)
    }

    /// Why the window of a key cannot be taken; `nil` when it can.
    func refusal(ofPreset preset: Int) -> String? {
        if isWindowFixed { return WindowKeys.fixed }
        guard windowKeys.indices.contains(preset) else {
            return "These images have no window \(preset)."
        }
        let entry = windowKeys[preset]
        guard let window = entry.choice.numbers, limits.allowed(window) != window else {
            return nil
        }
        return "The study does not allow the window \(entry.name) here."
    }

    private func window(of entry: WindowKeys.Entry) -> VOI {
        volume.voi(entry.choice, slice: slice) { volume.sampledStatistics() }
    }
}

extension ClosedRange<Double> {
    /// The range made large enough for a value.
    fileprivate func including(_ value: Double) -> Self {
        Swift.min(lowerBound, value)...Swift.max(upperBound, value)
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

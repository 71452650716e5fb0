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
    public var resampling = Resampling.automatic
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

    /// The series at its middle slice, fitted into the pane, through the window that the arm names.
    public init(series: SeriesToken, volume: ImageVolume, windowName: String) {
        self.series = series
        self.volume = volume
        orientation = volume.geometry.radiologicalOrientation
        slice = volume.geometry.slices / 2
        center = .middle(of: volume.geometry)
        seen = SliceSet(sliceCount: volume.geometry.slices)
        let statistics = volume.sampledStatistics()
        percentileWindow = statistics.percentileWindow()
        let choice = WindowChoice(windowName) ?? .automatic
        opening = volume.voi(choice, slice: slice) { statistics }
        voi = opening
        limits = Self.limits(statistics, opening, volume)
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
        resampling = .automatic
        center = .middle(of: volume.geometry)
    }

    /// The next way to make pixels: automatic, the nearest voxel, between voxels.
    public mutating func changeResampling() {
        switch resampling {
        case .automatic: resampling = .nearest
        case .nearest: resampling = .bilinear
        default: resampling = .automatic
        }
    }

    /// The window of a key: 0 is the file's or automatic, 1... those for CT, or percentiles for other images.
    public mutating func choose(preset: Int) -> Bool {
        let choices = WindowKeys.choices(for: volume)
        guard choices.indices.contains(preset) else { return false }
        voi = volume.voi(choices[preset].choice, slice: slice) { volume.sampledStatistics() }
        return true
    }
}

extension ClosedRange<Double> {
    /// The range made large enough for a value.
    fileprivate func including(_ value: Double) -> Self {
        Swift.min(lowerBound, value)...Swift.max(upperBound, value)
    }
}

extension ImagePoint {
    /// The middle of a slice.
    static func middle(of geometry: VolumeGeometry) -> ImagePoint {
        ImagePoint(
            column: Double(geometry.columns - 1) / 2, row: Double(geometry.rows - 1) / 2)
    }
}

/// Windows by the digit that chooses them.
enum WindowKeys {
    /// A window with its words for the help.
    struct Entry {
        let name: String
        let choice: WindowChoice
    }

    /// The windows of 0, 1, 2 ... for a volume: named presets where values are Hounsfield units.
    static func choices(for volume: ImageVolume) -> [Entry] {
        let automatic = [Entry(name: "automatic", choice: .automatic)]
        guard volume.units == "HU" || volume.modality == .computedTomography else {
            return automatic + [Entry(name: "percentiles 0.2 to 99.8", choice: .percentiles)]
        }
        return automatic + WindowPreset.all.map { Entry(name: $0.name, choice: .preset($0)) }
    }
}

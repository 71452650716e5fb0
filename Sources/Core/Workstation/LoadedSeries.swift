import Imaging
import ReaderStudies

/// A series of the open read: its pixels, its windows, and how far a reader can move them.
public struct LoadedSeries: Sendable {
    /// Its name in the frame cache.
    public let token: SeriesToken
    /// The neutral title over its pictures.
    public let title: String
    /// Its pixels as acquired.
    public let volume: ImageVolume
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
    /// Whether the case opens in the window that its files bring.
    let asksForWindowOfFile: Bool
    /// The study's way to make pixels, which the reader cannot change; `nil` where the reader chooses.
    let studyResampling: Resampling?

    /// A series as the arm shows it; `keys` are an instrument's windows, which those of the study outweigh.
    public init(
        _ series: BlindedSeries, volume: ImageVolume, of blindedCase: BlindedCase, keys: [String]
    ) {
        token = series.token
        title = series.title
        self.volume = volume
        studyResampling = blindedCase.display.resampling.map(Resampling.init)
        let statistics = volume.sampledStatistics()
        percentileWindow = statistics.percentileWindow()
        let choice = WindowChoice(blindedCase.window) ?? .automatic
        asksForWindowOfFile = choice == .automatic
        let wanted = volume.voi(choice, slice: volume.geometry.slices / 2) { statistics }
        let rules = blindedCase.windows
        var limits = Self.limits(statistics, wanted, volume)
        limits.widths = rules?.width.map { $0.least...$0.greatest }
        limits.centers = rules?.level.map { $0.least...$0.greatest }
        self.limits = limits
        opening = Self.allowed(wanted, limits, percentileWindow)
        isWindowFixed = rules?.isFixed ?? false
        let names = rules?.keys ?? []
        windowKeys = WindowKeys.choices(for: volume, named: names.isEmpty ? keys : names)
    }

    /// What a choice of window means for an acquired slice (from 0), as far as the study allows it.
    func voi(_ choice: WindowChoice, slice: Int) -> VOI {
        if choice == .percentiles {
            return Self.allowed(.window(percentileWindow), limits, percentileWindow)
        }
        let wanted = volume.voi(choice, slice: slice) { volume.sampledStatistics() }
        return Self.allowed(wanted, limits, percentileWindow)
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
}

extension ClosedRange<Double> {
    /// The range made large enough for a value.
    fileprivate func including(_ value: Double) -> Self {
        Swift.min(lowerBound, value)...Swift.max(upperBound, value)
    }
}

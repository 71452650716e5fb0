/// Which window a picture opens in, as a study or a reader names it.
public enum WindowChoice: Hashable, Sendable {
    /// The file's window or table, else soft tissue for CT, else percentiles.
    case automatic
    /// The file's window at an index (from 0).
    case file(Int)
    /// The file's VOI table.
    case fileTable
    /// A preset by its name.
    case preset(WindowPreset)
    /// From the 0.2nd to the 99.8th percentile of the values.
    case percentiles
    /// A window given by numbers.
    case window(VOIWindow)

    /// `auto`, `percentile`, a preset's name, or width and centre as in `2000/500`; `nil` for anything else.
    public init?(_ text: String) {
        if text == "auto" {
            self = .automatic
        } else if text == "percentile" {
            self = .percentiles
        } else if let preset = WindowPreset.named(text) {
            self = .preset(preset)
        } else if let window = Self.numbers(text) {
            self = .window(window)
        } else {
            return nil
        }
    }

    private static func numbers(_ text: String) -> VOIWindow? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let width = Double(parts[0]), let center = Double(parts[1])
        else { return nil }
        let window = VOIWindow(center: center, width: width)
        return window.isUsable ? window : nil
    }
}

extension ImageVolume {
    /// What `choice` means for a slice (from 0); a choice that the file cannot serve acts as `automatic`.
    ///
    /// `statistics` are asked for only when percentiles are needed: keep those of the volume.
    public func voi(
        _ choice: WindowChoice, slice: Int, statistics: () -> SampleStatistics
    ) -> VOI {
        switch choice {
        case .preset(let preset): return .window(preset.window)
        case .window(let window): return .window(window)
        case .percentiles: return .window(statistics().percentileWindow())
        case .file(let index):
            let windows = usableWindows(slice: slice)
            if windows.indices.contains(index) { return .window(windows[index]) }
        case .fileTable:
            if let table = slices[slice].voiTable { return .table(table) }
        case .automatic: break
        }
        return automaticVOI(slice: slice, statistics: statistics)
    }

    /// The windows that the file suggests for a slice (from 0) and that the standard allows.
    public func usableWindows(slice: Int) -> [VOIWindow] {
        slices[slice].windows.filter(\.isUsable)
    }

    private func automaticVOI(slice: Int, statistics: () -> SampleStatistics) -> VOI {
        if let window = usableWindows(slice: slice).first { return .window(window) }
        if let table = slices[slice].voiTable { return .table(table) }
        if modality == .computedTomography, let soft = WindowPreset.named("soft-tissue") {
            return .window(soft.window)
        }
        return .window(statistics().percentileWindow())
    }
}

extension SampleStatistics {
    /// The window that spans two percentiles: the lower one black, the upper one white.
    public func percentileWindow(from lower: Double = 0.2, to upper: Double = 99.8) -> VOIWindow {
        let low = percentile(lower) ?? 0
        let high = percentile(upper) ?? 1
        let width = high > low ? high - low : 1
        return VOIWindow(center: low + width / 2, width: width, function: .linearExact)
    }
}

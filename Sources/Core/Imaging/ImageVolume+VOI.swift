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

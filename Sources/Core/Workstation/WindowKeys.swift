import Imaging

/// Windows by the digit that chooses them.
enum WindowKeys {
    /// A window with its words for the help.
    struct Entry: Sendable {
        let name: String
        let choice: WindowChoice
    }

    /// Why nothing changes the window.
    static let fixed = "The study fixes the window."

    /// The windows of 0, 1, 2 ... for a volume: those that are named, else presets where values are Hounsfield
    /// units, else one that fits the values.
    static func choices(for volume: ImageVolume, named names: [String]) -> [Entry] {
        let automatic = [Entry(name: "automatic", choice: .automatic)]
        let named = names.prefix(9).compactMap { name in
            WindowChoice(name).map { Entry(name: name, choice: $0) }
        }
        if !named.isEmpty { return automatic + named }
        guard volume.units == "HU" || volume.modality == .computedTomography else {
            return automatic + [Entry(name: "percentiles 0.2 to 99.8", choice: .percentiles)]
        }
        return automatic + WindowPreset.all.map { Entry(name: $0.name, choice: .preset($0)) }
    }
}

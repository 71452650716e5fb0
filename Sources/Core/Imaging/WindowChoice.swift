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

    /// The window, when it is the same for all images.
    public var numbers: VOIWindow? {
        switch self {
        case .preset(let preset): preset.window
        case .window(let window): window
        case .automatic, .file, .fileTable, .percentiles: nil
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

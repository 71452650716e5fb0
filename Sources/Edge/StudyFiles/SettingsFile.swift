import Foundation

/// What a person prefers on every screen; `nil` where they said nothing.
public struct Settings: Hashable, Sendable {
    /// The theme's name.
    public var theme: String?
    /// The keymap's name or file.
    public var keymap: String?
    /// Whether the mouse scrolls and drags.
    public var mouse: Bool?
    /// After how many minutes of work without a break the screen says so; 0 for never.
    public var breakMinutes: Int?
    /// Whether the screen is one text for a screen reader.
    public var screenReader: Bool?

    /// No preference.
    public init() {}
}

/// Reads `settings.yaml`, in which a person writes what they prefer.
public enum SettingsFile {
    /// The longest time without a break that can be asked for, in minutes.
    public static let longestBreak = 600

    /// Where the file lies: `readingroom/settings.yaml` in `$XDG_CONFIG_HOME`, or in `.config` in `$HOME`; `nil`
    /// when neither names a folder.
    public static func standardURL(environment: [String: String]) -> URL? {
        let named = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let folder = named ?? environment["HOME"].map { "\($0)/.config" }
        return folder.map { URL(fileURLWithPath: "\($0)/readingroom/settings.yaml") }
    }

    /// The settings in a file; none when it does not exist.
    ///
    /// - Throws: `StudyFileError` with the place of the first mistake.
    public static func load(_ url: URL) throws(StudyFileError) -> Settings {
        guard FileManager.default.fileExists(atPath: url.path) else { return Settings() }
        return try settings(YAMLValue.load(url))
    }

    /// The settings in a text, which messages call `file`.
    ///
    /// - Throws: as `load`.
    public static func parse(_ text: String, file: String) throws(StudyFileError) -> Settings {
        try settings(YAMLValue.parse(text, file: file))
    }

    private static func settings(_ value: YAMLValue) throws(StudyFileError) -> Settings {
        let table = try value.table(["theme", "keymap", "mouse", "breakMinutes", "screenReader"])
        var settings = Settings()
        settings.theme = try table["theme"]?.text()
        settings.keymap = try table["keymap"]?.text()
        settings.mouse = try table["mouse"]?.truth()
        settings.breakMinutes = try table["breakMinutes"]?.integer(in: 0...longestBreak)
        settings.screenReader = try table["screenReader"]?.truth()
        return settings
    }
}

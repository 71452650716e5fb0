import Foundation

/// Finds the themes, keymaps, sample studies and instruments that come with the program.
public enum BundledResources {
    /// The folder of the theme files.
    public static var themes: URL { folder("Themes") }
    /// The folder of the keymap files.
    public static var keymaps: URL { themes.appendingPathComponent("keymaps", isDirectory: true) }
    /// The folder of the sample studies.
    public static var sampleStudies: URL { folder("SampleStudies") }
    /// The folder of the instruments that are shipped.
    public static var instruments: URL { folder("Instruments") }

    private static func folder(_ name: String) -> URL {
        Bundle.module.bundleURL.appendingPathComponent(name, isDirectory: true)
    }
}

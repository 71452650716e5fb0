/// A window for CT with a name that people know it by.
public struct WindowPreset: Hashable, Sendable {
    /// The name in files and on the command line.
    public let name: String
    /// The window, Hounsfield units.
    public let window: VOIWindow

    private init(_ name: String, width: Double, center: Double) {
        self.name = name
        window = VOIWindow(center: center, width: width)
    }

    /// The presets, the first five in the order of their keys.
    ///
    /// Source: the defaults of the OHIF viewer; `mediastinum` from its forks; `sij-bone` is the window in which
    /// CT of the sacroiliac joints is read.
    public static let all: [WindowPreset] = [
        WindowPreset("soft-tissue", width: 400, center: 40),
        WindowPreset("lung", width: 1500, center: -600),
        WindowPreset("liver", width: 150, center: 90),
        WindowPreset("bone", width: 2500, center: 480),
        WindowPreset("brain", width: 80, center: 40),
        WindowPreset("mediastinum", width: 350, center: 50),
        WindowPreset("sij-bone", width: 2000, center: 500),
    ]

    /// The preset of that name, or `nil`.
    public static func named(_ name: String) -> WindowPreset? { all.first { $0.name == name } }
}

/// Where keys go: each context has its own rows of the action table.
public enum KeyContext: String, Hashable, Sendable, CaseIterable {
    /// The worklist.
    case worklist = "Worklist"
    /// The picture has the focus.
    case image = "Image"
    /// The form has the focus.
    case form = "Form"
    /// Arrows change the window.
    case window = "Window"
    /// Arrows move the picture.
    case pan = "Move"
    /// Arrows tilt the plane.
    case tilt = "Tilt"
    /// Arrows move the crosshair.
    case crosshair = "Crosshair"
    /// Arrows move the voxel cursor.
    case mark = "Mark"
    /// Arrows move the caliper.
    case measure = "Measure"

    /// Contexts in which slices are shown and scrolled.
    static let reading: [KeyContext] = [.image, .form]
    /// Contexts in which arrows are taken by a mode.
    static let modes: [KeyContext] = [.window, .pan, .tilt, .crosshair, .mark, .measure]
}

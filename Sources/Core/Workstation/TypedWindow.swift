import Imaging
import ReaderStudies

/// A window that a reader types in the palette: width and level, as in `400/40`.
struct TypedWindow {
    /// What is typed.
    let text: String
    /// The window; `nil` where the text is none that there can be.
    private let window: VOIWindow?
    private let refusal: String?

    /// The window of `text` for the active picture, or why it cannot be taken.
    init(_ text: String, _ state: WorkstationState) {
        self.text = text
        let function = state.reading?.viewer?.window.function ?? .linear
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let width = Double(parts[0]), let level = Double(parts[1]),
            width.isFinite, level.isFinite
        else {
            window = nil
            refusal = Refusal.noWindow(state) ?? "A window is its width and level, as in 400/40."
            return
        }
        let typed = VOIWindow(center: level, width: width, function: function)
        window = typed.isUsable ? typed : nil
        refusal = Refusal.noWindow(state) ?? Self.refusal(typed, state.reading?.viewer)
    }

    /// The line of the palette.
    var entry: Palette.Entry {
        Palette.Entry(
            command: .window(window ?? VOIWindow(center: 0, width: 1)), caption: "window \(text)",
            keys: "", refusal: refusal)
    }

    private static func refusal(_ window: VOIWindow, _ viewer: Viewer?) -> String? {
        guard window.isUsable else {
            let least = window.function == .linear ? "1 or more" : "more than 0"
            return "A window is \(least) wide, not \(NumberText.shortest(window.width))."
        }
        guard let viewer, viewer.source.limits.allowed(window) != window else { return nil }
        return "The study does not allow this window here."
    }
}

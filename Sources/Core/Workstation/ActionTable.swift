import TerminalUI

/// Every key of the program: the bottom line, the help and the documentation are made from these rows.
public enum ActionTable {
    /// All rows, in the order of the help.
    public static let rows: [ActionRow] =
        worklistRows + imageRows + paneRows + windowRows + modeRows + measuringRows + formRows
        + lesionRows
        + readRows

    /// Rows heard in a context.
    public static func rows(in context: KeyContext) -> [ActionRow] {
        rows.filter { $0.contexts.contains(context) }
    }
}

/// Why something cannot be done, for several rows.
enum Refusal {
    /// Answers need an open read that may change.
    static func noImage(_ state: WorkstationState) -> String? {
        guard let reading = state.reading else { return "No case is open." }
        return reading.layout == .form
            ? "The images are folded away. \(state.key(.layout)) brings them back." : nil
    }

    /// Keys that change the window.
    static func noWindow(_ state: WorkstationState) -> String? {
        noImage(state)
            ?? (state.reading?.viewer?.source.isWindowFixed == true ? WindowKeys.fixed : nil)
    }

    /// Keys that change how pixels are made.
    static func noSmoothing(_ state: WorkstationState) -> String? {
        noImage(state)
            ?? (state.reading?.viewer?.source.studyResampling == nil
                ? nil : "The study fixes how pictures are smoothed.")
    }

    /// Keys that act on the question in focus.
    static func noQuestion(_ state: WorkstationState) -> String? {
        guard let reading = state.reading else { return "No case is open." }
        return reading.question == nil
            ? "No question is in focus. \(state.key(.pane(1))) goes to the form." : nil
    }
}

extension KeyPress {
    static func control(_ character: Character) -> KeyPress { KeyPress(character, .control) }
    static func plain(_ key: Key) -> KeyPress { KeyPress(key) }
    static func shift(_ key: Key) -> KeyPress { KeyPress(key, .shift) }
    static func alt(_ key: Key) -> KeyPress { KeyPress(key, .alt) }
}

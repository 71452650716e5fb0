import TerminalUI

extension ActionTable {
    /// The worklist.
    static let worklistRows: [ActionRow] = [
        ActionRow(
            .openNext, [.worklist], [.plain(.enter)], "next case",
            "Opens the next case, or goes on with the draft. The program chooses the case.",
            hint: KeyHint(1), refusal: nothingOpen),
        ActionRow(
            .amend, [.worklist], [KeyPress("A")], "amend",
            "Reopens the last signed read with a reason; what was signed stays.",
            hint: KeyHint(2), refusal: nothingSigned),
        ActionRow(
            .consequences, [.worklist], [KeyPress("d")], "what follows",
            "Shows all that follows from the read just signed: derived values and warnings.",
            refusal: nothingFollows),
        ActionRow(
            .testPattern, [.worklist], [KeyPress("t")], "test pattern",
            "Shows the test pattern, and keeps what you see of it for this terminal.",
            hint: KeyHint(3)),
    ]

    /// Panes, help, signing and leaving.
    static let readRows: [ActionRow] = [
        ActionRow(
            .pane(1), KeyContext.reading, [.plain(.tab)], "next pane",
            "Goes to the next picture or to the form.",
            hint: KeyHint(19, caption: "image or form")),
        ActionRow(
            .pane(-1), KeyContext.reading, [.plain(.backTab)], "previous pane",
            "Goes to the previous picture or to the form.", joinsAbove: true),
        ActionRow(
            .layout, KeyContext.reading, [KeyPress("z")], "fold",
            "Shows image and form, the image alone, the form alone.", hint: KeyHint(21)),
        ActionRow(
            .definitions, KeyContext.reading, [KeyPress("h")], "definition",
            "Shows how the question in focus is defined.", hint: KeyHint(20),
            refusal: Refusal.noQuestion),
        ActionRow(
            .examples, KeyContext.reading, [KeyPress("H")], "examples",
            "Shows drawn examples of the form's grades and types, in place of the case; its clock stands still.",
            refusal: noExamples),
        ActionRow(
            .graphics, [.worklist] + KeyContext.reading, [KeyPress("v")], "graphics",
            "Chooses how pictures are shown in this terminal."),
        ActionRow(
            .themes, [.worklist] + KeyContext.reading, [KeyPress("T")], "theme",
            "Chooses the colours of the screen; pictures keep their greys.",
            refusal: { $0.themes.isEmpty ? "There is no other theme here." : nil }),
        ActionRow(
            .mouse, [.worklist] + KeyContext.reading, [.plain(.function(2))], "mouse",
            "Lets the mouse scroll and drag, or leaves it to the terminal, as for selecting text."),
        ActionRow(
            .pause, KeyContext.reading, [KeyPress("P")], "pause",
            "Hides images and answers and stops the clock; Enter goes on."),
        ActionRow(
            .sign, KeyContext.reading, [KeyPress("S")], "sign",
            "Signs the read, or lists everything that is missing.",
            hint: KeyHint(22)),
        ActionRow(
            .retry, KeyContext.reading, [KeyPress("t"), .control("r")], "try again",
            "Tries again to save what could not be saved.", refusal: nothingUnsaved),
        ActionRow(
            .redraw, KeyContext.allCases, [.control("l")], "redraw",
            "Draws everything again, pictures too."),
        ActionRow(
            .help, KeyContext.allCases, [KeyPress("?")], "keys",
            "Shows the keys of this focus.", hint: KeyHint(0, caption: "more")),
        ActionRow(
            .palette, KeyContext.allCases, [KeyPress(":"), .control("p")], "every action",
            "Finds any action by a few letters, or goes to a slice by its number.",
            hint: KeyHint(24, caption: "any action")),
        ActionRow(
            .leave, [.worklist] + KeyContext.reading, [KeyPress("q")], "leave",
            "Leaves; a draft is kept and opens again as it was.", hint: KeyHint(23)),
        ActionRow(
            .cancel, KeyContext.reading, [.plain(.escape), .control("g")], "cancel",
            "Forgets a number that is being typed."),
    ]

    private static func nothingOpen(_ state: WorkstationState) -> String? {
        guard case .worklist(let status) = state.screen else { return nil }
        return status.left > 0 || status.hasDraft ? nil : Worklist.nothingOpenSentence(status)
    }

    private static func nothingSigned(_ state: WorkstationState) -> String? {
        guard case .worklist(let status) = state.screen else { return nil }
        return status.signed > 0 ? nil : "No read is signed yet."
    }

    private static func noExamples(_ state: WorkstationState) -> String? {
        state.reading?.instrument.examples == nil ? "No examples are drawn for this form." : nil
    }

    private static func nothingFollows(_ state: WorkstationState) -> String? {
        state.consequences?.isEmpty == false
            ? nil
            : "Nothing follows from the last read, or none was signed since the program began."
    }

    private static func nothingUnsaved(_ state: WorkstationState) -> String? {
        state.reading?.answers.waiting.isEmpty == false ? nil : "Everything is saved."
    }
}

import ReaderStudies
import TerminalUI

/// What floats over the screen and takes the keys until Esc closes it.
public enum Popup: Hashable, Sendable {
    /// The keys of the focus from a line on; typing filters.
    case help(LineEditor, firstLine: Int)
    /// Every action; typing finds one, or a slice by its number.
    case palette(LineEditor, selected: Int)
    /// The definition of the question in focus, from a line on.
    case definitions(firstLine: Int)
    /// What follows from the read signed last, from a line on.
    case consequences(firstLine: Int)
    /// Reasons why the image allows no answer, to one question or (`nil`) to all open findings.
    case reasons(ItemKey?, selected: Int)
    /// The reader's own reason.
    case otherReason(ItemKey?, LineEditor)
    /// The codes of a question, one of them selected; none while the list has opened by itself.
    case choices(ItemKey, selected: Int?)
    /// A text answer.
    case text(ItemKey, LineEditor)
    /// Everything that is missing before signing, one line selected; or the question whether to sign.
    case signing(selected: Int)
    /// Whether to withdraw a lesion.
    case withdrawing(SiteID)
    /// Why a signed read is reopened.
    case amending(LineEditor)
    /// What is measured in the case, one line selected.
    case measurements(selected: Int)
    /// The themes, one selected.
    case themes(selected: Int)
    /// Nothing is shown, and the clock stands still.
    case paused
    /// How pictures are shown, one way selected.
    case graphics(selected: Int)

    /// The line that is being typed, when there is one.
    var editor: LineEditor? {
        switch self {
        case .help(let editor, _), .palette(let editor, _), .otherReason(_, let editor),
            .text(_, let editor),
            .amending(let editor):
            editor
        default: nil
        }
    }

    /// The same popup with another line.
    func with(_ editor: LineEditor) -> Popup {
        switch self {
        case .help: .help(editor, firstLine: 0)
        case .palette: .palette(editor, selected: 0)
        case .otherReason(let key, _): .otherReason(key, editor)
        case .text(let key, _): .text(key, editor)
        case .amending: .amending(editor)
        default: self
        }
    }
}

/// The reasons of the menu, in its order.
enum ReasonMenu {
    /// A reason with the words of the menu; `nil` asks for the reader's own words.
    struct Entry {
        let caption: String
        let reason: NotAssessableReason?
    }

    static let entries = [
        Entry(caption: "motion", reason: .motion),
        Entry(caption: "artefact", reason: .artefact),
        Entry(caption: "not covered by the images", reason: .notCovered),
        Entry(caption: "metal", reason: .metal),
        Entry(caption: "resolution too low", reason: .resolution),
        Entry(caption: "another reason, in your words", reason: nil),
    ]
}

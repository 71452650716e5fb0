import Instruments
import ReaderStudies

/// What follows from a read and could not be told before it was signed.
public struct Consequences: Hashable, Sendable {
    /// A derived value in words.
    struct Line: Hashable {
        let label: String
        let text: String
    }

    /// The derived values that have one, in the form's order.
    let lines: [Line]
    /// What rules say, each sentence once.
    let remarks: [String]

    /// What waited until `form` was signed by a reader who read as `audience`.
    init(_ form: Form, readAs audience: DerivedAudience) {
        lines = form.derived(for: .signed).compactMap { result in
            guard !result.visibility.isOpen(to: audience),
                let text = AnswerText.text(of: result.state)
            else { return nil }
            return Line(label: result.label, text: text)
        }
        var remarks: [String] = []
        for remark in form.remarks(for: .signed)
        where !remark.visibility.isOpen(to: audience) && !remarks.contains(remark.sentence) {
            remarks.append(remark.sentence)
        }
        self.remarks = remarks
    }

    /// Whether nothing waited.
    var isEmpty: Bool { lines.isEmpty && remarks.isEmpty }

    /// One line of text each: warnings first, because they ask for a look.
    var sentences: [String] { remarks + lines.map { "\($0.label): \($0.text)" } }
}

/// The signs of the program, by meaning: the same in grids, lists, boards and previews.
///
/// A screen without Unicode shows their twins `. o X - > !`; see `ASCIITwin`.
public enum Sign: Character, Hashable, Sendable, CaseIterable {
    /// Nobody answered yet.
    case notAnswered = "·"
    /// The finding is absent.
    case absent = "○"
    /// The finding is present.
    case present = "●"
    /// The image does not allow an answer.
    case notAssessable = "–"
    /// Here is the focus.
    case focus = "▸"
    /// Needs attention.
    case attention = "!"

    /// The sign as a character.
    public var character: Character { rawValue }

    /// The twin for screens without Unicode.
    public var ascii: Character { ASCIITwin.of(rawValue) }

    /// The role that the sign is drawn in.
    public var role: Role {
        switch self {
        case .notAnswered: .dim
        case .absent: .absent
        case .present: .present
        case .notAssessable: .notAssessable
        case .focus: .accent
        case .attention: .attention
        }
    }
}

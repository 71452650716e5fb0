import Instruments
import Yams

/// Why a study file, an instrument or a theme is refused.
public enum StudyFileError: Error, Hashable, Sendable {
    /// The file cannot be opened.
    case unreadable(file: String)
    /// The file is larger than any of its kind.
    case tooLarge(file: String, bytes: Int)
    /// Something in the file is wrong.
    case mistake(file: String, TextPosition, String)
    /// No folder holds what was asked for.
    case notFound(String)
    /// Several things are wrong, in the order of the file.
    indirect case several([StudyFileError])

    /// The sentence for the author, with `FILE:LINE:COLUMN` where there is a place.
    public var sentence: String {
        switch self {
        case .unreadable(let file):
            "\(file) cannot be opened. Check its name and permissions."
        case .tooLarge(let file, let bytes):
            "\(file) has \(bytes) bytes; \(YAMLValue.largestFile) are allowed. Is it the right file?"
        case .mistake(let file, let position, let sentence):
            "\(file):\(position.line):\(position.column): \(sentence)"
        case .notFound(let sentence): sentence
        case .several(let errors): errors.map(\.sentence).joined(separator: "\n")
        }
    }

    /// What the YAML parser says, with its place.
    init(_ error: any Error, file: String) {
        let start = TextPosition(line: 1, column: 1)
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self = .mistake(
                file: file, TextPosition(line: mark.line, column: mark.column),
                "This is no YAML: \(problem). Look at the indentation, colons and quotation marks.")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "\($0)" }.joined(separator: ", ")
            self = .mistake(
                file: file, TextPosition(line: context.mark.line, column: context.mark.column),
                "A key stands twice in its table: \(keys).")
        default:
            self = .mistake(file: file, start, "This is no YAML that can be read.")
        }
    }
}

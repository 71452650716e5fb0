/// What is wrong with a table that a person wrote.
public enum TableError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file cannot be opened.
    case unreadable(file: String)
    /// The file is larger than any of its kind.
    case tooLarge(file: String, bytes: Int, limit: Int)
    /// Every mistake that was found.
    case mistakes([TableMistake])

    /// One line a mistake.
    public var description: String {
        switch self {
        case .unreadable(let file): "\(file) cannot be opened. Check its name and permissions."
        case .tooLarge(let file, let bytes, let limit):
            "\(file) has \(bytes) bytes; \(limit) are allowed. Is it the right file?"
        case .mistakes(let mistakes):
            mistakes.map(\.description).joined(separator: "\n")
        }
    }
}

/// A mistake on one line of a table.
public struct TableMistake: Hashable, Sendable, CustomStringConvertible {
    /// The file as the user named it.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong and what to do.
    public let sentence: String

    /// `FILE:LINE: sentence`.
    public var description: String { "\(file):\(line): \(sentence)" }
}

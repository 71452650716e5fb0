import Foundation
import Instruments
import Yams

/// One part of a YAML file that knows where it stands, so that every mistake has its place.
public struct YAMLValue: Sendable {
    /// The file's name, as messages say it.
    public let file: String
    private let tree: YAMLTree

    /// A file larger than this is refused, in bytes.
    static let largestFile = 1_000_000

    /// The whole of a file.
    ///
    /// - Throws: `StudyFileError` when the file cannot be read, is too large or is no YAML.
    public static func load(_ url: URL) throws(StudyFileError) -> YAMLValue {
        try parse(try text(of: url), file: url.lastPathComponent)
    }

    /// The text of a file that people edit.
    ///
    /// - Throws: `StudyFileError` when the file cannot be read, is too large or is not in UTF-8.
    public static func text(of url: URL) throws(StudyFileError) -> String {
        let name = url.lastPathComponent
        guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: name) }
        guard data.count <= largestFile else { throw .tooLarge(file: name, bytes: data.count) }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw .mistake(
                file: name, TextPosition(line: 1, column: 1), "The file is not text in UTF-8.")
        }
        return text
    }

    /// The whole of `text`, which messages call `file`.
    public static func parse(_ text: String, file: String) throws(StudyFileError) -> YAMLValue {
        let node: Node?
        do {
            node = try compose(yaml: text)
        } catch {
            throw StudyFileError(error, file: file)
        }
        guard let node else {
            throw .mistake(file: file, TextPosition(line: 1, column: 1), "The file is empty.")
        }
        return YAMLValue(file: file, tree: try YAMLTreeBuilder.build(node, file: file))
    }

    private init(file: String, tree: YAMLTree) {
        self.file = file
        self.tree = tree
    }

    /// Where the part begins.
    public var position: TextPosition { tree.position }

    /// A mistake at this part.
    public func mistake(_ sentence: String) -> StudyFileError {
        .mistake(file: file, position, sentence)
    }

    /// The part as a table whose keys are all among `keys`.
    public func table(_ keys: Set<String>) throws(StudyFileError) -> YAMLTable {
        let entries = try entries()
        for (key, _) in entries where !keys.contains(key.name) {
            throw .mistake(
                file: file, key.position,
                "There is no \(key.name) here."
                    + Suggestion.sentence(for: key.name, among: keys.sorted()))
        }
        let values = Dictionary(
            entries.map { ($0.key.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        return YAMLTable(whole: self, values: values)
    }

    /// The part as named parts in the file's order, whatever their names.
    public func named() throws(StudyFileError) -> [(name: String, value: YAMLValue)] {
        try entries().map { ($0.key.name, $0.value) }
    }

    /// The part as named parts, each with the place of its name.
    func placed() throws(StudyFileError) -> [(name: String, at: TextPosition, value: YAMLValue)] {
        try entries().map { ($0.key.name, $0.key.position, $0.value) }
    }

    /// The part that the names of `path` lead to, or the last on the way that is there; in a list an entry has
    /// the name that it gives as its `id`, or its number from 1.
    public func part(_ path: [String]) -> YAMLValue {
        guard let name = path.first, let next = child(name) else { return self }
        return next.part(Array(path.dropFirst()))
    }

    private func child(_ name: String) -> YAMLValue? {
        guard isList else { return (try? named())?.first { $0.name == name }?.value }
        let entries = (try? list()) ?? []
        let place = (Int(name) ?? 0) - 1
        return entries.first { (try? $0.child("id")?.text()) == name }
            ?? (entries.indices.contains(place) ? entries[place] : nil)
    }

    /// Whether the part is a table with this key.
    func hasKey(_ name: String) -> Bool {
        guard case .table = tree, let entries = try? entries() else { return false }
        return entries.contains { $0.key.name == name }
    }

    /// Whether the part is a list.
    public var isList: Bool {
        if case .list = tree { true } else { false }
    }

    /// The part as a list.
    public func list() throws(StudyFileError) -> [YAMLValue] {
        guard case .list(let parts, _) = tree else {
            throw mistake("Here stands a list: [a, b], or lines that begin with a dash.")
        }
        return parts.map { YAMLValue(file: file, tree: $0) }
    }

    /// The part as text, without spaces around it; also a number or yes is text as it is written.
    public func text() throws(StudyFileError) -> String {
        guard case .scalar(let string, _, _) = tree else {
            throw mistake("Here stands a text, not a list or table.")
        }
        let text = string.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw mistake("Here stands a text; this is empty.") }
        return text
    }

    /// The part as a list of texts.
    public func texts() throws(StudyFileError) -> [String] {
        var texts: [String] = []
        for value in try list() { texts.append(try value.text()) }
        return texts
    }

    /// The part as `yes` or `no` (`true` and `false` are taken too).
    public func truth() throws(StudyFileError) -> Bool {
        switch try text() {
        case "yes", "true": return true
        case "no", "false": return false
        default: throw mistake("Here stands yes or no.")
        }
    }

    /// The part as a whole number in `range`.
    public func integer(
        in range: ClosedRange<Int> = Int.min...Int.max
    ) throws(StudyFileError) -> Int {
        let text = try text()
        guard let number = Int(text) else {
            throw mistake("Here stands a whole number, not \(text).")
        }
        guard range.contains(number) else {
            throw mistake("\(number) lies outside \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    /// The part as a finite number.
    public func number() throws(StudyFileError) -> Double {
        let text = try text()
        guard let number = Double(text), number.isFinite else {
            throw mistake("Here stands a number, not \(text).")
        }
        return number
    }

    /// The part as one of the words of an enumeration.
    public func word<Word: RawRepresentable & CaseIterable>(
        _ type: Word.Type
    ) throws(StudyFileError) -> Word where Word.RawValue == String {
        let text = try text()
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        throw mistake(
            "\(text) is none of \(words.joined(separator: ", "))."
                + Suggestion.sentence(for: text, among: words))
    }

    /// Where a place inside the part's text stands in the file; the part's beginning when the text is
    /// folded or spans lines, since its lines then differ from the file's.
    public func position(inside position: TextPosition) -> TextPosition {
        guard case .scalar(_, let offset?, let start) = tree, position.line == 1 else {
            return self.position
        }
        return TextPosition(line: start.line, column: start.column + offset + position.column - 1)
    }

    private func entries() throws(StudyFileError) -> [(key: YAMLKey, value: YAMLValue)] {
        guard case .table(let parts, _) = tree else {
            throw mistake("Here stands a table: lines of the form NAME: VALUE.")
        }
        var entries: [(key: YAMLKey, value: YAMLValue)] = []
        for (key, value) in parts {
            let name = try YAMLValue(file: file, tree: key).text()
            let key = YAMLKey(name: name, position: key.position)
            entries.append((key, YAMLValue(file: file, tree: value)))
        }
        return entries
    }
}

private struct YAMLKey {
    let name: String
    let position: TextPosition
}

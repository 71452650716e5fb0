/// One line of text that a person types.
public struct InputLine: Hashable, Sendable {
    /// Characters that fill cells; never a control.
    public private(set) var characters: [Character]
    /// The place of the cursor, `0...characters.count`.
    public private(set) var cursor: Int
    /// The most characters that are taken.
    public let limit: Int

    /// A line with the cursor at the end.
    public init(_ text: String = "", limit: Int = 1000) {
        characters = Array(SafeText.characters(of: text).prefix(limit))
        cursor = characters.count
        self.limit = limit
    }

    /// The text.
    public var text: String { String(characters) }

    /// Applies a key that edits.
    /// - Returns: False when the key does not edit: it is somebody else's.
    public mutating func apply(_ press: KeyPress) -> Bool {
        if press.modifiers == .control { return applyControl(press.key) }
        guard press.modifiers.isEmpty else { return false }
        switch press.key {
        case .character(let character): insert(String(character))
        case .backspace: removeBeforeCursor()
        case .delete: if cursor < characters.count { characters.remove(at: cursor) }
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(characters.count, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = characters.count
        default: return false
        }
        return true
    }

    /// Inserts text at the cursor, made safe; what exceeds the limit is left out.
    public mutating func insert(_ text: String) {
        let before = String(characters[..<cursor]) + text
        let head = SafeText.characters(of: before)
        let room = limit - (characters.count - cursor)
        let kept = head.prefix(max(cursor, room))
        characters.replaceSubrange(..<cursor, with: kept)
        cursor = kept.count
    }

    private mutating func removeBeforeCursor() {
        guard cursor > 0 else { return }
        cursor -= 1
        characters.remove(at: cursor)
    }

    /// The keys of shells: Ctrl-A, E, U, K, W.
    private mutating func applyControl(_ key: Key) -> Bool {
        switch key {
        case .character("a"): cursor = 0
        case .character("e"): cursor = characters.count
        case .character("u"):
            characters.removeSubrange(..<cursor)
            cursor = 0
        case .character("k"): characters.removeSubrange(cursor...)
        case .character("w"): removeWord()
        default: return false
        }
        return true
    }

    private mutating func removeWord() {
        while cursor > 0, characters[cursor - 1] == " " { removeBeforeCursor() }
        while cursor > 0, characters[cursor - 1] != " " { removeBeforeCursor() }
    }
}

extension CellGrid {
    /// Draws an input line, scrolled so that the cursor is seen.
    /// - Returns: Where the terminal's cursor belongs.
    @discardableResult
    public mutating func inputLine(
        _ line: InputLine, in area: Rect, role: Role = .text
    ) -> (column: Int, row: Int) {
        fill(area.split(top: 1).top, with: Cell(" ", role: role))
        var first = line.cursor
        var used = 0
        while first > 0 {
            used += DisplayWidth.of(line.characters[first - 1])
            guard used < area.width else { break }
            first -= 1
        }
        let before = line.characters[first..<line.cursor]
        write(
            String(line.characters[first...]), column: area.x, row: area.y, width: area.width,
            role: role)
        return (area.x + TextFitting.total(Array(before)), area.y)
    }
}

extension KeyPress {
    /// The key of a name in files: `k`, `Up`, `S-Up`, `C-u`, `A-Left`, `Space`, `F5`; `nil` for anything else.
    ///
    /// `S-`, `A-` and `C-` hold Shift, Alt and Control; one character stands for itself.
    public init?(name: String) {
        var rest = Substring(name)
        var modifiers: KeyModifiers = []
        while rest.count > 2, let held = Self.held[String(rest.prefix(2))] {
            guard modifiers.insert(held).inserted else { return nil }
            rest = rest.dropFirst(2)
        }
        guard let key = Key(name: String(rest)) else { return nil }
        // Terminals send one key for Shift and Tab.
        if key == .tab, modifiers == .shift {
            self.init(.backTab)
        } else if case .character(let character) = key, character != " " {
            // Shift is in the character already, and Control knows no capitals.
            guard !modifiers.contains(.shift) else { return nil }
            let isHeld = modifiers.contains(.control)
            self.init(isHeld ? Character(character.lowercased()) : character, modifiers)
        } else {
            self.init(key, modifiers)
        }
    }

    /// The name of the key in files; `KeyPress(name:)` reads it back.
    public var name: String {
        var text = ""
        if modifiers.contains(.control) { text += "C-" }
        if modifiers.contains(.alt) { text += "A-" }
        if modifiers.contains(.shift) || key == .backTab { text += "S-" }
        return text + key.name
    }

    private static let held: [String: KeyModifiers] = ["S-": .shift, "A-": .alt, "C-": .control]
}

extension Key {
    private static let names: [(name: String, key: Key)] = [
        ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Space", .character(" ")),
        ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert), ("Up", .up),
        ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end),
        ("PgUp", .pageUp), ("PgDn", .pageDown),
    ]

    fileprivate init?(name: String) {
        if let known = Self.names.first(where: { $0.name == name }) {
            self = known.key
        } else if name.count == 1, let character = name.first, !character.isWhitespace {
            self = .character(character)
        } else if name.first == "F", let number = Int(name.dropFirst()), 1...12 ~= number {
            self = .function(number)
        } else {
            return nil
        }
    }

    fileprivate var name: String {
        if let known = Self.names.first(where: { $0.key == self }) { return known.name }
        return switch self {
        case .character(let character): String(character)
        case .function(let number): "F\(number)"
        default: "Tab"
        }
    }
}

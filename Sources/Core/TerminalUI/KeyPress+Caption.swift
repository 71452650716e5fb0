extension KeyPress {
    /// The key as text: `↑`, `⇧↑`, `^U`, `Space`; words and `S-` without Unicode.
    public func caption(unicode: Bool) -> String {
        var text = ""
        if modifiers.contains(.control) { text += "^" }
        if modifiers.contains(.alt) { text += unicode ? "⌥" : "Alt-" }
        if modifiers.contains(.shift) { text += unicode ? "⇧" : "S-" }
        return text + key.caption(unicode: unicode, capital: modifiers.contains(.control))
    }
}

extension Key {
    fileprivate func caption(unicode: Bool, capital: Bool) -> String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): capital ? character.uppercased() : String(character)
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: unicode ? "⇧Tab" : "S-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: unicode ? "↑" : "Up"
        case .down: unicode ? "↓" : "Down"
        case .left: unicode ? "←" : "Left"
        case .right: unicode ? "→" : "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .function(let number): "F\(number)"
        }
    }
}

/// Several keys in few characters.
public enum KeyWords {
    private static let arrows: [Key] = [.left, .up, .down, .right]

    /// `↑↓`, `0-9`, `[ ]`, `+ - =`; words without Unicode.
    public static func joined(_ keys: [KeyPress], unicode: Bool) -> String {
        let isArrows = keys.count > 1 && keys.allSatisfy { arrows.contains($0.key) }
        if isArrows, keys.allSatisfy(\.modifiers.isEmpty) {
            let all = arrows.map { KeyPress($0) }
            let isAll = Set(keys) == Set(all)
            if !unicode, isAll { return "arrows" }
            return captions(isAll ? all : keys, unicode: unicode).joined(
                separator: unicode ? "" : " ")
        }
        if let range = digits(keys) { return range }
        return captions(keys, unicode: unicode).joined(separator: " ")
    }

    private static func captions(_ keys: [KeyPress], unicode: Bool) -> [String] {
        keys.map { $0.caption(unicode: unicode) }
    }

    /// Three digits or more, one after another.
    private static func digits(_ keys: [KeyPress]) -> String? {
        let numbers = keys.map { press -> Int? in
            guard case .character(let character) = press.key, press.modifiers.isEmpty else {
                return nil
            }
            return character.wholeNumberValue
        }
        guard numbers.count > 2, let first = numbers[0],
            numbers.enumerated().allSatisfy({ $0.element == first + $0.offset })
        else { return nil }
        return "\(first)-\(first + numbers.count - 1)"
    }
}

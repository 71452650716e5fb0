import TerminalUI

/// Keys in words: `Enter j*13 Down Space S-Left 1 9 . 5`.
///
/// Names are those of keymap files, and `*N` presses a key N times. Line breaks are spaces; what follows `#` in a line is a remark.
struct KeyScript {
    /// The keys.
    let presses: [KeyPress]

    /// The keys of `text`; a word that is none is refused.
    init(_ text: String) throws {
        var presses: [KeyPress] = []
        for line in text.split(separator: "\n") {
            for word in line.prefix(while: { $0 != "#" }).split(separator: " ") {
                presses += try Self.presses(String(word))
            }
        }
        self.presses = presses
    }

    private static func presses(_ word: String) throws -> [KeyPress] {
        let parts = word.split(separator: "*", omittingEmptySubsequences: false)
        guard parts.count == 2, let count = Int(parts[1]), count > 0 else {
            return [try press(word)]
        }
        return Array(repeating: try press(String(parts[0])), count: count)
    }

    private static func press(_ word: String) throws -> KeyPress {
        guard let press = KeyPress(name: word) else {
            throw Refusal("\"\(word)\" is no key of a recorded read.")
        }
        return press
    }
}

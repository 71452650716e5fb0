import TerminalUI
import TestSupport
import Testing

@Suite struct SafeTextTests {
    @Test func `an escape sequence in data is shown, not sent`() {
        #expect(SafeText.line("A\u{1B}[2Jb\u{9B}c") == "A\u{FFFD}[2Jb\u{FFFD}c")
    }

    @Test func `controls of the writing direction become visible`() {
        for scalar: Unicode.Scalar in ["\u{202E}", "\u{2066}", "\u{200F}", "\u{061C}", "\u{FEFF}"] {
            #expect(SafeText.line("a\(scalar)b") == "a\u{FFFD}b")
        }
    }

    @Test func `line breaks and tabs become spaces`() {
        #expect(SafeText.line("a\nb\tc\u{A0}d") == "a b c d")
    }

    @Test func `private use and unassigned characters are refused`() {
        #expect(SafeText.line("\u{10EEEE}\u{E000}\u{0378}") == "\u{FFFD}\u{FFFD}\u{FFFD}")
    }

    @Test func `a combining mark stays with its letter, and only three of them`() {
        let many = "e" + String(repeating: "\u{301}", count: 9)
        let safe = SafeText.characters(of: many)
        #expect(safe.count == 1)
        #expect(safe.first?.unicodeScalars.count == 4)
    }

    @Test func `a combining mark without a letter is refused`() {
        #expect(SafeText.characters(of: "\u{301}") == [SafeText.replacement])
        #expect(SafeText.characters(of: " \u{301}") == [" ", SafeText.replacement])
    }

    @Test func `joiners and variation selectors are dropped`() {
        #expect(SafeText.characters(of: "👩\u{200D}⚕\u{FE0F}") == ["👩", "⚕"])
    }

    @Test func `no cell ever carries a control, whichever character it is given`() {
        var wrong: [UInt32] = []
        for scalar in (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init) {
            var cell = Cell()
            cell.character = Character(scalar)
            let held = (cell.character.map { String($0) } ?? "").unicodeScalars
            let isSafe = held.allSatisfy {
                ![.control, .format, .privateUse].contains($0.properties.generalCategory)
            }
            if !isSafe || cell != Cell(Character(scalar)) { wrong.append(scalar.value) }
        }
        #expect(wrong.isEmpty)
    }
}

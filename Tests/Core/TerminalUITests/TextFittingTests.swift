import TerminalUI
import TestSupport
import Testing

@Suite struct TextFittingTests {
    @Test func `words are kept whole, longer ones are broken, line breaks stay`() {
        #expect(
            TextFitting.wrap("one two three\n\nincomprehensible", width: 7)
                == ["one two", "three", "", "incompr", "ehensib", "le"])
    }

    @Test func `wide characters count twice`() {
        #expect(DisplayWidth.of("日本 e\u{301}👩") == 8)
        #expect(TextFitting.wrap("日本語", width: 4) == ["日本", "語"])
        #expect(TextFitting.wrap("日", width: 1) == ["\u{FFFD}"])
        #expect(TextFitting.clip("日本語", width: 5) == ["日", "本", "…"])
    }

    @Test func `no width shows nothing`() {
        #expect(TextFitting.wrap("a", width: 0) == [])
        #expect(TextFitting.clip("abc", width: 0) == [])
    }

    @Test func `wrapped lines never exceed their width, and lose no letter`() {
        let text = "The quick 日本語 fox jumps-over the veryverylongword e\u{301}t al."
        for width in 2...40 {
            let lines = TextFitting.wrap(text, width: width)
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
            let letters = lines.joined().filter { $0 != " " }
            #expect(letters == text.filter { $0 != " " })
        }
    }
}

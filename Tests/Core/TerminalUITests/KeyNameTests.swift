import TerminalUI
import Testing

@Suite struct KeyNameTests {
    @Test(arguments: [
        ("k", KeyPress("k")), ("K", KeyPress("K")), ("C-u", KeyPress("u", .control)),
        ("C-U", KeyPress("u", .control)), ("S-Up", KeyPress(.up, .shift)),
        ("A-Left", KeyPress(.left, .alt)), ("Space", KeyPress(" ")), ("S-Tab", KeyPress(.backTab)),
        ("C-A-x", KeyPress("x", [.control, .alt])), ("F12", KeyPress(.function(12))),
        ("-", KeyPress("-")), ("C--", KeyPress("-", .control)), ("ü", KeyPress("ü")),
    ])
    func `a name is a key`(_ name: String, _ press: KeyPress) {
        #expect(KeyPress(name: name) == press)
        #expect(KeyPress(name: press.name) == press)
    }

    @Test(arguments: ["", "up", "Upp", "S-", "S-k", "F0", "F13", "F1x", "C-C-u", "kk", " ", "X-u"])
    func `anything else is none`(_ name: String) {
        #expect(KeyPress(name: name) == nil)
    }

    @Test func `every key has a name of its own`() {
        let keys: [Key] = [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left,
            .right, .home, .end, .pageUp, .pageDown, .function(5), .character("x"),
            .character(" "),
        ]
        #expect(Set(keys.map { KeyPress($0).name }).count == keys.count)
        for key in keys { #expect(KeyPress(name: KeyPress(key).name) == KeyPress(key)) }
    }
}

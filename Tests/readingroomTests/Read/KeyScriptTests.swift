import TerminalUI
import Testing

@testable import readingroom

@Suite struct KeyScriptTests {
    @Test func `words become keys, with counts, modifiers and remarks`() throws {
        let script = try KeyScript("Enter j*2 # down twice\nS-Left C-u Space *")

        #expect(
            script.presses == [
                KeyPress(.enter), KeyPress("j"), KeyPress("j"), KeyPress(.left, .shift),
                KeyPress("u", .control), KeyPress(" "), KeyPress("*"),
            ])
    }

    @Test(arguments: ["Entr", "j*x", "S-"])
    func `a word that is no key is refused`(_ word: String) {
        #expect(throws: Refusal.self) { try KeyScript(word) }
    }
}

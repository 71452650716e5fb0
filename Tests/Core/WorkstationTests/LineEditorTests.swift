import TerminalUI
import Testing

@testable import Workstation

@Suite struct LineEditorTests {
    private func typed(_ text: String, into editor: LineEditor) -> LineEditor {
        var editor = editor
        for character in text { _ = editor.take(KeyPress(character)) }
        return editor
    }

    @Test func `a comma in a number becomes a point and a second one is not taken`() {
        let editor = typed("1,2,5x", into: LineEditor(limit: 12, accepts: .decimal))

        #expect(editor.text == "1.25")
    }

    @Test func `a line takes no more than its limit and no control characters`() {
        let editor = typed("ab\u{1B}cd", into: LineEditor(limit: 3))

        #expect(editor.text == "abc")
    }

    @Test func `characters go in and out where the cursor stands`() {
        var editor = typed("ac", into: LineEditor())

        for key: Key in [.left, .character("b"), .home, .delete, .end, .backspace] {
            _ = editor.take(KeyPress(key))
        }

        #expect(editor.text == "b")
        #expect(editor.cursor == 1)
    }

    @Test func `keys for other things are left alone`() {
        var editor = LineEditor("x")

        let taken = [editor.take(.control("l")), editor.take(.plain(.enter))]

        #expect(taken == [false, false])
        #expect(editor.text == "x")
    }
}

import TerminalUI
import Testing

@testable import Workstation

@Suite struct KeymapTests {
    /// A keymap in which x inverts and i does nothing.
    private var swapped: Keymap {
        var bindings = ActionTable.bindings
        bindings.name = "swapped"
        for place in ["image", "form"] {
            bindings.keys[place]?["view.invert"] = [KeyPress("J")]
            bindings.keys[place]?["layout"] = [KeyPress(.function(2))]
        }
        return Keymap(bindings)
    }

    private func reader(_ keymap: Keymap) throws -> TestReader {
        var reader = TestReader(SampleReads.state(try SampleForms.joints()))
        reader.state.keymap = keymap
        return reader
    }

    @Test func `every command has a name of its own`() {
        var names: [String: Command] = [:]
        for command in ActionTable.rows.map(\.command) {
            #expect(names[command.name] == nil || names[command.name] == command, "\(command.name)")
            names[command.name] = command
        }
        #expect(names.keys.allSatisfy { !$0.isEmpty && !$0.contains(" ") })
    }

    @Test func `an action is heard once in a context`() {
        for context in KeyContext.allCases {
            let commands = ActionTable.rows(in: context).map(\.command)
            #expect(Set(commands).count == commands.count, "\(context)")
        }
    }

    @Test func `the screen hears the keys of its keymap and no others`() throws {
        var reader = try reader(swapped)

        reader.press(KeyPress("i"))
        #expect(reader.state.reading?.viewer?.isInverted == false)
        #expect(reader.state.notice?.sentence == "i does nothing here. ? shows the keys.")
        reader.press(KeyPress("J"))
        #expect(reader.state.reading?.viewer?.isInverted == true)
    }

    @Test func `help, bottom line and refusals name the keys of the keymap`() throws {
        var reader = try reader(swapped)

        reader.press(KeyPress("?"))
        reader.type("invert")
        #expect(reader.text().contains("J  invert"))
        reader.press(.plain(.escape), .plain(.tab), .plain(.function(2)), .plain(.function(2)))
        reader.press(KeyPress("J"))
        #expect(
            reader.state.notice?.sentence == "The images are folded away. F2 brings them back.")
    }

    @Test func `an action without a key is named as the palette finds it`() throws {
        var bindings = ActionTable.bindings
        for place in ["image", "form"] { bindings.keys[place]?["read.sign"] = [] }
        var reader = try reader(Keymap(bindings))

        #expect(reader.state.key(.sign) == ": read.sign")
        reader.press(KeyPress(":"))
        reader.type("read.sign")
        reader.press(.plain(.enter))
        #expect(reader.state.popup == .signing(selected: 0))
    }

    @Test func `Esc, digits in the form and redraw are nobody's to change`() throws {
        #expect(ActionTable.reservation(of: KeyPress(.escape), in: "image") != nil)
        #expect(ActionTable.reservation(of: KeyPress("3"), in: "form") != nil)
        #expect(ActionTable.reservation(of: KeyPress("3"), in: "image") == nil)
        #expect(ActionTable.reservation(of: KeyPress("l", .control), in: "image") != nil)
        var reader = try reader(Keymap(KeyBindings(name: "empty", title: "Empty", keys: [:])))
        #expect(reader.state.keymap.row(for: KeyPress(.escape), in: .window)?.command == .cancel)
        reader.press(.plain(.tab))
        #expect(
            reader.state.notice?.sentence == "⇥ does nothing here. help shows the keys."
                || reader.state.notice?.sentence == "Tab does nothing here. help shows the keys.")
    }
}

import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

@Suite struct ActionTableTests {
    @Test(arguments: KeyContext.allCases)
    func `no key has two meanings in one context`(_ context: KeyContext) {
        var seen: Set<KeyPress> = []

        for row in ActionTable.rows(in: context) {
            for key in row.keys {
                let isNew = seen.insert(key).inserted
                #expect(isNew, "\(key) in \(context)")
            }
        }
    }

    @Test func `every row has keys, a caption and a sentence of help`() {
        for row in ActionTable.rows {
            #expect(!row.keys.isEmpty && !row.contexts.isEmpty && !row.caption.isEmpty)
            #expect(row.help.hasSuffix(".") && row.help.first?.isUppercase == true, "\(row.help)")
        }
    }

    @Test func `every action has a plain key, modifiers only repeat it or go further`() {
        let further: Set<Command> = [.slices(-10), .slices(10), .redraw]
        for row in ActionTable.rows where !further.contains(row.command) {
            let isPlain = row.keys.contains { $0.modifiers.isEmpty }
            let isRepeated = ActionTable.rows.contains { other in
                other.caption + ", far" == row.caption
                    || other.command == row.command
                        && other.keys.contains { $0.modifiers.isEmpty }
            }
            #expect(isPlain || isRepeated, "\(row.caption)")
        }
    }

    @Test func `every key of the picture and of the form does something or says why not`() throws {
        for context in [KeyContext.image, .form] {
            for row in ActionTable.rows(in: context) {
                for key in row.keys {
                    var reader = TestReader(SampleReads.state(try SampleForms.joints(), series: 2))
                    if context == .form { reader.press(.plain(.tab)) }

                    reader.press(key)

                    let notice = reader.state.notice?.sentence ?? ""
                    #expect(!notice.contains("does nothing here"), "\(row.caption)")
                }
            }
        }
    }

    @Test func `a key without a meaning says so and points to the help`() throws {
        var reader = TestReader(SampleReads.state(try SampleForms.joints()))

        reader.press(KeyPress("@"))

        #expect(reader.state.notice?.sentence == "@ does nothing here. ? shows the keys.")
    }

    @Test func `keys of a Russian layout count by their place`() throws {
        var reader = TestReader(SampleReads.state(try SampleForms.joints()))

        reader.press(KeyPress("о"))

        #expect(reader.state.reading?.viewer?.slice == 13)
    }

    @Test func `keys are written in words where there is no Unicode`() {
        #expect(KeyPress.shift(.up).caption(unicode: true) == "⇧↑")
        #expect(KeyPress.shift(.up).caption(unicode: false) == "S-Up")
        #expect(KeyPress.control("u").caption(unicode: false) == "^U")
        #expect(KeyPress(" ").caption(unicode: true) == "Space")
    }
}

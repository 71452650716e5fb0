import TerminalUI
import Testing

@testable import Workstation

/// What hands know from other viewers works here: each key is pressed, and the screen looked at.
@Suite struct ViewerConventionTests {
    /// A screen on which everything can be changed: two series in two stages, one zoomed and inverted, one answer.
    private func reader() throws -> TestReader {
        var reader = TestReader(
            SampleReads.state(
                try SampleForms.joints(), size: Size(width: 200, height: 60),
                opened: SampleReads.opened(series: 2, hanging: SampleHangings.stages)))
        reader.press(KeyPress(" "), KeyPress("+"), KeyPress("+"), KeyPress("i"), KeyPress("6"))
        return reader
    }

    /// What is pressed: a command of a convention and what goes before it.
    struct Pressed: CustomTestStringConvertible, Sendable {
        var before: [Command] = []
        var first: [Command] = []
        let command: Command
        let context: KeyContext
        var testDescription: String { command.name }
    }

    static let pressed =
        ViewerConvention.all.flatMap { convention in
            convention.commands.map {
                Pressed(before: convention.before, command: $0, context: convention.context)
            }
                + convention.back.map {
                    Pressed(first: convention.commands, command: $0, context: convention.context)
                }
        }
        + ViewerConvention.features.flatMap(\.commands).map {
            Pressed(command: $0, context: .image)
        }

    /// Draws two lines and takes the second back, so that there is something to delete, undo and do again.
    private func draw(_ reader: inout TestReader) {
        reader.press(KeyPress("d"), .plain(.enter), .plain(.right), .plain(.enter))
        reader.press(KeyPress("d"), .plain(.enter), .plain(.down), .plain(.enter))
        reader.press(KeyPress("u"), KeyPress("u"), .plain(.escape))
    }

    @Test(arguments: pressed)
    func `the key of a convention changes what is on the screen`(_ pressed: Pressed) throws {
        var reader = try reader()
        if !pressed.before.isEmpty { draw(&reader) }
        for command in pressed.before + pressed.first {
            let key = try #require(reader.state.keymap.key(command, in: reader.state.context))
            reader.press(key)
        }
        let command = pressed.command
        let key = try #require(
            reader.state.keymap.key(command, in: pressed.context), "\(command.name)")
        let before = reader.frame()

        reader.press(key)

        let after = reader.frame()
        let isRefused = reader.state.notice?.kind == .attention
        #expect(!isRefused, "\(reader.state.notice?.sentence ?? "")")
        #expect(before.grid != after.grid || before.pictures != after.pictures, "\(command.name)")
    }

    @Test func `the page of keys tells each convention with our key`() {
        let page = KeyPage.markdown(others: [], screens: "")

        for convention in ViewerConvention.all {
            #expect(page.contains("| \(convention.what) |"), "\(convention.what)")
        }
        #expect(page.contains("| invert | `i` |  |  |  | `i` |"))
        #expect(page.contains("| left drag | window | window |  | moves the focus | window |"))
        #expect(page.contains("| angle, Cobb angle | `button` | `a` | `button` |  | `d` `a` `b` |"))
        #expect(
            page.contains(
                "| print the view |  | `P` |  | `p for a plot` | nothing leaves a blinded read |"))
        for feature in ViewerConvention.features {
            #expect(page.contains("| \(feature.what) |"), "\(feature.what)")
        }
    }

    @Test func `letters of the patient's sides stand beside every picture`() throws {
        let text = try reader().text()

        #expect(text.contains(" R ") && text.contains(" L"))
    }
}

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

    @Test(arguments: ViewerConvention.all.flatMap(\.commands))
    func `the key of a convention changes what is on the screen`(_ command: Command) throws {
        var reader = try reader()
        let key = try #require(reader.state.keymap.key(command, in: .image), "\(command.name)")
        let before = reader.frame()

        reader.press(key)

        let after = reader.frame()
        let isRefused = reader.state.notice?.kind == .attention
        #expect(!isRefused, "\(reader.state.notice?.sentence ?? "")")
        #expect(before.grid != after.grid || before.pictures != after.pictures, "\(command.name)")
    }

    @Test func `the page of keys tells each convention with our key`() {
        let page = KeyPage.markdown(others: [])

        for convention in ViewerConvention.all {
            #expect(page.contains("| \(convention.what) |"), "\(convention.what)")
        }
        #expect(page.contains("| invert | `i` |  |  | `i` |"))
        #expect(page.contains("| left drag | window | window | window |"))
    }
}

import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// The help of every focus at 80 columns.
@Suite struct HelpTests {
    /// Keys that lead to each focus.
    static let ways: [(context: KeyContext, keys: [KeyPress])] = [
        (.image, []), (.form, [.plain(.tab)]), (.window, [KeyPress("w")]), (.pan, [KeyPress("p")]),
        (.tilt, [KeyPress("O")]), (.crosshair, [KeyPress("x")]), (.mark, [KeyPress("a")]),
        (.measure, [KeyPress("d")]),
    ]

    @Test(arguments: ways)
    func `no words of the help are cut at 80 columns`(
        _ context: KeyContext, _ keys: [KeyPress]
    ) throws {
        var reader = TestReader(SampleReads.state(try SampleForms.lesions()))
        for key in keys { reader.press(key) }
        #expect(reader.state.context == context)

        reader.press(KeyPress("?"))

        for _ in 0..<12 {
            let rows = reader.text().split(separator: "\n").filter { $0.contains("…") }
            // The names of windows are the study's own words.
            #expect(rows.allSatisfy { $0.contains("1-") }, "\(rows.joined(separator: "\n"))")
            reader.press(.plain(.down))
        }
    }
}

import Instruments
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// When what follows from the answers is on the screen.
@Suite struct ConsequencesTests {
    private static let derived = "category by the percentages"
    private static let warning = "The percentages give another category."

    /// A reader who has answered a chest so that the category differs from the percentages.
    private func reader(
        isPractice: Bool = false, width: Int = 80, height: Int = 24, category: Character = "3"
    ) throws -> TestReader {
        var reader = TestReader(
            SampleReads.state(
                try SampleForms.chest(), size: Size(width: width, height: height),
                opened: SampleReads.opened(isPractice: isPractice)))
        reader.press(.plain(.tab))
        reader.type(" 4010")
        reader.press(.plain(.enter), KeyPress(category))
        return reader
    }

    @Test func `before signing a study shows no hidden value and no waiting warning`() throws {
        var reader = try reader()

        #expect(!reader.text().contains(Self.derived) && !reader.text().contains("another"))
        #expect(!reader.text().contains("practice"))
        reader.press(KeyPress("S"))
        #expect(!reader.text().contains(Self.derived) && !reader.text().contains("another"))
        reader.state.isLinear = true
        #expect(!reader.text().contains(Self.derived) && !reader.text().contains("another"))
    }

    @Test(arguments: [(80, 24), (200, 60)])
    func `practice shows derived values and warnings at once, also those that a study never shows`(
        width: Int, height: Int
    ) throws {
        var reader = try reader(isPractice: true, width: width, height: height)

        #expect(reader.text().contains("practice"))
        #expect(reader.text().contains("CT-2") && reader.text().contains("16.67"))
        #expect(reader.text().contains("for practice"))
        #expect(reader.text().contains("The percentages give"))
        reader.press(KeyPress("2"))
        #expect(!reader.text().contains("The percentages give"))
    }

    @Test func `a screen reader hears in practice what follows, and after signing in a study`()
        throws
    {
        var practice = try reader(isPractice: true)
        practice.state.isLinear = true
        var study = try reader()
        study.press(KeyPress("S"), KeyPress("S"))
        study.tellSigned()
        study.state.isLinear = true

        for reader in [practice, study] {
            #expect(reader.text().contains("\(Self.derived): CT-2."))
            #expect(reader.text().contains("Attention: \(Self.warning)"))
        }
        #expect(practice.text().contains("Practice. Case 7"))
    }

    @Test func `after signing the worklist shows what waited, until the next case is open`() throws
    {
        var reader = try reader()
        reader.press(KeyPress("S"), KeyPress("S"))
        #expect(reader.effects.contains { if case .sign = $0 { true } else { false } })

        reader.tellSigned()

        let text = reader.text()
        #expect(text.contains(ConsequencesView.title))
        #expect(text.contains(Self.derived) && text.contains("CT-2"))
        #expect(text.contains(Self.warning))
        #expect(!text.contains("for practice alone"))
        reader.press(KeyPress("d"))
        #expect(reader.text().contains("\(Self.derived): CT-2"))
        reader.press(KeyPress("d"))
        #expect(reader.state.popup == nil)
        reader.run(
            update(
                &reader.state,
                .opened(
                    SampleReads.opened(), try SampleForms.chest(), ["S0": SampleReads.volume()])))
        #expect(reader.state.consequences == nil)
    }

    @Test func `a form of which nothing waits leaves the worklist as it was`() throws {
        var reader = try reader(isPractice: true)
        reader.press(KeyPress("S"), KeyPress("S"))

        reader.tellSigned()

        #expect(reader.state.consequences?.isEmpty == true)
        #expect(!reader.text().contains(ConsequencesView.title))
        reader.press(KeyPress("d"))
        #expect(reader.state.popup == nil)
        #expect(reader.text().contains("Nothing follows from the last read"))
    }

    @Test func `what does not fit below the worklist says how much and which key shows it`() throws
    {
        var reader = try reader(height: 22)
        reader.press(KeyPress("S"), KeyPress("S"))
        reader.tellSigned()
        let all = try #require(reader.state.consequences)
        var grid = CellGrid(size: Size(width: 60, height: 3))

        ConsequencesView(consequences: all, key: "d").draw(&grid, in: grid.size.bounds)

        #expect(grid.text.contains("2 more: d shows all"))
        #expect(grid.text.contains(Self.warning))
    }

    @Test func `a computed number is shown with four digits, a whole one with all`() {
        let shown = [2.0 / 3, 0.0041234567, 123.4567, 12345.678, 100_000, 0, -16.666667, 3]
            .map(AnswerText.fourDigits)

        #expect(
            shown == ["0.6667", "0.004123", "123.5", "12346", "100000", "0", "-16.67", "3"])
    }
}

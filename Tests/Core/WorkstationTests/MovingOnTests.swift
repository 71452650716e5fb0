import Instruments
import ReaderStudies
import TerminalUI
import TestSupport
import Testing

@testable import Workstation

/// One key answers and goes on; what a habit types next changes nothing, and nothing is chosen silently.
@Suite struct MovingOnTests {
    private func reader(_ instrument: Instrument) -> TestReader {
        TestReader(SampleReads.state(instrument))
    }

    private func question(_ reader: TestReader) -> ItemKey? { reader.state.reading?.question }

    /// A lesion form whose choices have letters.
    private static func lettered() throws -> Instrument {
        let side = [("R", "right", "r"), ("L", "left", "l")].map {
            Choice(code: $0.0, label: $0.1, key: Character($0.2))
        }
        let core = [("dark", "d"), ("bright", "b"), ("unclear", "u")].map {
            Choice(code: $0.0, label: $0.0, key: Character($0.1))
        }
        func item(_ id: ItemID, _ kind: ItemKind) -> Item {
            Item(
                id: id, label: id.rawValue, placement: .lesions, kind: kind,
                requirement: .required, layout: .list)
        }
        return try Instrument(
            id: "lettered", version: SemanticVersion(major: 1, minor: 0, patch: 0),
            title: "Lettered",
            lesions: LesionList(
                id: "lesion", label: "lesion", prefix: "L", maximum: 3, whenFull: "Full."),
            items: [
                item("mark", .mark), item("side", .codes(side)), item("core", .codes(core)),
                Item(
                    id: "count", label: "lesions in all", placement: .exam, kind: .count(0...99),
                    requirement: .required, layout: .scalar),
            ])
    }

    @Test func `a needed answer goes on to the next open question, a correction stays`() throws {
        var reader = reader(try SampleForms.chest())

        reader.press(KeyPress(" "))
        #expect(question(reader) == ItemKey("lung-R", "pct"))
        #expect(reader.state.context == .form)
        reader.state.reading?.question = ItemKey(.exam, "signs")
        reader.press(KeyPress(" "))

        #expect(question(reader) == ItemKey(.exam, "signs"))
    }

    @Test func `findings in a grid keep the focus, for arrows choose their sites`() throws {
        var reader = reader(try SampleForms.joints())

        reader.press(.plain(.tab), KeyPress(" "))

        #expect(question(reader) == ItemKey("R-IL-U", "erosion"))
    }

    @Test func `a percentage goes on when no digit can follow, and 10 waits for 100`() throws {
        var reader = reader(try SampleForms.chest())
        reader.press(KeyPress(" "))

        reader.type("30")
        #expect(question(reader) == ItemKey("lung-L", "pct"))
        reader.type("10")
        #expect(reader.state.reading?.entry?.text == "10")
        reader.type("0")

        let answers = reader.state.reading?.answers.sheet.answers
        #expect(answers?[ItemKey("lung-R", "pct")] == .value(.integer(30)))
        #expect(answers?[ItemKey("lung-L", "pct")] == .value(.integer(100)))
        #expect(question(reader) == ItemKey(.exam, "category"))
    }

    @Test func `Enter behind a full number and the key for the next question are habits`() throws {
        var reader = reader(try SampleForms.chest())
        reader.press(KeyPress(" "), KeyPress("."))
        #expect(question(reader) == ItemKey("lung-R", "pct"))

        reader.type("30")
        reader.press(.plain(.enter))
        #expect(question(reader) == ItemKey("lung-L", "pct"))
        #expect(reader.state.reading?.entry == nil && reader.state.popup == nil)
        reader.press(KeyPress("."))
        #expect(question(reader) == ItemKey("lung-L", "pct"))
        reader.press(KeyPress("."))

        #expect(question(reader) == ItemKey(.exam, "category"))
    }

    @Test func `letters answer in a list that opens by itself, and u is no undo there`() throws {
        var reader = reader(try Self.lettered())

        reader.press(KeyPress("a"), .plain(.enter))
        #expect(reader.state.popup == .choices(ItemKey("L1", "side"), selected: nil))
        reader.type("ru")

        let answers = reader.state.reading?.answers.sheet.answers
        #expect(answers?[ItemKey("L1", "side")] == .value(.code("R")))
        #expect(answers?[ItemKey("L1", "core")] == .value(.code("unclear")))
        #expect(question(reader) == ItemKey(.exam, "count"))
    }

    @Test func `nothing is chosen in a list that opened by itself, so that Enter answers nothing`()
        throws
    {
        var reader = reader(try Self.lettered())
        reader.press(KeyPress("a"), .plain(.enter))
        let recorded = reader.recorded.count

        reader.press(.plain(.enter))
        #expect(reader.recorded.count == recorded)
        reader.press(.plain(.down), .plain(.enter))

        #expect(reader.recorded.last == .answer(ItemKey("L1", "side"), .value(.code("R"))))
    }

    @Test func `slices scroll beside the list, and Tab closes it`() throws {
        var reader = reader(try Self.lettered())
        reader.press(KeyPress("a"), .plain(.enter))
        let slice = reader.state.reading?.viewer?.slice ?? 0

        reader.press(KeyPress("j"))
        #expect(reader.state.reading?.viewer?.slice == slice + 1)
        #expect(reader.state.popup == .choices(ItemKey("L1", "side"), selected: nil))
        reader.press(.plain(.tab))

        #expect(reader.state.popup == nil)
    }

    @Test func `the list stands in the form and covers no picture`() throws {
        var reader = reader(try Self.lettered())

        reader.press(KeyPress("a"), .plain(.enter))

        let frame = reader.frame()
        let popup = try #require(frame.popups.last)
        #expect(popup.x >= 80 - 30)
        expectGolden(reader.text(), named: "list-in-form-80x24")
    }

    @Test func `a grade in a grid stands as its code, and the next site takes the next key`() throws
    {
        let grades = (0...3).map {
            Choice(code: "\($0)", label: "under \(33 * $0) %", key: Character("\($0)"))
        }
        let oedema = Item(
            id: "oedema", label: "oedema", placement: .sites("half"), kind: .codes(grades),
            requirement: .required, layout: .grid)
        var reader = reader(
            try Instrument(
                id: "grades", version: SemanticVersion(major: 1, minor: 0, patch: 0),
                title: "Grades", siteSets: [SampleForms.halves], items: [oedema]))
        reader.press(.plain(.tab))

        reader.type("213")

        let answers = reader.state.reading?.answers.sheet.answers
        #expect(answers?[ItemKey("R-U", "oedema")] == .value(.code("2")))
        #expect(answers?[ItemKey("R-L", "oedema")] == .value(.code("1")))
        #expect(answers?[ItemKey("L-U", "oedema")] == .value(.code("3")))
        #expect(!reader.text().contains("und"))
        #expect(question(reader) == ItemKey("L-L", "oedema"))
    }

    @Test func `the rest absent goes on to the grade`() throws {
        var reader = reader(try SampleForms.joints())
        for _ in 0..<24 { reader.press(KeyPress("j")) }

        reader.press(KeyPress("g"))
        for _ in 0..<24 { reader.press(KeyPress("j")) }
        reader.press(KeyPress("R"))

        #expect(question(reader) == ItemKey(.exam, "quality"))
    }
}

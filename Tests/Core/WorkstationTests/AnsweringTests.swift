import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

@Suite struct AnsweringTests {
    private func reader(
        _ opened: OpenedRead? = nil, slices: Int = 24
    ) throws -> TestReader {
        var reader = TestReader(
            SampleReads.state(try SampleForms.joints(), slices: slices, opened: opened))
        reader.press(.plain(.tab))
        return reader
    }

    private func answer(_ reader: TestReader, _ site: SiteID, _ item: ItemID) -> Answer? {
        reader.state.reading?.answers.saved.answers[ItemKey(site, item)]
    }

    @Test func `nothing is answered before a key`() throws {
        #expect(try reader().state.reading?.answers.sheet.answers.isEmpty == true)
    }

    @Test func `space, o and n answer the finding in focus`() throws {
        var reader = try reader()

        reader.press(KeyPress(" "), .plain(.down), KeyPress("o"), .plain(.right))
        reader.press(KeyPress("n"), KeyPress("4"))

        #expect(answer(reader, "R-IL-U", "erosion") == .value(.code("1")))
        #expect(answer(reader, "R-IL-L", "erosion") == .value(.code("0")))
        #expect(answer(reader, "R-SA-L", "erosion") == .notAssessable(.metal))
    }

    @Test func `another reason is asked for in words`() throws {
        var reader = try reader()

        reader.press(KeyPress("n"), KeyPress("6"), .plain(.enter))
        #expect(reader.state.notice?.sentence.hasPrefix("Say the reason") == true)
        reader.type("bowel gas")
        reader.press(.plain(.enter))

        #expect(answer(reader, "R-IL-U", "erosion") == .notAssessable(.other("bowel gas")))
    }

    @Test func `answers are given from the picture too`() throws {
        var reader = try reader()

        reader.press(.plain(.tab), KeyPress(" "))

        #expect(reader.state.reading?.focus == .image)
        #expect(answer(reader, "R-IL-U", "erosion") == .value(.code("1")))
    }

    @Test func `arrows go where the eye sees: right along the joint, down to the next row`() throws
    {
        var reader = try reader()

        reader.press(.plain(.right), .plain(.right), .plain(.down), .plain(.down))

        #expect(reader.state.reading?.question == ItemKey("L-SA-U", "sclerosis"))
        reader.press(.plain(.up), .plain(.left), .plain(.left), .plain(.left))
        #expect(reader.state.reading?.question == ItemKey("R-IL-L", "erosion"))
    }

    @Test func `R waits until every slice was on screen, then answers the rest absent`() throws {
        var reader = try reader(slices: 3)
        reader.press(KeyPress(" "), KeyPress("R"))
        #expect(reader.state.notice?.sentence.contains("% of the slices were not shown") == true)

        reader.press(KeyPress("g"), KeyPress("j"), KeyPress("j"), KeyPress("R"))

        #expect(answer(reader, "L-SA-L", "sclerosis") == .value(.code("0")))
        #expect(answer(reader, "R-IL-U", "erosion") == .value(.code("1")))
        #expect(reader.state.reading?.form.missing.map(\.key.item) == ["quality"])
        reader.press(KeyPress("u"))
        #expect(reader.state.reading?.answers.saved.answers.count == 1)
    }

    @Test func `an image of no use lets one key answer the rest not assessable`() throws {
        var reader = try reader()
        reader.press(KeyPress("N"))
        #expect(reader.state.notice?.sentence.hasPrefix("Findings are answered one by one") == true)

        reader.state.reading?.question = ItemKey(.exam, "quality")
        reader.press(KeyPress("1"), KeyPress("N"), KeyPress("1"))

        #expect(answer(reader, "L-L", "ankylosis") == .notAssessable(.motion))
        #expect(reader.state.reading?.form.isComplete == true)
    }

    @Test func `a digit answers a grade and Enter shows all of them`() throws {
        var reader = try reader()
        reader.state.reading?.question = ItemKey(.exam, "quality")

        reader.press(KeyPress("4"))
        #expect(answer(reader, .exam, "quality") == .value(.code("4")))
        reader.state.reading?.question = ItemKey(.exam, "quality")
        reader.press(KeyPress("9"))
        #expect(reader.state.notice?.sentence == "There is no answer 9 here. Enter shows them all.")
        reader.press(.plain(.enter), .plain(.down), .plain(.enter))
        #expect(answer(reader, .exam, "quality") == .value(.code("5")))
    }

    @Test func `a question that a rule adds takes a number, and the rule's warning is shown`()
        throws
    {
        var reader = try reader()
        reader.state.reading?.question = ItemKey("R-IL-U", "sclerosis")
        reader.press(KeyPress(" "))
        reader.state.reading?.question = ItemKey("R-IL-U", "depth")

        reader.type("4,5")
        reader.press(.plain(.enter))

        #expect(answer(reader, "R-IL-U", "depth") == .value(.number(4.5)))
        #expect(reader.text().contains("! A depth of 5 mm or less"))
    }

    @Test func `a number outside its range is said and stays to be corrected`() throws {
        var reader = try reader()
        reader.state.reading?.question = ItemKey("R-IL-U", "sclerosis")
        reader.press(KeyPress(" "))
        reader.state.reading?.question = ItemKey("R-IL-U", "depth")

        reader.type("45")
        reader.press(.plain(.enter))
        #expect(reader.state.reading?.entry?.text == "45")
        #expect(reader.state.notice?.sentence.contains("0 to 30 mm") == true)
        reader.press(.plain(.backspace), .plain(.down))

        #expect(answer(reader, "R-IL-U", "depth") == .value(.number(4)))
    }

    @Test func `Esc forgets a number that is being typed and answers nothing`() throws {
        var reader = try reader()
        reader.state.reading?.question = ItemKey("R-IL-U", "sclerosis")
        reader.press(KeyPress(" "))
        reader.state.reading?.question = ItemKey("R-IL-U", "depth")

        reader.press(KeyPress("7"), .plain(.escape))

        #expect(reader.state.reading?.entry == nil)
        #expect(answer(reader, "R-IL-U", "depth") == nil)
    }

    @Test func `Backspace makes a question unanswered again`() throws {
        var reader = try reader()

        reader.press(KeyPress(" "), .plain(.backspace))
        #expect(answer(reader, "R-IL-U", "erosion") == nil)
        reader.press(.plain(.backspace))
        #expect(reader.state.notice?.sentence == "Nothing is answered here.")
    }

    @Test func `a text is typed, pasted without controls, and cleared by an empty line`() throws {
        var reader = try reader()
        reader.state.reading?.question = ItemKey(.exam, "note")

        reader.press(.plain(.enter))
        reader.type("bone ")
        _ = update(&reader.state, .pasted("bud\u{1B}[2J", atMS: 9_000))
        reader.press(.plain(.enter))
        #expect(answer(reader, .exam, "note") == .value(.text("bone bud\u{FFFD}[2J")))

        reader.press(.plain(.enter))
        for _ in 0..<20 { reader.press(.plain(.backspace)) }
        reader.press(.plain(.enter))
        #expect(answer(reader, .exam, "note") == nil)
    }

    @Test func `a failed save is said, kept, and tried again by a key`() throws {
        var reader = try reader()
        reader.refusal = .notSaved("the disk is full")

        reader.press(KeyPress(" "), .plain(.right), KeyPress("o"))
        #expect(reader.text().contains("! 2 NOT SAVED"))
        #expect(reader.state.notice?.sentence.contains("the disk is full") == true)
        #expect(reader.state.reading?.answers.saved.answers.isEmpty == true)

        reader.refusal = nil
        reader.press(KeyPress("t"))
        #expect(answer(reader, "R-IL-U", "erosion") == .value(.code("1")))
        #expect(answer(reader, "R-SA-U", "erosion") == .value(.code("0")))
        #expect(reader.text().contains("saved 4"))
    }

    @Test func `the next open question is one key away`() throws {
        var reader = try reader()
        reader.press(KeyPress(" "))

        reader.press(KeyPress("."))

        #expect(reader.state.reading?.question == ItemKey("R-IL-L", "erosion"))
    }

    @Test func `a resumed read has its answers, slice, window, focus and time`() throws {
        var view = ViewState(
            series: "S0", slice: 5, windowCenter: 300, windowWidth: 700,
            windowFunction: "LINEAR_EXACT", inverted: true)
        view.zoom = 2.5
        view.centerColumn = 10
        view.centerRow = 12
        view.focus = ItemKey("L-IL-U", "sclerosis")
        view.seen = ["S0": [4, 5, 6]]
        view.activeMS = 125_000
        let sheet = AnswerSheet(answers: [ItemKey("R-IL-U", "erosion"): .value(.code("1"))])

        let state = SampleReads.state(
            try SampleForms.joints(), opened: SampleReads.opened(view: view, sheet: sheet))

        let reading = try #require(state.reading)
        #expect(reading.viewer?.slice == 5)
        #expect(reading.viewer?.voi.window?.function == .linearExact)
        #expect(reading.viewer?.isInverted == true)
        #expect(reading.viewer?.zoom == .scale(2.5))
        #expect(reading.seen("S0").indexes == [4, 5, 6])
        #expect(reading.question == view.focus)
        #expect(reading.clock.text == "02:05")
        #expect(reading.answers.saved == sheet)
    }

    @Test func `a heading counts ten answers of twelve in full`() throws {
        let form = try SampleForms.bones()
        var sheet = AnswerSheet()
        for number in 0..<10 {
            sheet.apply(.answer(ItemKey(SiteID("B\(number)"), "erosion"), .value(.code("0"))))
        }

        let reader = TestReader(
            SampleReads.state(form, opened: SampleReads.opened(sheet: sheet)))

        #expect(reader.text().contains("10 of 12"))
    }
}

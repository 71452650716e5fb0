import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// View events, signing, amending, leaving.
@Suite struct LeavingTests {
    private func reader(slices: Int = 2) throws -> TestReader {
        TestReader(SampleReads.state(try SampleForms.joints(), slices: slices))
    }

    private func views(_ reader: TestReader) -> [ViewState] {
        reader.effects.compactMap { if case .recordView(let view) = $0 { view } else { nil } }
    }

    private func answerAll(_ reader: inout TestReader) {
        reader.press(.plain(.tab), KeyPress("g"), KeyPress("j"), KeyPress("R"))
        reader.state.reading?.question = ItemKey(.exam, "quality")
        reader.press(KeyPress("4"))
    }

    @Test func `the view is saved at most once a second`() throws {
        var reader = try reader(slices: 200)

        for _ in 0..<50 { reader.press(KeyPress("j")) }

        #expect((5...6).contains(views(reader).count))
        #expect(reader.state.tickMS(at: 0) == 1000)
        reader.run(update(&reader.state, .tick(atMS: reader.nowMS + 1000)))
        #expect(views(reader).last?.slice == 150)
        #expect(reader.state.tickMS(at: 0) == nil)
    }

    @Test func `an untouched screen asks for nothing`() throws {
        var reader = try reader()
        reader.press(KeyPress("j"))
        reader.run(update(&reader.state, .tick(atMS: 60_000)))
        let count = reader.effects.count

        reader.run(update(&reader.state, .tick(atMS: 120_000)))

        #expect(reader.effects.count == count)
    }

    @Test func `a refused view is tried again with the next change`() throws {
        var reader = try reader()
        reader.press(KeyPress("j"))
        let view = try #require(views(reader).last)

        _ = update(&reader.state, .refused(.recordView(view), .notSaved("the disk is full")))

        #expect(reader.state.tickMS(at: 0) == 1000)
        #expect(reader.text().contains("the disk is full"))
    }

    @Test func `the record holds renderer, greys and scale`() throws {
        var reader = try reader()

        reader.press(KeyPress("j"))

        let view = try #require(views(reader).last)
        #expect(view.renderer == "half 256")
        #expect(view.greys == 256)
        #expect(view.pixelScale == 1)
    }

    @Test func `signing lists everything that is missing and goes to it`() throws {
        var reader = try reader()

        reader.press(KeyPress("S"))
        #expect(reader.text().contains("21 things are missing"))
        reader.press(.plain(.down), .plain(.enter))

        #expect(reader.state.popup == nil)
        #expect(reader.state.reading?.question == ItemKey("R-IL-L", "erosion"))
    }

    @Test func `a complete read is signed after asking, with where the reader looked`() throws {
        var reader = try reader()
        answerAll(&reader)

        reader.press(KeyPress("S"))
        #expect(!reader.effects.contains { if case .sign = $0 { true } else { false } })
        reader.press(KeyPress("S"))

        guard case .sign(let view)? = reader.effects.last else {
            Issue.record("Nothing was signed.")
            return
        }
        #expect(view.seen["S0"] == [0, 1])
        #expect(update(&reader.state, .signed(500)) == [.loadWorklist])
    }

    @Test func `a study that asks for every slice is not signed before`() throws {
        var opened = SampleReads.opened(slices: 24)
        let blinded = opened.blindedCase
        opened.blindedCase = BlindedCase(
            study: blinded.study, session: 1, sessionCount: 1, position: 1, caseCount: 1,
            armLabel: "B", shows: [], instrument: blinded.instrument, series: blinded.series,
            window: "auto", display: DisplayFloor(everySlice: true))
        var reader = TestReader(
            SampleReads.state(try SampleForms.joints(), opened: opened))

        reader.press(KeyPress("S"))

        let reading = try #require(reader.state.reading)
        let gaps = Signing(reader.state, reading).gaps
        #expect(gaps.last?.sentence == "23 of 24 slices of B 1 are not yet seen")
    }

    @Test func `a refused signature is said where the reader looks`() throws {
        var reader = try reader()
        answerAll(&reader)
        let view = try #require(views(reader).last)

        _ = update(&reader.state, .refused(.sign(view), .display("Not signed: too few greys.")))

        #expect(reader.text().contains("! Not signed: too few greys."))
        #expect(reader.state.reading != nil)
    }

    @Test func `q keeps the draft and saves the view first`() throws {
        var reader = try reader()

        reader.press(KeyPress("j"), KeyPress("q"))

        guard case .recordView? = reader.effects.dropLast().last else {
            Issue.record("The view was not saved.")
            return
        }
        #expect(reader.effects.last == .leave)
        #expect(update(&reader.state, .left) == [.loadWorklist])
    }

    @Test func `leaving with unsaved answers needs a second key`() throws {
        var reader = try reader()
        reader.refusal = .notSaved("the disk is full")
        reader.press(.plain(.tab), KeyPress(" "))

        reader.press(KeyPress("q"))
        #expect(reader.effects.last != .leave)
        reader.press(KeyPress("j"), KeyPress("q"))
        #expect(reader.effects.last != .leave)
        reader.press(KeyPress("q"))
        #expect(reader.effects.last == .leave)
    }

    @Test func `a lost terminal saves the view, leaves the draft and ends`() throws {
        var reader = try reader()
        reader.press(KeyPress("j"))

        let effects = update(&reader.state, .hungUp(atMS: 9_000))

        #expect(effects.last == .leave)
        #expect(update(&reader.state, .left) == [.quit])
    }

    @Test func `an amendment needs a reason`() throws {
        var state = WorkstationState(
            size: Size(width: 80, height: 24), capabilities: SampleReads.halfBlocks)
        _ = update(
            &state,
            .worklist(
                WorklistStatus(
                    study: "sij-sct", reader: "R1", session: 1, sessionCount: 2, left: 3,
                    caseCount: 4, signed: 1, waiting: 0, hasDraft: false)))
        var reader = TestReader(state)

        reader.press(KeyPress("A"), .plain(.enter))
        #expect(reader.state.notice?.sentence.hasPrefix("An amendment needs a reason") == true)
        reader.type("wrong side")
        reader.press(.plain(.enter))

        #expect(reader.effects == [.amend(reason: "wrong side")])
    }

    @Test func `the worklist opens what is next, and says when nothing is`() {
        var status = WorklistStatus(
            study: "sij-sct", reader: "R1", session: 2, sessionCount: 6, left: 13, caseCount: 20,
            signed: 46, waiting: 54, hasDraft: false)
        var state = WorkstationState(
            size: Size(width: 80, height: 24), capabilities: SampleReads.halfBlocks)
        _ = update(&state, .worklist(status))
        #expect(update(&state, .key(.plain(.enter), atMS: 1)) == [.openNext])

        status.left = 0
        status.nextOpens = "14 December"
        _ = update(&state, .worklist(status))
        #expect(update(&state, .key(.plain(.enter), atMS: 2)) == [])
        #expect(
            state.notice?.sentence
                == "No case is open for you today. The next opens on 14 December.")
        #expect(update(&state, .key(KeyPress("q"), atMS: 3)) == [.quit])
    }

    @Test func `graphics are changed only to what the terminal can show`() throws {
        var reader = try reader()

        reader.press(KeyPress("v"), KeyPress("1"))
        #expect(reader.state.graphics == .half)
        #expect(reader.state.notice != nil)
        reader.press(KeyPress("4"))
        #expect(reader.state.graphics == .ascii)
        #expect(reader.state.popup == nil)
        #expect(reader.text().contains("ascii"))
    }
}

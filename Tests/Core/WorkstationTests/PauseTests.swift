import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// Pauses, breaks, and what a read remembers of time.
@Suite struct PauseTests {
    private func reader() throws -> TestReader {
        var reader = TestReader(SampleReads.state(try SampleForms.joints()))
        reader.press(KeyPress("j"))
        return reader
    }

    @Test func `a pause hides pictures, answers and the case`() throws {
        var reader = try reader()

        reader.press(KeyPress("P"))

        #expect(reader.frame().pictures.isEmpty)
        let text = reader.text()
        #expect(text.contains("Paused. Images and answers are hidden"))
        #expect(text.contains("Enter or P goes on."))
        #expect(!text.contains("erosion") && !text.contains("case 7") && !text.contains("sij-sct"))
    }

    @Test func `the clock stands still in a pause`() throws {
        var reader = try reader()
        let before = reader.state.reading?.clock.activeMS ?? 0

        reader.press(KeyPress("P"))
        reader.nowMS += 30_000
        reader.press(KeyPress("x"), .plain(.escape), KeyPress("j"))
        #expect(reader.state.popup == .paused)
        reader.press(.plain(.enter))

        #expect(reader.state.popup == nil)
        #expect(reader.state.reading?.clock.activeMS == before + 100)
        #expect(reader.state.reading?.viewer?.slice == 13)
        reader.press(KeyPress("j"))
        #expect(reader.state.reading?.clock.activeMS == before + 200)
    }

    @Test func `slices shown before a pause count only until it`() throws {
        var reader = try reader()
        reader.nowMS += 1900
        reader.press(KeyPress("P"))
        reader.nowMS += 40_000
        reader.press(KeyPress("P"))
        reader.press(KeyPress("q"))

        let looks = reader.effects.compactMap {
            if case .recordView(let view) = $0 { view.looks } else { nil }
        }.joined()
        let shown = looks.filter { $0.slice == 13 }.reduce(0) { $0 + $1.shownMS }
        #expect(shown == 2100)
    }

    @Test func `a resize, the mouse and time leave the pause alone`() throws {
        var reader = try reader()
        reader.press(KeyPress("P"))

        reader.run(
            update(&reader.state, .resized(Size(width: 120, height: 40), SampleReads.halfBlocks)))
        reader.run(
            update(
                &reader.state, .mouse(MouseInput(kind: .press, button: 0, x: 5, y: 5), atMS: 9_000))
        )
        reader.run(update(&reader.state, .tick(atMS: 20_000)))

        #expect(reader.state.popup == .paused)
        #expect(reader.frame().pictures.isEmpty)
    }

    @Test func `every look of a read is told to the store once, with its window and zoom`() throws {
        var reader = try reader()
        reader.nowMS += 1000
        reader.press(KeyPress("2"))
        reader.nowMS += 1000
        reader.press(KeyPress("q"))

        let looks = reader.effects.compactMap {
            if case .recordView(let view) = $0 { view.looks } else { nil }
        }.joined().filter { $0.slice == 13 }
        let lung = looks.filter { $0.windowWidth == 1500 }
        let bone = looks.filter { $0.windowWidth == 2000 }
        #expect(bone.reduce(0) { $0 + $1.shownMS } == 1100)
        #expect(lung.reduce(0) { $0 + $1.shownMS } == 1100)
        #expect(looks.allSatisfy { $0.pixelScale > 0 && $0.series == "S0" })
    }

    @Test func `what was only a preview is no look`() throws {
        var reader = try reader()
        _ = update(&reader.state, .key(KeyPress("j"), atMS: 2_000))
        _ = update(&reader.state, .drawn(full: false))
        let effects = update(&reader.state, .key(KeyPress("q"), atMS: 9_000))

        let looks = effects.compactMap {
            if case .recordView(let view) = $0 { view.looks } else { nil }
        }.joined()
        #expect(!looks.contains { $0.slice == 14 })
    }

    @Test func `looks that the store refused are told with the next view`() throws {
        var reader = try reader()
        reader.nowMS += 1500
        let effects = update(&reader.state, .key(KeyPress("j"), atMS: reader.nowMS))
        let effect = try #require(effects.first)
        _ = update(&reader.state, .refused(effect, .notSaved("The disk is full.")))
        _ = update(&reader.state, .drawn(full: true))

        let later = update(&reader.state, .tick(atMS: reader.nowMS + 1000))

        guard case .recordView(let first) = effect, case .recordView(let second)? = later.first
        else {
            Issue.record("No view was told.")
            return
        }
        for look in first.looks ?? [] {
            #expect(
                second.looks?.contains { $0.slice == look.slice && $0.shownMS >= look.shownMS }
                    == true)
        }
        #expect(first.looks?.isEmpty == false)
    }

    @Test func `work without a break adds up over cases, five minutes away are a break`() {
        var clock = SittingClock()

        clock.count(at: 0)
        clock.count(at: 50_000)
        clock.count(at: 200_000)
        #expect(clock.workedMS == 110_000)
        clock.count(at: 600_000)
        #expect(clock.workedMS == 0)
    }
}

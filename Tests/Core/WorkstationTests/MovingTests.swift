import Imaging
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// Cine, jumps, key images, one to one, zoom at the cross.
@Suite struct MovingTests {
    private func reader(series: Int = 1) throws -> TestReader {
        TestReader(SampleReads.state(try SampleForms.joints(), series: series))
    }

    private func slice(_ reader: TestReader) -> Int? { reader.state.reading?.viewer?.slice }

    private func tick(_ reader: inout TestReader, _ ms: Int) {
        reader.nowMS += ms
        reader.run(update(&reader.state, .tick(atMS: reader.nowMS)))
    }

    @Test func `cine shows ten slices a second and goes round`() throws {
        var reader = try reader()

        reader.press(KeyPress("c"))
        #expect(reader.state.tickMS(at: reader.nowMS) == 100)
        #expect(reader.text().contains("CINE 10/s"))
        for _ in 0..<12 { tick(&reader, 100) }

        #expect(slice(reader) == 0)
    }

    @Test func `slices for which there was no time are passed over`() throws {
        var reader = try reader()

        reader.press(KeyPress("c"))
        tick(&reader, 350)

        #expect(slice(reader) == 15)
    }

    @Test func `cine goes slower and faster, within limits`() throws {
        var reader = try reader()

        reader.press(KeyPress("}"))
        #expect(reader.state.reading?.cine?.rate == 12)
        for _ in 0..<20 { reader.press(KeyPress("}")) }
        #expect(reader.state.reading?.cine?.rate == 30)
        for _ in 0..<20 { reader.press(KeyPress("{")) }
        #expect(reader.state.reading?.cine?.rate == 1)
    }

    @Test(arguments: [KeyPress("c"), .plain(.escape), KeyPress("j"), .plain(.end)])
    func `cine stops by its key, by Esc and by scrolling`(_ key: KeyPress) throws {
        var reader = try reader()

        reader.press(KeyPress("c"), key)
        let before = slice(reader)
        tick(&reader, 1000)

        #expect(reader.state.reading?.cine == nil)
        #expect(slice(reader) == before)
        #expect(reader.state.tickMS(at: reader.nowMS).map { $0 >= 1000 } ?? true)
    }

    @Test func `cine waits behind a popup, and one answers while it runs`() throws {
        var reader = try reader()

        reader.press(KeyPress("c"), KeyPress("?"))
        tick(&reader, 500)
        #expect(slice(reader) == 12)
        reader.press(.plain(.escape), .plain(.tab), KeyPress(" "))

        #expect(reader.state.reading?.cine != nil)
        #expect(reader.recorded.count == 1)
    }

    @Test func `a series of one slice has nothing to run through`() throws {
        var reader = TestReader(SampleReads.state(try SampleForms.joints(), slices: 1))

        reader.press(KeyPress("c"))

        #expect(reader.state.notice?.sentence == "This series has one slice.")
    }

    @Test func `one goes back to where one jumped from, and forth again`() throws {
        var reader = try reader()

        reader.press(KeyPress("'"))
        #expect(reader.state.notice?.sentence == "You have not jumped yet.")
        reader.press(KeyPress("G"), KeyPress("k"), KeyPress("g"))
        reader.press(KeyPress("'"))
        #expect(slice(reader) == 22)
        reader.press(KeyPress("'"))
        #expect(slice(reader) == 12)
        reader.press(KeyPress("\""), KeyPress("\""))
        #expect(slice(reader) == 0)
        reader.press(KeyPress("\""))
        #expect(reader.state.notice?.sentence == "You are where you went back from.")
    }

    @Test func `a key image is marked, shown, found and unmarked`() throws {
        var reader = try reader()

        reader.press(KeyPress("m"))
        #expect(
            reader.state.notice?.sentence
                == "Nothing is marked yet. K makes this slice a key image.")
        reader.press(KeyPress("K"))
        #expect(reader.text().contains("key image"))
        reader.press(KeyPress("g"), KeyPress("K"), KeyPress("j"))
        #expect(reader.text().contains("◆"))
        reader.press(KeyPress("m"))
        #expect(slice(reader) == 12)
        reader.press(KeyPress("m"))
        #expect(slice(reader) == 0)
        reader.press(KeyPress("M"))
        #expect(slice(reader) == 12)
        reader.press(KeyPress("K"))
        #expect(reader.state.reading?.isKeyImage == false)
    }

    @Test func `marks of another series are found too`() throws {
        var reader = try reader(series: 2)

        reader.press(KeyPress("]"), KeyPress("K"), KeyPress("["), KeyPress("m"))

        #expect(reader.state.reading?.viewer?.series == "S1")
        reader.press(KeyPress("'"))
        #expect(reader.state.reading?.viewer?.series == "S0")
    }

    @Test func `key images are saved with the view and come back`() throws {
        var reader = try reader()
        reader.press(KeyPress("K"), KeyPress("q"))
        let saved = reader.effects.compactMap {
            if case .recordView(let view) = $0 { view.keyImages } else { nil }
        }
        #expect(saved.last == ["S0": [12]])

        var view = ViewState(series: "S0", slice: 3, windowCenter: 0, windowWidth: 0)
        view.keyImages = saved.last
        let again = TestReader(
            SampleReads.state(
                try SampleForms.joints(), opened: SampleReads.opened(view: view)))

        #expect(again.state.reading?.keyImages == ["S0": [12]])
    }

    @Test func `one to one shows a screen pixel for an image pixel`() throws {
        var reader = try reader()

        reader.press(KeyPress("*"))

        #expect(reader.state.reading?.viewer?.zoom == .scale(1))
        #expect(reader.text().contains("zoom 1.0"))
    }

    @Test func `zoom keeps the place of the cross where it is`() throws {
        let state = SampleReads.state(
            try SampleForms.joints(), size: Size(width: 120, height: 40),
            capabilities: SampleReads.sixel)
        var reader = TestReader(state)
        reader.press(KeyPress("e"))
        reader.press(.plain(.escape), KeyPress("+"))
        beginMark(&reader.state, nil)
        for _ in 0..<5 { reader.press(.plain(.right)) }
        let cursor = try #require(reader.state.reading?.cursor)
        let point = ImagePoint(column: Double(cursor.column), row: Double(cursor.row))
        func place() throws -> Double {
            let geometry = try #require(reader.state.reading?.geometry(reader.state))
            let cell = Renderer.cell(reader.state)
            return geometry.mapping.panePoint(point).x + Double(geometry.area.x * cell.width)
        }
        let before = try place()

        reader.press(KeyPress("+"))

        #expect(abs(try place() - before) <= 1.5)
    }
}

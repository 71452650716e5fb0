import Imaging
import Instruments
import ReaderStudies
import TerminalUI
import TestSupport
import Testing

@testable import Workstation

/// Measuring with keys: pixels of 1 mm, 40 × 40, the cross begins at column 20, row 20.
@Suite struct MeasuringTests {
    private func reader(
        _ instrument: Instrument? = nil, series: Int = 1, size: Size = Size(width: 80, height: 24)
    ) throws -> TestReader {
        TestReader(
            SampleReads.state(
                try instrument ?? SampleForms.joints(), series: series, size: size,
                capabilities: SampleReads.sixel))
    }

    @Test func `a distance grows by one voxel a key and is told with its unit`() throws {
        var reader = try reader()

        reader.press(KeyPress("d"), .plain(.enter))
        reader.move(right: 3)
        #expect(reader.measured == "length 3.0 mm")
        #expect(reader.text().contains("length 3.0 mm   MEASURE distance"))
        reader.move(down: 4)
        #expect(reader.measured == "length 5.0 mm")
        reader.press(.plain(.enter))

        #expect(try reader.board.drawing.finished.count == 1)
        #expect(reader.text().contains("length 5.0 mm"))
    }

    @Test func `a held point moves by keys, and is told while it moves`() throws {
        var reader = try reader()
        reader.press(KeyPress("d"))
        reader.line(right: 3)

        reader.press(.plain(.tab), .plain(.tab))
        reader.move(right: 2)
        #expect(reader.measured == "length 5.0 mm")
        reader.press(.plain(.backTab))
        reader.move(right: -1)

        #expect(reader.measured == "length 6.0 mm")
    }

    @Test func `undo puts a moved point back, and leaves what was drawn`() throws {
        var reader = try reader()
        reader.press(KeyPress("d"))
        reader.line(right: 3)
        reader.press(.plain(.tab), .plain(.tab))
        reader.move(right: 2)

        reader.press(KeyPress("u"))

        #expect(reader.measured == "length 3.0 mm")
    }

    @Test func `angles have degrees`() throws {
        var reader = try reader()

        reader.press(KeyPress("d"), KeyPress("a"), .plain(.enter))
        reader.move(right: 5)
        reader.press(.plain(.enter))
        reader.move(down: 5)
        reader.press(.plain(.enter))

        #expect(reader.measured == "angle 90.0°")
    }

    @Test func `Cobb's angle is that between two lines, however they run`() throws {
        var reader = try reader()

        reader.press(KeyPress("d"), KeyPress("b"))
        reader.line(right: 6)
        reader.line(right: -6, down: 6)

        #expect(reader.measured == "angle 45.0°")
    }

    @Test func `the short axis of a pair keeps the right angle`() throws {
        var reader = try reader()

        reader.press(KeyPress("d"), KeyPress("x"))
        reader.line(right: 8)
        reader.move(right: -4)
        reader.line(right: 2, down: 3)

        #expect(reader.measured == "long axis 8.0  short axis 3.0 mm")
    }

    @Test func `a rectangle tells the values of its voxels in their unit`() throws {
        var reader = try reader()

        reader.press(KeyPress("d"), KeyPress("r"))
        reader.line(right: 1, down: 1)

        #expect(
            reader.measured
                == "mean 400.0  SD 0.0  min 400.0  max 400.0 HU  area 4.0 mm²  voxels 4"
        )
    }

    @Test func `an ellipse, a polygon and a free outline hold voxels too`() throws {
        var reader = try reader()
        reader.press(KeyPress("d"), KeyPress("e"))
        reader.line(right: 2, down: 2)
        #expect(reader.measured.hasSuffix("voxels 5"))

        reader.press(KeyPress("p"), .plain(.enter))
        reader.move(right: 2)
        reader.press(.plain(.enter))
        reader.move(down: 2)
        reader.press(.plain(.enter), KeyPress("c"))
        #expect(try reader.board.drawing.finished.map(\.tool) == [.ellipse, .polygon])
        #expect(reader.measured.hasSuffix("voxels 3"))

        reader.press(KeyPress("f"), .plain(.enter))
        reader.move(right: 2)
        reader.move(down: 2)
        reader.move(right: -2)
        reader.press(KeyPress("c"))
        #expect(reader.measured.hasSuffix("voxels 4"))
        #expect(try reader.board.drawing.finished.last?.points.count == 7)
    }

    @Test func `the value of a voxel needs one key after the tool`() throws {
        var reader = try reader()

        reader.press(KeyPress("d"), KeyPress("v"), .plain(.enter))

        #expect(reader.measured == "value 400.0 HU")
    }

    @Test func `steps are taken back and done again; Backspace deletes`() throws {
        var reader = try reader()
        reader.press(KeyPress("d"))
        reader.line(right: 3)
        #expect(try reader.board.drawing.finished.count == 1)

        reader.press(.plain(.backspace))
        #expect(try reader.board.drawing.finished.isEmpty)
        reader.press(KeyPress("u"))
        #expect(try reader.board.drawing.finished.count == 1)
        reader.press(KeyPress("U"))
        #expect(try reader.board.drawing.finished.isEmpty)
        reader.press(KeyPress("U"))
        #expect(reader.state.notice?.sentence == "Nothing was taken back.")
    }

    @Test func `Escape forgets what is being drawn and nothing else`() throws {
        var reader = try reader()
        reader.press(KeyPress("d"))
        reader.line(right: 3)
        reader.press(KeyPress("d"), .plain(.enter), .plain(.right), .plain(.escape))

        #expect(try reader.board.drawing.finished.count == 1)
        #expect(try reader.board.drawing.draft == nil)
        #expect(reader.state.reading?.mode == .scroll && reader.recorded.isEmpty)
    }

    @Test func `a measurement stays on its slice`() throws {
        var reader = try reader()
        reader.press(KeyPress("d"))
        reader.line(right: 3)

        reader.press(KeyPress("j"))
        #expect(reader.measured.isEmpty)
        reader.press(KeyPress("d"), .plain(.enter), KeyPress("j"), .plain(.enter))
        #expect(
            reader.state.notice?.sentence
                == "The distance was begun on slice 14. Go back there, or Esc forgets it.")
        reader.press(.plain(.escape), KeyPress("k"), KeyPress("k"), KeyPress("d"), KeyPress("n"))

        #expect(reader.measured == "length 3.0 mm")
    }

    @Test
    func `a number takes the measurement with one key, unrounded, and keeps where it was made`()
        throws
    {
        var reader = try reader(SampleForms.lesions())
        reader.press(KeyPress("a"), .plain(.enter))
        while reader.state.reading?.question?.item != "size" { reader.press(.plain(.down)) }

        reader.press(KeyPress("D"))
        reader.line(right: 3, down: 2)
        #expect(
            reader.state.notice?.sentence
                == "length 3.6 mm. V takes it as L1 largest diameter.")
        reader.press(.plain(.enter))

        guard
            case .answer(let key, .value(.number(let value)), let measured?)? = reader.recorded.last
        else {
            Issue.record("nothing was measured for the answer")
            return
        }
        #expect(key == ItemKey("L1", "size") && abs(value - 13.0.squareRoot()) < 1e-12)
        #expect(measured.kind == .distance && measured.series == "S0" && measured.slice == 12)
        #expect(measured.answered == "length" && measured.plane == "acquired")
        #expect(measured.points.map(\.voxel) == [[20, 20, 12], [23, 22, 12]])
        #expect(measured.points.map(\.positionMM) == [[20, 20, 36], [23, 22, 36]])
        #expect(measured.windowWidth == 2000 && measured.windowCenter == 500)
        #expect(measured.pixelScale > 1)
        #expect(reader.state.context == .form && reader.text().contains("3.6 mm"))
    }

    @Test func `what does not fit the question is said and not taken`() throws {
        var reader = try reader(SampleForms.lesions())
        reader.press(KeyPress("a"), .plain(.enter))
        while reader.state.reading?.question?.item != "size" { reader.press(.plain(.down)) }
        let before = reader.recorded.count

        reader.press(KeyPress("V"))
        #expect(
            reader.state.notice?.sentence == "Nothing is measured on this slice. D measures.")
        reader.press(KeyPress("D"), KeyPress("v"), .plain(.enter), KeyPress("V"))

        #expect(
            reader.state.notice?.sentence == "What is measured does not fit L1 largest diameter.")
        #expect(reader.recorded.count == before)
    }

    @Test func `a measurement outside of the item's range is refused with the form's words`() throws
    {
        var reader = try reader(SampleForms.lesions())
        reader.press(KeyPress("a"), .plain(.enter))
        while reader.state.reading?.question?.item != "size" { reader.press(.plain(.down)) }
        let before = reader.recorded.count

        reader.press(KeyPress("D"), .plain(.enter), .plain(.enter), KeyPress("V"))

        #expect(reader.recorded.count == before)
        #expect(reader.state.notice?.kind == .attention)
    }

    @Test func `painted areas answer a percentage`() throws {
        var reader = try reader(SampleForms.chest())
        reader.press(.plain(.tab), KeyPress(" "), KeyPress("D"), KeyPress("m"))
        #expect(reader.state.context == .measure)

        reader.press(KeyPress("]"), KeyPress("]"), KeyPress("]"), KeyPress("]"), KeyPress(" "))
        reader.move(right: 6)
        reader.press(KeyPress(" "), KeyPress("l"), KeyPress(" "))
        #expect(reader.measured.hasPrefix("affected 50.0 %"))
        reader.press(KeyPress("V"))

        guard case .answer(let key, .value(.integer(50)), let measured?)? = reader.recorded.last
        else {
            Issue.record("the percentage was not answered")
            return
        }
        #expect(key.item == "pct" && measured.kind == .mask)
        #expect(measured.masks?.map(\.name) == ["whole", "part"])
        #expect(measured.masks?.first?.slices.map(\.slice) == [12])
    }

    @Test func `the window fits the values of a region, as far as the study allows`() throws {
        var reader = try reader()
        reader.press(KeyPress("d"), KeyPress("r"))
        reader.move(down: -19)
        reader.line(right: 1, down: 19)

        reader.press(KeyPress("w"))

        let window = reader.state.reading?.viewer?.voi.window
        #expect(
            window.map { $0.center - $0.width / 2 < -190 && $0.center + $0.width / 2 > 390 } == true
        )
        #expect((window?.width ?? 0) < 700)
    }

    @Test func `computed planes of slices that lie unevenly are not measured`() throws {
        let depths = [0.0, 3, 6, 12, 15, 18]
        let even = SampleReads.volume(slices: 6)
        let volume = ImageVolume(
            geometry: VolumeGeometry(
                columns: 40, rows: 40, rowDirection: Vector3(1, 0, 0),
                columnDirection: Vector3(0, 1, 0), columnSpacingMM: 1, rowSpacingMM: 1,
                positions: depths.map { Vector3(0, 0, $0) }), storage: even.storage,
            slices: even.slices, modality: .computedTomography, units: "HU")
        var state = WorkstationState(
            size: Size(width: 80, height: 24), capabilities: SampleReads.sixel)
        _ = update(
            &state, .opened(SampleReads.opened(slices: 6), try SampleForms.joints(), ["S0": volume])
        )
        #expect(Refusal.noMeasuring(state) == nil)

        var reading = try #require(state.reading)
        var viewer = try #require(reading.viewer)
        try viewer.show(.body(.coronal), slab: nil, near: reading.focalPoint)
        reading.viewer = viewer
        state.reading = reading

        #expect(Refusal.noMeasuring(state)?.hasPrefix("Slices are missing after slice 3") == true)
        #expect(
            Refusal.noPainting(state)?.hasSuffix("Measure on the slices as acquired.") == true)
    }

    @Test func `units are the same however they are written`() {
        func takes(_ unit: String, _ measured: String) -> Bool {
            Item(
                id: "x", label: "x", placement: .exam,
                kind: .number(NumberFormat(unit: unit, range: 0...9, decimals: 1)), layout: .scalar
            ).takes(unit: measured)
        }
        #expect(takes("10^-3 mm2/s", "10⁻³ mm²/s") && takes("g/ml", "g/ml SUVbw"))
        #expect(takes("deg", "°") && takes("mm", "mm") && takes("HU", "HU"))
        #expect(!takes("mm", "mm²") && !takes("mm", "HU") && !takes("cm", "mm"))
    }
}

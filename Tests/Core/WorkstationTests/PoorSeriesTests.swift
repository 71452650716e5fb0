import Imaging
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// Series that are not as they should be: a clear word where the reader looks, and the read goes on.
@Suite struct PoorSeriesTests {
    private func geometry(
        _ positions: [Vector3], right: Vector3 = Vector3(1, 0, 0), down: Vector3 = Vector3(0, 1, 0)
    ) -> VolumeGeometry {
        VolumeGeometry(
            columns: 20, rows: 20, rowDirection: right, columnDirection: down,
            columnSpacingMM: 1, rowSpacingMM: 1, positions: positions)
    }

    private func reader(
        _ geometry: VolumeGeometry, hanging: Hanging? = nil,
        size: Size = Size(width: 120, height: 40)
    ) throws -> TestReader {
        TestReader(
            try SampleHangings.state(
                [SampleHangings.ramp(geometry)], size: size, hanging: hanging))
    }

    private func answers(_ reader: inout TestReader) -> Bool {
        reader.press(KeyPress(" "))
        return !reader.recorded.isEmpty
    }

    @Test(arguments: [
        KeyPress("C"), KeyPress("O"), KeyPress(">"), KeyPress("I"), KeyPress("#"), KeyPress("x"),
        KeyPress("c"),
    ])
    func `one slice has no other planes, and the read goes on`(_ key: KeyPress) throws {
        var reader = try reader(geometry([Vector3(0, 0, 0)]))

        reader.press(key)
        if key == KeyPress("O") { reader.press(.plain(.left)) }

        if ![KeyPress("#"), KeyPress("x")].contains(key) {
            #expect(reader.state.notice?.sentence.contains("one slice") == true)
        }
        reader.press(.plain(.escape))
        #expect(answers(&reader))
    }

    @Test func `a hanging that asks for planes of one slice shows it as acquired and says why`()
        throws
    {
        let hanging = Hanging(stages: [
            HangingStage(
                columns: 1, rows: 1,
                panes: [HangingPane(column: 0, row: 0, rule: 0, plane: .coronal)])
        ])

        let reader = try reader(geometry([Vector3(0, 0, 0)]), hanging: hanging)

        #expect(reader.state.reading?.viewer?.isAcquired == true)
        #expect(reader.text().contains("one slice, so there are no other planes"))
    }

    @Test func `varying spacing is said, and planes are computed from true places`() throws {
        var reader = try reader(
            geometry([0, 1, 2.2, 3.6, 5.2, 6.4, 7.4].map { Vector3(0, 0, $0) }))

        reader.press(KeyPress("C"))

        #expect(reader.state.notice?.sentence.contains("mm apart") == true)
        let viewer = try #require(reader.state.reading?.viewer)
        let place = viewer.position(of: viewer.center)
        let value = try #require(
            viewer.shown.modalityValue(
                column: Int(viewer.center.column), row: Int(viewer.center.row),
                slice: viewer.slice))
        #expect(abs(value - (place.x + 100 * place.y + 10_000 * place.z)) < 6_000)
        #expect(answers(&reader))
    }

    @Test func `a tilted gantry is said`() throws {
        var reader = try reader(
            geometry((0..<10).map { Vector3(0, Double($0), Double($0) * 3) }))

        reader.press(KeyPress("C"))

        #expect(
            reader.state.notice?.sentence
                == "The gantry was tilted; other planes are straightened.")
        #expect(reader.text().contains("other planes are straightened"))
        #expect(answers(&reader))
    }

    @Test func `a region without a voxel says so while it is drawn, and the read goes on`() throws {
        var reader = try reader(geometry((0..<5).map { Vector3(0, 0, Double($0)) }))
        reader.press(KeyPress("d"), KeyPress("p"))
        for _ in 0..<3 { reader.press(.plain(.enter), .plain(.right)) }

        reader.press(KeyPress("c"))

        #expect(reader.text().contains("\(MeasureError.noVoxels)"))
        reader.press(KeyPress("w"))
        #expect(reader.state.notice?.sentence == "\(MeasureError.noVoxels)")
        reader.press(.plain(.escape))
        #expect(answers(&reader))
    }

    @Test
    func `a terminal without a mouse is read by keys, and what looks like one changes nothing`()
        throws
    {
        var reader = try reader(geometry((0..<5).map { Vector3(0, 0, Double($0)) }))

        reader.press(.plain(.function(2)), KeyPress("j"), .plain(.function(2)))
        #expect(reader.text().contains("The mouse is the terminal's."))

        #expect(reader.state.reading?.viewer?.slice == 3)
        #expect(answers(&reader))
    }

    /// A reader of one axial series of five slices.
    private func reader(
        windows: [VOIWindow] = [], remarks: SourceRemarks = []
    ) throws -> TestReader {
        let geometry = geometry((0..<5).map { Vector3(0, 0, Double($0)) })
        let volume = SampleHangings.ramp(geometry, windows: windows, remarks: remarks)
        let opened = SampleReads.opened(slices: 5, window: "auto")
        return TestReader(
            SampleReads.state(
                try SampleForms.joints(), capabilities: SampleReads.sixel, opened: opened,
                volume: volume))
    }

    @Test(
        arguments: [
            (.colours, "B 1 is in colour; its brightness", "B 1, colours as greys"),
            (.oneOfSeveral, "B 1 has each slice several times", "B 1, one of several"),
        ] as [(SourceRemarks, String, String)])
    func `colours and slices that are there several times are told, and the read goes on`(
        _ remarks: SourceRemarks, _ sentence: String, _ title: String
    ) throws {
        var reader = try reader(remarks: remarks)
        #expect(reader.text().contains(sentence))
        #expect(reader.text().contains(title))

        reader.press(KeyPress("j"), KeyPress("C"))

        #expect(reader.text().contains(title.replacing("B 1", with: "B 1 coronal")))
        #expect(!reader.text().contains(sentence))
        #expect(answers(&reader))
    }

    @Test(arguments: [0.0, -400])
    func `a window of the file that is none is told, and another is taken`(
        _ width: Double
    ) throws {
        var reader = try reader(windows: [VOIWindow(center: 40, width: width)])
        let taken = try #require(reader.state.reading?.viewer?.window)

        #expect(taken == VOIWindow(center: 40, width: 400))
        #expect(reader.text().contains("B 1 brings a window of width \(Int(width));"))
        #expect(answers(&reader))
    }

    @Test func `a typed window of width 0 is refused where it is typed, and the read goes on`()
        throws
    {
        var reader = try reader()
        let before = reader.state.reading?.viewer?.window
        reader.press(KeyPress(":"))
        reader.type("0/40")
        reader.press(.plain(.enter))

        #expect(reader.text().contains("A window is 1 or more wide, not 0."))
        reader.press(.plain(.escape))
        #expect(reader.state.reading?.viewer?.window == before)
        #expect(answers(&reader))
    }

    @Test func `a series without orientation is read as acquired`() throws {
        let zero = Vector3(0, 0, 0)
        var reader = try reader(
            geometry((0..<5).map { Vector3(0, 0, Double($0)) }, right: zero, down: zero))
        _ = reader.frame()

        reader.press(KeyPress("C"))

        #expect(
            reader.state.notice?.sentence
                == "The series does not say how its slices lie in the patient. Read it as it was acquired."
        )
        reader.press(KeyPress("j"), KeyPress("x"), .plain(.left), .plain(.escape), KeyPress("#"))
        _ = reader.frame()
        #expect(answers(&reader))
    }

    @Test(arguments: [Size(width: 20, height: 5), Size(width: 1, height: 1)])
    func `a tiny terminal says so with panes and a crosshair too`(_ size: Size) throws {
        var reader = try reader(geometry((0..<5).map { Vector3(0, 0, Double($0)) }))
        reader.press(KeyPress("#"), KeyPress("x"))

        reader.run(update(&reader.state, .resized(size, SampleReads.halfBlocks)))

        #expect(size.width == 1 || reader.text().contains("The terminal is"))
        reader.run(
            update(&reader.state, .resized(Size(width: 120, height: 40), SampleReads.halfBlocks)))
        #expect(reader.text().contains("CROSSHAIR"))
        reader.press(.plain(.escape))
        #expect(answers(&reader))
    }
}

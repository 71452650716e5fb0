import Imaging
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// Measuring with the mouse, in a terminal that tells pixels: voxels are 8 pixels wide.
@Suite struct MeasuringMouseTests {
    private func reader(_ tool: Character) throws -> TestReader {
        var capabilities = SampleReads.sixel
        capabilities.pixelMouse = true
        var reader = TestReader(
            SampleReads.state(try SampleForms.joints(), capabilities: capabilities))
        reader.press(KeyPress("d"), KeyPress(tool))
        return reader
    }

    private func mouse(
        _ reader: inout TestReader, _ kind: MouseInput.Kind, _ column: Int, _ row: Int
    ) throws {
        let geometry = try #require(reader.state.reading?.geometry(reader.state))
        let pixel = geometry.mapping.panePoint(
            ImagePoint(column: Double(column), row: Double(row)))
        reader.nowMS += 1_000
        let input = MouseInput(
            kind: kind, button: 0, x: geometry.area.x * 8 + Int(pixel.x),
            y: geometry.area.y * 16 + Int(pixel.y), modifiers: [])
        reader.run(update(&reader.state, .mouse(input, atMS: reader.nowMS)))
    }

    private func click(_ reader: inout TestReader, _ column: Int, _ row: Int) throws {
        try mouse(&reader, .press, column, row)
        try mouse(&reader, .release, column, row)
    }

    /// Draws through voxels with the button down.
    private func drag(_ reader: inout TestReader, _ voxels: [(Int, Int)]) throws {
        for (place, voxel) in voxels.enumerated() {
            try mouse(&reader, place == 0 ? .press : .move, voxel.0, voxel.1)
        }
        let end = try #require(voxels.last)
        try mouse(&reader, .release, end.0, end.1)
    }

    @Test(
        arguments: [
            ("d", "length 5.0 mm"), ("r", "area 20.0 mm²  voxels 20"),
            ("e", "area 8.0 mm²  voxels 8"),
        ] as [(Character, String)])
    func `a drag draws a line, a rectangle or an ellipse from end to end`(
        _ tool: Character, _ words: String
    ) throws {
        var reader = try reader(tool)

        try drag(&reader, [(16, 20), (18, 22), (19, 24)])

        #expect(reader.measured.hasSuffix(words))
        #expect(try reader.board.drawing.finished.count == 1)
        #expect(try reader.board.drawing.finished[0].points.map(VoxelCursor.init).last?.row == 24)
    }

    @Test func `two drags draw two lines: a pair, or Cobb's angle`() throws {
        for (tool, words) in [
            ("x", "long axis 8.0  short axis 4.0 mm"), ("b", "angle 90.0°"),
        ] as [(Character, String)] {
            var reader = try reader(tool)

            try drag(&reader, [(16, 20), (24, 20)])
            try drag(&reader, [(20, 18), (20, 22)])

            #expect(reader.measured == words)
        }
    }

    @Test func `a drag and a click draw an angle`() throws {
        var reader = try reader("a")

        try drag(&reader, [(16, 20), (20, 20)])
        try click(&reader, 20, 26)

        #expect(reader.measured == "angle 90.0°")
    }

    @Test func `clicks draw a polygon, and c closes it`() throws {
        var reader = try reader("p")

        for (column, row) in [(16, 20), (20, 20), (20, 24), (16, 24)] {
            try click(&reader, column, row)
        }
        reader.press(KeyPress("c"))

        #expect(reader.measured.hasSuffix("voxels 16"))
    }

    @Test func `a free outline closes where the button comes up`() throws {
        var reader = try reader("f")

        try drag(&reader, [(16, 20), (20, 20), (20, 24), (16, 24)])

        #expect(reader.measured.hasSuffix("voxels 16"))
        #expect(try reader.board.drawing.draft == nil)
    }

    @Test func `a click tells the value of a voxel`() throws {
        var reader = try reader("v")

        try click(&reader, 20, 20)

        #expect(reader.measured == "value 400.0 HU")
    }

    @Test func `the brush paints along a drag, as one step`() throws {
        var reader = try reader("m")

        try drag(&reader, [(16, 20), (18, 20), (20, 20)])
        let painted = try #require(reader.board.drawing.paintings["S0"]?.whole.count)
        #expect(painted >= 5)
        reader.press(KeyPress("u"))

        #expect(try reader.board.drawing.paintings["S0"]?.whole.count ?? 0 == 0)
    }

    @Test func `the end of a line is dragged, and the line is not drawn twice`() throws {
        var reader = try reader("d")
        try drag(&reader, [(16, 20), (20, 20)])

        try drag(&reader, [(20, 20), (22, 20), (26, 20)])

        #expect(reader.measured == "length 10.0 mm")
        #expect(try reader.board.drawing.finished.count == 1)
        reader.press(KeyPress("u"))
        #expect(
            try reader.board.drawing.finished[0].points.map(VoxelCursor.init).last?.column == 20)
    }
}

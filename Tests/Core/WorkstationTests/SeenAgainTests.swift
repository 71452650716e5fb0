import Imaging
import ReaderStudies
import TerminalGraphics
import TerminalUI
import Testing

@testable import Workstation

/// Pictures made again from the display record have the greys that were shown.
@Suite struct SeenAgainTests {
    private func reader(_ capabilities: TerminalCapabilities) throws -> TestReader {
        TestReader(SampleReads.state(try SampleForms.joints(), capabilities: capabilities))
    }

    /// The bytes of the picture on the screen, and of the one that is made again from the record.
    private func bytes(_ reader: TestReader) throws -> (shown: [[UInt8]], again: [[UInt8]]) {
        let volume = SampleReads.volume()
        let shown = reader.frame().pictures
        let look = try #require(reader.state.looks.first)
        let greys = try volume.greys(of: look)
        let again = Renderer.make(reader.state).encode(
            greys, cell: Renderer.cell(reader.state))
        return (shown.flatMap(\.rows), again.flatMap(\.chunks))
    }

    @Test(arguments: [SampleReads.sixel, SampleReads.halfBlocks])
    func `every way to look at a slice gives the same greys again`(
        _ capabilities: TerminalCapabilities
    ) throws {
        var reader = try reader(capabilities)
        let ways: [[KeyPress]] = [
            [], [KeyPress("j")], [KeyPress("+"), KeyPress("+")],
            [KeyPress("p"), .plain(.left), .plain(.down), .plain(.escape)], [KeyPress("2")],
            [KeyPress("w"), .plain(.right), .plain(.up), .plain(.escape)], [KeyPress("i")],
            [KeyPress("s")], [KeyPress("s")], [KeyPress("*")], [KeyPress("=")],
        ]

        for way in ways {
            for key in way { reader.press(key) }
            let (shown, again) = try bytes(reader)
            #expect(!shown.isEmpty && shown == again, "\(way)")
        }
    }

    @Test func `other planes and slabs give the same greys again`() throws {
        var reader = try reader(SampleReads.sixel)
        let oblique = PlaneDirections(.coronal).tilted(aroundRows: 20).turned(inPlane: 7)
        let slab = Slab(thicknessMM: 9, projection: .maximum)
        let planes: [(ShownPlane, Slab?)] = [
            (.body(.coronal), nil), (.body(.sagittal), slab), (.oblique(oblique), nil),
            (.oblique(oblique), slab), (.acquired, slab),
        ]

        for (plane, slab) in planes {
            var reading = try #require(reader.state.reading)
            var viewer = try #require(reading.viewer)
            try viewer.show(plane, slab: slab, near: reading.focalPoint)
            reading.viewer = viewer
            reader.state.screen = .reading(reading)
            let (shown, again) = try bytes(reader)
            #expect(!shown.isEmpty && shown == again, "\(plane)")
        }
    }

    @Test func `a record without a picture, or of other images, is refused in a sentence`() throws {
        let reader = try reader(SampleReads.sixel)
        let volume = SampleReads.volume()
        let look = try #require(reader.state.looks.first)
        var bare = look
        bare.picture = nil
        var beyond = look
        beyond.slice = 24
        var tableless = look
        tableless.picture?.tableSlice = 0

        #expect(throws: LookError.noPicture) { try volume.greys(of: bare) }
        #expect(throws: LookError.otherImages) { try volume.greys(of: beyond) }
        #expect(throws: LookError.otherImages) { try volume.greys(of: tableless) }
    }
}

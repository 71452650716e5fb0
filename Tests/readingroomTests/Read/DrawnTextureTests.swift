import FrameCache
import Imaging
import Instruments
import Persistence
import ReaderStudies
import StudyFiles
import TerminalUI
import Testing
import Workstation

@testable import readingroom

/// A region drawn in the live form becomes five features, a score and a responder on the store's side.
@Suite struct DrawnTextureTests {
    private static let sixel = TerminalCapabilities(
        cellWidthPX: 8, cellHeightPX: 16, colors: .truecolor, sixel: SixelCapability())
    private static let region = ItemKey("exam", "roi_pixels")
    private static let names = ["AngScMom", "InvDfMom", "Entropy", "DifEntrp", "SumEntrp"]
    /// The middle slice, the tool of the question, an outline of 16 × 10 pixels, and the answer.
    private static let drawing =
        "Enter g j*5 e Down*8 Left*4 Enter Right*16 Enter Down*10 Enter Left*16 Enter Enter Enter"

    /// Presses keys in a new session; gives the state and everything that was on the screen.
    private func press(
        _ keys: String, in store: SampleStore
    ) throws -> (state: WorkstationState, texts: [String]) {
        let session = try store.session()
        let screen = InMemoryScreen(
            size: Size(width: 80, height: 24), capabilities: Self.sixel,
            events: try KeyScript(keys).presses.map { .key($0) })
        let loop = ReadingLoop(
            screen: screen, runner: session.runner, keysPerFrame: 1, nowMS: { 0 })
        try loop.run()
        try session.close()
        return (loop.state, screen.frames.map(\.grid.text))
    }

    private func read(_ store: SampleStore) throws -> StoredRead {
        let opened = try SQLiteStore.open(at: store.study.folder)
        defer { try? opened.close() }
        return try #require(try opened.reads(of: store.study.reader).first)
    }

    @Test func `the features of a drawn region are those of the same voxels, and give the score`()
        throws
    {
        let store = try SampleStores.copy("rectal-t2")
        _ = try press(Self.drawing + " 4 S S", in: store)
        let read = try read(store)

        let measured = try #require(read.sheet.measurements[Self.region])
        let points = measured.points.map { ImagePoint(column: $0.voxel[0], row: $0.voxel[1]) }
        let volume = try FrameFolder(store: store.study.folder)
            .open(try FrameToken(measured.series.rawValue)).volume
        let texture = try volume.texture(of: .polygon(points), slice: measured.slice)

        #expect(read.state == .signed)
        #expect(measured.kind == .polygon && points.count == 4)
        #expect(read.sheet.answers[Self.region] == .value(.integer(texture.pixelCount)))
        for row in texture.features.rows {
            #expect(measured.quantities.first { $0.name == row.name }?.value == row.mazda)
        }
        let instrument = try InstrumentSource("rectal-t2-texture").instrument
        let form = Form(instrument, shows: [], sheet: read.sheet)
        let derived = form.derived(for: .signed).map(\.key.item.rawValue)
        #expect(derived == Self.names + ["score_points", "responder"])
        #expect(
            form.derived(for: .signed).allSatisfy {
                if case .value = $0.state { true } else { false }
            })
    }

    @Test func `before signing neither the screen nor its process knows the features`() throws {
        let store = try SampleStores.copy("rectal-t2")
        let drawn = try press(Self.drawing + " q q", in: store)
        let kept = try read(store)
        let again = try press("Enter", in: store)

        let names = kept.sheet.measurements[Self.region]?.quantities.map(\.name) ?? []
        let seen = again.state.reading?.answers.sheet.measurements[Self.region]
        #expect(Set(names).isSuperset(of: Self.names))
        #expect(seen?.points.count == 4)
        #expect(seen?.quantities.contains { Self.names.contains($0.name) } == false)
        #expect(
            !(drawn.texts + again.texts).contains { text in
                Self.names.contains { text.contains($0) }
            })
    }

    @Test func `a region of few pixels is refused in the words of the form`() throws {
        let store = try SampleStores.copy("rectal-t2")

        let drawn = try press(
            "Enter e Enter Right*2 Enter Down*2 Enter Enter V", in: store)

        #expect(try read(store).sheet.answers[Self.region] == nil)
        #expect(
            drawn.texts.contains { $0.contains("A region this small has no texture.") })
    }
}

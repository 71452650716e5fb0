import Imaging
import ReaderStudies
import TerminalGraphics
import TerminalUI
import Testing

@testable import Workstation

/// Pictures over links that take them at once, and over links that do not.
@Suite struct PreviewTests {
    private static let slow = Link(firstBytes: 3_000, pieceBytes: 2_048, bytesPerSecond: 125_000)

    private func reader(_ graphics: GraphicsMode) throws -> TestReader {
        var capabilities = SampleReads.sixel
        capabilities.kittyGraphics = true
        var state = SampleReads.state(
            try SampleForms.joints(), size: Size(width: 110, height: 40),
            capabilities: capabilities)
        state.graphics = graphics
        return TestReader(state)
    }

    /// A link that takes no full picture at once.
    private func slow(_ graphics: GraphicsMode) throws -> Link {
        var memory = PictureMemory()
        let whole = view(try reader(graphics).state, memory: &memory)
        return Link(firstBytes: bytes(whole) / 2, pieceBytes: 2_048, bytesPerSecond: 10_000)
    }

    private func isFull(_ frame: Frame) -> Bool { frame.pictures.allSatisfy(\.isFull) }

    private func bytes(_ frame: Frame) -> Int { frame.pictures.reduce(0) { $0 + $1.byteCount } }

    @Test(arguments: [GraphicsMode.kitty, .sixel, .half, .quadrant, .iterm2])
    func `a picture that does not fit is a preview at once and full when the keys rest`(
        _ graphics: GraphicsMode
    ) throws {
        var reader = try reader(graphics)
        var memory = PictureMemory()
        let whole = view(reader.state, memory: &memory)
        memory = PictureMemory()
        let slow = Link(firstBytes: bytes(whole) / 2, pieceBytes: 2_048, bytesPerSecond: 125_000)

        let preview = view(reader.state, memory: &memory, link: slow, isResting: false)
        _ = update(&reader.state, .drawn(full: false))
        let full = view(reader.state, memory: &memory, link: slow, isResting: true)

        #expect(!isFull(preview) && bytes(preview) <= slow.firstBytes)
        #expect(preview.pictures.map(\.area) == whole.pictures.map(\.area))
        #expect(preview.grid.text.contains("preview"))
        #expect(isFull(full) && full.grid.text.contains("preview"))
        let cells = whole.pictures[0].area
        #expect(cells.subtracting(full.pictures.map(\.area)).isEmpty)
        #expect(
            full.pictures.reduce(0) { $0 + $1.area.width * $1.area.height }
                == cells.width * cells.height)
    }

    @Test(arguments: [GraphicsMode.kitty, .sixel, .half])
    func `over a fast link nothing is different`(_ graphics: GraphicsMode) throws {
        let reader = try reader(graphics)
        let fast = Link(firstBytes: 1_000_000, pieceBytes: 500_000, bytesPerSecond: 33_000_000)
        var memories = [PictureMemory(), PictureMemory()]

        let plain = view(reader.state, memory: &memories[0])
        let linked = view(reader.state, memory: &memories[1], link: fast, isResting: false)

        #expect(linked == plain)
        #expect(!linked.grid.text.contains("preview"))
    }

    @Test func `a full picture stays full whatever is answered beside it`() throws {
        var reader = try reader(.sixel)
        var memory = PictureMemory()
        let full = view(reader.state, memory: &memory, link: Self.slow, isResting: true)

        _ = update(&reader.state, .key(.plain(.tab), atMS: 100))
        let after = view(reader.state, memory: &memory, link: Self.slow, isResting: false)

        #expect(after.pictures == full.pictures)
    }

    @Test
    func `a sixel picture has few strips, because a terminal may keep only the newest sixteen`()
        throws
    {
        let reader = try reader(.sixel)
        var memory = PictureMemory()
        let crawling = Link(firstBytes: 2_048, pieceBytes: 2_048, bytesPerSecond: 10_000)

        let full = view(reader.state, memory: &memory, link: crawling, isResting: true)

        #expect(isFull(full) && (2...12).contains(full.pictures.count))
    }

    @Test func `going back to a slice begins with its preview, too`() throws {
        var reader = try reader(.half)
        var memory = PictureMemory()
        let link = try slow(.half)
        let first = view(reader.state, memory: &memory, link: link, isResting: true)
        reader.press(KeyPress("j"))
        _ = view(reader.state, memory: &memory, link: link, isResting: false)
        reader.press(KeyPress("k"))

        let again = view(reader.state, memory: &memory, link: link, isResting: false)

        #expect(isFull(first) && !isFull(again))
        #expect(
            view(reader.state, memory: &memory, link: link, isResting: true).pictures
                == first.pictures)
    }

    @Test func `what was made ahead is not shown before its time, and is the same picture`() throws
    {
        let reader = try reader(.half)
        var (ahead, plain) = (PictureMemory(), PictureMemory())
        let link = try slow(.half)
        prepare(reader.state, memory: &ahead, link: link, isResting: true)

        let preview = view(reader.state, memory: &ahead, link: link, isResting: false)
        let full = view(reader.state, memory: &ahead, link: link, isResting: true)

        #expect(!isFull(preview))
        #expect(
            full.pictures
                == view(reader.state, memory: &plain, link: link, isResting: true).pictures)
    }

    @Test func `characters have no preview: their rows follow one another`() throws {
        let reader = try reader(.ascii)
        var memory = PictureMemory()
        let tiny = Link(firstBytes: 500, pieceBytes: 500, bytesPerSecond: 20_000)

        let frame = view(reader.state, memory: &memory, link: tiny, isResting: false)

        #expect(isFull(frame) && bytes(frame) > 500)
    }

    @Test func `a terminal that does not answer is called a slow link`() throws {
        let reader = try reader(.half)
        var memory = PictureMemory()
        var link = Self.slow
        link.isAnswering = false

        let frame = view(reader.state, memory: &memory, link: link)

        #expect(frame.grid.text.contains("slow link"))
    }

    @Test func `a slice counts as seen when its own full picture has arrived, not the next one's`()
        throws
    {
        var reader = try reader(.half)
        reader.press(KeyPress("g"))
        _ = update(&reader.state, .key(KeyPress("j"), atMS: 10))
        let second = reader.state.slicesInView
        _ = update(&reader.state, .key(KeyPress("j"), atMS: 20))

        _ = update(&reader.state, .drawn(full: true, second))

        #expect(reader.state.reading?.viewer?.slice == 2)
        #expect(reader.seen.indexes == [0, 1])
    }

    @Test
    func `nobody signs on a preview: the list says how much is there and when it will be full`()
        throws
    {
        var reader = try reader(.half)
        reader.press(KeyPress("j"))
        _ = update(&reader.state, .drawn(full: false))
        _ = update(&reader.state, .drawing(percent: 62, secondsLeft: 2))
        let reading = try #require(reader.state.reading)

        let gaps = Signing(reader.state, reading).gaps.map(\.sentence)
        #expect(gaps.contains("The picture is not yet full (62 %). It will be in about 2 s."))

        _ = update(&reader.state, .drawn(full: true))
        #expect(!Signing(reader.state, reading).gaps.contains { $0.sentence.contains("full") })
    }

    @Test func `nobody signs on a slice that was not drawn yet`() throws {
        var reader = try reader(.half)
        reader.press(KeyPress("j"))
        _ = update(&reader.state, .key(KeyPress("j"), atMS: 900))
        let reading = try #require(reader.state.reading)

        #expect(
            Signing(reader.state, reading).gaps.contains {
                $0.sentence == "The picture is not yet full (0 %). Wait until it is."
            })
    }

    @Test func `folding the image away does not hide that it never became full`() throws {
        var state = try reader(.half).state
        _ = update(&state, .drawn(full: false))
        for key in 0..<2 { _ = update(&state, .key(KeyPress("z"), atMS: key)) }
        let reading = try #require(state.reading)

        #expect(reading.layout == .form)
        #expect(
            Signing(state, reading).gaps.contains {
                $0.sentence.hasPrefix("No picture of B 1 was ever full")
            })
    }
}

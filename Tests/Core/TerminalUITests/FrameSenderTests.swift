import TerminalUI
import TestSupport
import Testing

/// Frames over a link in memory.
@Suite struct FrameSenderTests {
    @Test func `over a fast link a frame is one piece, as it always was`() throws {
        var link = MemoryLink(bytesPerSecond: 100_000_000)
        link.show(Frames.strips(1, bytes: 30_000))
        link.run(forMS: 100)
        link.pieces = []
        link.show(Frames.strips(2, bytes: 30_000))
        link.run(forMS: 100)
        #expect(link.pieces.count == 1)
        let text = String(decoding: try #require(link.pieces.first), as: UTF8.self)
        #expect(text.hasPrefix("\u{1B}[5n\u{1B}[?2026h"))
        #expect(text.hasSuffix("\u{1B}[?2026l\u{1B}[5n"))
        #expect(link.screen.shows(Frames.strips(2, bytes: 30_000)))
    }

    @Test func `an unchanged frame sends nothing and is there at once`() {
        var link = MemoryLink(bytesPerSecond: 1_000_000)
        link.show(Frames.strips(1, bytes: 3_000))
        link.run(forMS: 500)
        link.pieces = []
        let isThere = link.show(Frames.strips(1, bytes: 3_000))
        #expect(isThere)
        link.run(forMS: 5_000)
        #expect(link.pieces.isEmpty && link.arrivals.last == .whole)
        #expect(link.sender.wake == nil)
    }

    @Test func `a preview goes whole, the full picture in strips from the middle outwards`() throws
    {
        var link = MemoryLink(bytesPerSecond: 125_000)
        link.measure()
        link.show(Frames.preview(1, bytes: 3_500))
        link.run(forMS: 200)
        #expect(link.pieces.count == 1 && link.screen.shows(Frames.preview(1, bytes: 3_500)))
        link.pieces = []

        let full = Frames.strips(1, bytes: 24_000)
        link.show(full)
        link.run(forMS: 2_000)

        #expect(link.pieces.count >= 8)
        let rows = link.screen.painted.suffix(Frames.rows).map(\.y)
        let middle = Frames.area.y * 2 + Frames.area.height
        let distances = rows.map { abs($0 * 2 + 1 - middle) }
        #expect(distances == distances.sorted() && Set(rows).count == Frames.rows)
        #expect(link.screen.shows(full) && link.arrivals.last == .whole)
    }

    @Test func `a key drops what is stale: its pieces are never sent`() {
        var link = MemoryLink(bytesPerSecond: 125_000)
        link.measure()
        link.show(Frames.strips(1, bytes: 40_000))
        link.run(forMS: 60)
        link.interrupt()
        link.run(forMS: 100)
        #expect(link.arrivals.last == .dropped)
        let sent = link.pieces.count
        link.run(forMS: 2_000)
        #expect(link.pieces.count == sent)

        link.show(Frames.preview(2, bytes: 2_000))
        link.run(forMS: 100)
        link.show(Frames.strips(2, bytes: 40_000))
        link.run(forMS: 2_000)

        #expect(link.screen.shows(Frames.strips(2, bytes: 40_000)))
        #expect(link.screen.painted.filter { $0.version == 1 }.count < Frames.rows)
    }

    @Test func `a key that changes no picture lets the strips go on where they were`() {
        var link = MemoryLink(bytesPerSecond: 125_000)
        link.measure()
        link.show(Frames.strips(1, bytes: 24_000))
        link.run(forMS: 60)
        link.interrupt()
        link.show(Frames.strips(1, bytes: 24_000, text: "answered"))
        link.run(forMS: 2_000)
        #expect(link.screen.painted.filter { $0.version == 1 }.count == Frames.rows)
        #expect(link.screen.shows(Frames.strips(1, bytes: 24_000)))
    }

    @Test func `a preview of kitty lies under the strips and goes when they cover it`() {
        var link = MemoryLink(bytesPerSecond: 125_000)
        link.measure()
        link.show(Frames.kittyPreview(1, id: 1, bytes: 3_000))
        link.run(forMS: 100)
        #expect(link.screen.images.keys.sorted() == [1])
        link.show(Frames.kittyStrips(1, id: 2, bytes: 24_000))
        link.run(forMS: 100)
        #expect(link.screen.images[1] != nil && link.screen.images.count > 1)
        link.run(forMS: 2_000)
        #expect(link.screen.images.keys.sorted() == Array(2..<2 + UInt32(Frames.rows)))
        // The next preview takes the strips away in the piece that brings it.
        link.show(Frames.kittyPreview(2, id: 50, bytes: 3_000))
        link.run(forMS: 100)
        #expect(link.screen.images.keys.sorted() == [50])
    }

    @Test func `a terminal that never answers gets everything, by time`() {
        var link = MemoryLink(bytesPerSecond: 125_000, answers: false)
        link.show(Frames.strips(1, bytes: 24_000))
        link.run(forMS: 2_900)
        #expect(link.pieces.count == 1 && link.arrivals.isEmpty)
        link.run(forMS: 2_000)
        #expect(link.arrivals == [.whole] && link.screen.shows(Frames.strips(1, bytes: 24_000)))
        #expect(!link.sender.link.isAnswering)
    }

    @Test(arguments: 0..<40)
    func
        `whatever keys and answers come when, the newest frame stands in the end and nothing more is sent`(
            _ seed: UInt64
        )
    {
        var random = SplitMix(seed: seed)
        let rates = [30_000, 125_000, 1_250_000, 12_500_000]
        var link = MemoryLink(
            bytesPerSecond: rates.randomElement(using: &random) ?? 125_000,
            roundTripMS: Int.random(in: 0...80, using: &random))
        var last = Frames.strips(0, bytes: 10)
        for version in 1..<60 {
            last = Frames.random(version, &random)
            if Bool.random(using: &random) { link.interrupt() }
            link.show(last)
            link.run(forMS: Int.random(in: 0...150, using: &random))
            #expect(link.mostOnItsWay <= 1)
            if version % 17 == 0 { link.forgetScreen() }
        }
        link.show(last)
        link.run(forMS: 20_000)

        #expect(link.screen.shows(last), "seed \(seed)")
        #expect(link.arrivals.last == .whole)
        link.pieces = []
        link.run(forMS: 10_000)
        #expect(link.pieces.isEmpty && link.sender.wake == nil)
    }
}

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

    @Test(arguments: [0, 4, 40], [125_000, 1_250_000])
    func
        `however long the way is, the link neither stands still nor holds more than a key can wait for`(
            _ roundTripMS: Int, _ rate: Int
        )
    {
        var link = MemoryLink(bytesPerSecond: rate, roundTripMS: roundTripMS)
        link.measure()

        link.show(Frames.strips(1, bytes: rate * 2))
        let time = link.timeUntilWhole()

        #expect((2_000...2_200 + roundTripMS).contains(time))
        #expect(link.mostHeldMS <= 40)
        #expect(link.screen.shows(Frames.strips(1, bytes: rate * 2)))
    }

    @Test func `a strip that is too large for a piece is cut by a key, ended, and sent again`()
        throws
    {
        var link = MemoryLink(bytesPerSecond: 125_000)
        link.measure()
        link.show(Frames.strips(1, bytes: 240_000))
        link.run(forMS: 100)
        let before = link.pieces.count

        link.interrupt()
        link.run(forMS: 40)

        let end = try #require(link.pieces.dropFirst(before).first)
        #expect(link.pieces.count == before + 1 && link.arrivals.last == .dropped)
        #expect(
            String(decoding: end, as: UTF8.self)
                == "\u{1B}\\\u{1B}8\u{1B}[?2026l\u{1B}[5n")
        link.show(Frames.strips(1, bytes: 240_000, text: "answered"))
        link.run(forMS: 4_000)
        #expect(link.arrivals.last == .whole)
        // All strips once, and the one that was cut twice.
        #expect(link.screen.painted.count == Frames.rows + 1)
        #expect(link.screen.shows(Frames.strips(1, bytes: 240_000)))
    }

    @Test func `a cleared screen ends a strip that was cut`() {
        var link = MemoryLink(bytesPerSecond: 125_000)
        link.measure()
        link.show(Frames.strips(1, bytes: 240_000))
        link.run(forMS: 100)
        #expect(String(decoding: link.sender.clear(), as: UTF8.self).hasPrefix("\u{1B}\\\u{1B}8"))
        #expect(link.sender.clear().isEmpty)
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

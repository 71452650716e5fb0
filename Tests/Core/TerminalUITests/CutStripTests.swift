import TerminalUI
import TestSupport
import Testing

/// Strips that are sent in several pieces.
@Suite struct CutStripTests {
    @Test func `nothing is asked in the middle of a strip that was cut`() {
        var link = MemoryLink(bytesPerSecond: 125_000)
        link.measure()
        link.show(Frames.strips(1, bytes: 240_000))

        link.run(forMS: 4_000)

        let text = String(decoding: link.pieces.joined(), as: UTF8.self)
        let strips = text.split(separator: "<").dropFirst()
        #expect(strips.count == Frames.rows)
        for strip in strips {
            let mark = strip.prefix { $0 != ">" }.count + 2
            let rest = strip.dropFirst(mark - 1).prefix { $0 == "." }.count
            #expect(mark + rest == 240_000 / Frames.rows)
        }
    }
}

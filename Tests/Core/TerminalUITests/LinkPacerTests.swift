import TerminalUI
import TestSupport
import Testing

@Suite struct LinkPacerTests {
    /// Sends a piece over a link of so many bytes a second and gives both answers in time.
    private func pass(
        _ bytes: Int, through pacer: inout LinkPacer, rate: Double, roundTripMS: Int,
        at start: Duration
    ) -> Duration {
        let sent = pacer.send(Array(repeating: 0x20, count: bytes), isFrame: false, at: start)
        let questions = (sent.count - bytes) / LinkPacer.question.count
        let first = start + .milliseconds(roundTripMS)
        let last = first + .microseconds(Int64(Double(bytes) / rate * 1_000_000))
        if questions == 2 { pacer.answered(at: first) }
        pacer.answered(at: last)
        return last
    }

    @Test(arguments: [125_000.0, 1_250_000, 12_500_000], [0, 1, 30, 150])
    func `the rate is found whatever the round trip`(_ rate: Double, _ roundTripMS: Int) throws {
        var pacer = LinkPacer()
        var now = Duration.zero
        for _ in 0..<12 {
            now = pass(
                max(4096, pacer.link.pieceBytes), through: &pacer, rate: rate,
                roundTripMS: roundTripMS, at: now)
        }
        let found = try #require(pacer.link.bytesPerSecond)
        #expect(abs(Double(found) - rate) < rate * 0.05)
        #expect(abs(Double(pacer.link.pieceBytes) - max(2048, rate * 0.015)) < rate * 0.001)
        #expect(abs(Double(pacer.link.firstBytes) - rate * 0.030) < rate * 0.002)
        #expect(pacer.link.roundTripMS == Double(roundTripMS))
    }

    @Test func `a link that becomes slower or faster is noticed`() throws {
        var pacer = LinkPacer()
        var now = Duration.zero
        for rate in [1_250_000.0, 60_000, 1_250_000] {
            for _ in 0..<9 {
                now = pass(
                    max(4096, pacer.link.pieceBytes), through: &pacer, rate: rate, roundTripMS: 5,
                    at: now)
            }
            let found = try #require(pacer.link.bytesPerSecond)
            #expect(abs(Double(found) - rate) < rate * 0.05)
            #expect(pacer.link.pieceBytes >= 2048)
        }
    }

    @Test func `one slow piece among eight changes nothing`() {
        var pacer = LinkPacer()
        var now = Duration.zero
        for index in 0..<8 {
            now = pass(
                20_000, through: &pacer, rate: index == 5 ? 9_000 : 1_250_000, roundTripMS: 2,
                at: now)
        }
        #expect((1_200_000...1_300_000).contains(pacer.link.bytesPerSecond ?? 0))
    }

    @Test func `while the rate is not known the first picture has 16 kB at most`() {
        let link = LinkPacer().link
        #expect(link.firstBytes == 16_384 && link.bytesPerSecond == nil && link.isAnswering)
    }

    @Test func `behind a multiplexer pieces are half as large`() {
        var pacers = [LinkPacer(), LinkPacer(isMultiplexed: true)]
        for index in pacers.indices {
            _ = pass(20_000, through: &pacers[index], rate: 1_250_000, roundTripMS: 1, at: .zero)
        }
        let links = pacers.map(\.link)
        #expect(links[1].pieceBytes == links[0].pieceBytes / 2)
        #expect(links[1].firstBytes == links[0].firstBytes / 2)
    }

    @Test func `nothing is sent while a piece is on its way`() {
        var pacer = LinkPacer()
        #expect(pacer.isClear(at: .zero))
        _ = pacer.send([0x41], isFrame: true, at: .zero)
        #expect(!pacer.isClear(at: .seconds(2)))
        pacer.answered(at: .seconds(2))
        #expect(pacer.isClear(at: .seconds(2)))
    }

    @Test func `once the rate is known, the next piece goes shortly before the last has passed`() {
        var pacer = LinkPacer()
        var now = Duration.zero
        for _ in 0..<4 {
            now = pass(20_000, through: &pacer, rate: 1_000_000, roundTripMS: 50, at: now)
        }
        _ = pacer.send(Array(repeating: 0, count: 15_000), isFrame: false, at: now)
        let free = now + .milliseconds(15) - LinkPacer.overlap
        #expect(!pacer.isFree(at: free - .milliseconds(1)) && pacer.isFree(at: free))
        #expect(pacer.wake(frameWaits: false, pieceWaits: true) == free)
        // It has not arrived for all that.
        #expect(!pacer.isClear(at: free))
    }

    @Test func `a link that became much slower is waited for, not filled`() {
        var pacer = LinkPacer()
        var now = pass(20_000, through: &pacer, rate: 1_000_000, roundTripMS: 1, at: .zero)
        var sent = 0
        for _ in 0..<200 {
            if pacer.isFree(at: now) {
                _ = pacer.send(Array(repeating: 0, count: 15_000), isFrame: false, at: now)
                sent += 1
            }
            now += .milliseconds(5)
        }
        #expect(sent <= 5)
    }

    @Test func `frames begin at most sixty times a second`() {
        var pacer = LinkPacer()
        _ = pacer.send([0x41], isFrame: true, at: .zero)
        pacer.answered(at: .milliseconds(1))
        #expect(!pacer.isReady(at: .milliseconds(2)))
        #expect(pacer.wake(frameWaits: true, pieceWaits: false) == LinkPacer.frameTime)
        #expect(pacer.isReady(at: LinkPacer.frameTime))
    }

    @Test func `a terminal that does not answer for three seconds is paced by time`() {
        var pacer = LinkPacer()
        _ = pacer.send(Array(repeating: 0, count: 10_000), isFrame: true, at: .zero)
        #expect(pacer.wake(frameWaits: false, pieceWaits: true) == .seconds(3))
        pacer.tick(at: .milliseconds(2_999))
        #expect(pacer.isAnswering && !pacer.isClear(at: .milliseconds(2_999)))
        pacer.tick(at: .seconds(3))

        #expect(!pacer.link.isAnswering && pacer.link.bytesPerSecond == 125_000)
        #expect(pacer.isClear(at: .seconds(3)))
        _ = pacer.send(Array(repeating: 0, count: 12_500), isFrame: false, at: .seconds(4))
        #expect(!pacer.isClear(at: .milliseconds(4_099)))
        #expect(pacer.wake(frameWaits: false, pieceWaits: true) == .milliseconds(4_100))
        #expect(pacer.isClear(at: .milliseconds(4_100)))
    }

    @Test func `a terminal that takes no bytes is not one that does not answer`() {
        var pacer = LinkPacer()
        _ = pacer.send([0x41], isFrame: true, at: .zero)
        for second in 1...20 {
            pacer.isHeldUp(at: .seconds(second))
            pacer.tick(at: .seconds(second))
        }
        #expect(pacer.isAnswering)
    }

    @Test func `when all late answers have come, answers are waited for again`() {
        var pacer = LinkPacer()
        _ = pacer.send([0x41], isFrame: true, at: .zero)
        pacer.tick(at: .seconds(3))
        _ = pacer.send([0x42], isFrame: true, at: .seconds(4))
        pacer.answered(at: .seconds(5))
        #expect(!pacer.isAnswering)
        pacer.answered(at: .seconds(5))
        #expect(pacer.isAnswering && pacer.isClear(at: .seconds(5)))
    }

    @Test func `an answer that nobody asked for changes nothing`() {
        var pacer = LinkPacer()
        for _ in 0..<5 { pacer.answered(at: .zero) }
        _ = pacer.send([0x41], isFrame: true, at: .zero)
        #expect(!pacer.isClear(at: .milliseconds(1)))
        pacer.answered(at: .milliseconds(1))
        #expect(pacer.isClear(at: .milliseconds(1)))
    }
}

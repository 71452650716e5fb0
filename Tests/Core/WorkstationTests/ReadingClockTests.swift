import Testing

@testable import Workstation

@Suite struct ReadingClockTests {
    @Test func `time between keys counts`() {
        var clock = ReadingClock()

        clock.count(at: 1_000)
        clock.count(at: 31_000)

        #expect(clock.activeMS == 30_000)
        #expect(clock.text == "00:30")
    }

    @Test func `more than a minute without a key counts as one minute`() {
        var clock = ReadingClock(activeMS: 600_000)

        clock.count(at: 0)
        clock.count(at: 3_600_000)

        #expect(clock.text == "11:00")
    }

    @Test func `nothing counts while the reader is away`() {
        var clock = ReadingClock()

        clock.count(at: 0)
        clock.pause(at: 5_000)
        clock.count(at: 50_000)
        clock.count(at: 51_000)

        #expect(clock.activeMS == 6_000)
    }

    @Test func `a clock that goes back counts nothing`() {
        var clock = ReadingClock()

        clock.count(at: 5_000)
        clock.count(at: 1_000)

        #expect(clock.activeMS == 0)
    }

    @Test func `minutes go on beyond an hour`() {
        #expect(ReadingClock(activeMS: 3_725_000).text == "62:05")
    }
}

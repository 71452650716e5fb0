import ReaderStudies
import Testing

@testable import Workstation

@Suite struct LookLogTests {
    private func look(_ slice: Int, width: Double = 400) -> Look {
        Look(
            series: "S", slice: slice, windowCenter: 40, windowWidth: width, pixelScale: 2,
            shownMS: 0)
    }

    private func log(_ body: (inout LookLog) -> Void) -> LookLog {
        var log = LookLog()
        log.count([], at: 0)
        log.touch(at: 0)
        body(&log)
        return log
    }

    @Test func `time counts for what was shown until now`() {
        var log = log {
            $0.count([look(3)], at: 1000)
            $0.touch(at: 1000)
            $0.count([look(4)], at: 1500)
        }

        #expect(log.take()?.map(\.slice) == [3, 4])
        #expect(log.take() == nil)
    }

    @Test func `idle over a minute does not count, however often time is told`() {
        var log = log {
            for second in 1...600 { $0.count([look(3)], at: second * 1000) }
        }

        #expect(log.take()?.map(\.shownMS) == [60_000])
    }

    @Test func `nothing counts after a pause until somebody is there`() {
        var log = log {
            $0.count([look(3)], at: 1000)
            $0.pause()
            $0.count([look(3)], at: 50_000)
            $0.touch(at: 50_000)
            $0.count([look(3)], at: 51_000)
        }

        #expect(log.take()?.map(\.shownMS) == [2000])
    }

    @Test func `short looks through other windows count with the longest at the slice`() {
        var log = log {
            $0.count([look(3)], at: 900)
            $0.count([look(3, width: 401)], at: 930)
            $0.count([look(3, width: 402)], at: 980)
            $0.count([look(5, width: 403)], at: 990)
        }

        let looks = log.take() ?? []
        #expect(looks.map(\.slice) == [3, 5])
        #expect(looks.map(\.shownMS) == [980, 10])
        #expect(looks.map(\.windowWidth) == [400, 403])
    }

    @Test func `what the store did not take is told again`() {
        var log = log { $0.count([look(3)], at: 700) }
        let taken = log.take()
        log.putBack(taken)
        log.count([look(3)], at: 900)

        #expect(log.take()?.map(\.shownMS) == [900])
    }

    @Test func `two pictures beside each other both count`() {
        var log = log { $0.count([look(3), look(7)], at: 250) }

        #expect(log.take()?.map(\.shownMS) == [250, 250])
    }
}

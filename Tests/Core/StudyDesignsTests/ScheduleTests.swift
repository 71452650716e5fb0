import ReaderStudies
import StudyDesigns
import Testing

@Suite struct ScheduleTests {
    static let rows: [ReadingOrderRow] = [
        row(1, "C1", "T1w", day: 0), row(2, "C2", "CT", day: 0),
        row(3, "C1", "CT", day: 28), row(4, "C2", "T1w", day: 28),
    ]

    static func row(_ position: Int, _ id: CaseID, _ arm: ArmID, day: Int) -> ReadingOrderRow {
        ReadingOrderRow(
            position: position, session: 1, participant: ParticipantID(id.rawValue),
            read: ReadKey(reader: "R1", caseID: id, arm: arm), opensOnDay: day)
    }

    static func schedule(
        closed: Int = 0, exposures: [Exposure] = []
    ) -> Schedule {
        Schedule(
            rows: rows, startDay: 1000, washoutDays: 28, exposures: exposures,
            closed: Set(rows.prefix(closed).map(\.read)))
    }

    @Test func `rows come in their order as they are signed`() {
        #expect(Self.schedule().next(on: 1000)?.position == 1)
        #expect(Self.schedule(closed: 1).next(on: 1000)?.position == 2)
    }

    @Test func `nothing is open before the start`() {
        #expect(Self.schedule().next(on: 999) == nil)
        #expect(Self.schedule().nextOpeningDay == 1000)
    }

    @Test func `the second arm opens a washout after the last sight of the first, not of the plan`()
    {
        let late = [
            Exposure(participant: "C1", arm: "T1w", day: 1010),
            Exposure(participant: "C2", arm: "CT", day: 1003),
        ]
        let schedule = Self.schedule(closed: 2, exposures: late)

        #expect(schedule.next(on: 1030) == nil)
        #expect(schedule.nextOpeningDay == 1031)
        #expect(schedule.next(on: 1031)?.position == 4)
        #expect(schedule.next(on: 1038)?.position == 3)
        #expect(schedule.waiting(on: 1031).map(\.position) == [3])
    }

    @Test func `seeing the same arm again does not lock it`() {
        let schedule = Self.schedule(
            exposures: [Exposure(participant: "C1", arm: "T1w", day: 1000)])

        #expect(schedule.next(on: 1000)?.position == 1)
    }

    @Test func `a finished order has no next opening`() {
        #expect(Self.schedule(closed: 4).nextOpeningDay == nil)
        #expect(Self.schedule(closed: 4).left.isEmpty)
    }
}

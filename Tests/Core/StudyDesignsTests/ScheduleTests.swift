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
            rows: rows, startDay: 1000, rules: OpeningRules(washoutDays: 28), exposures: exposures,
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

    // MARK: Steps, examinations and repeats

    static let steps: [ReadingOrderRow] = [
        step(1, "C1", 1), step(2, "C1", 2), step(3, "C2", 1), step(4, "C2", 2),
    ]

    static func step(_ position: Int, _ id: CaseID, _ step: Int) -> ReadingOrderRow {
        ReadingOrderRow(
            position: position, session: 1, participant: ParticipantID(id.rawValue),
            read: ReadKey(reader: "R1", caseID: id, arm: step == 1 ? "unaided" : "aided"),
            opensOnDay: 0, step: step)
    }

    @Test func `the second step opens only after the first is signed, and then before all else`() {
        let design = Design(kind: .sequential, seed: 1)
        func next(closed: [Int]) -> Int? {
            Schedule(
                rows: Self.steps, startDay: 0, rules: OpeningRules(design: design),
                exposures: [Exposure(participant: "C1", arm: "unaided", day: 0, caseID: "C1")],
                closed: Set(closed.map { Self.steps[$0 - 1].read })
            ).next(on: 0)?.position
        }

        #expect(next(closed: []) == 1)
        #expect(next(closed: [1]) == 2)
        #expect(next(closed: [3]) == 4)
        #expect(next(closed: [1, 2]) == 3)
        #expect(next(closed: [1, 2, 3, 4]) == nil)
    }

    @Test func `a step knows the steps beside it`() {
        let schedule = Schedule(
            rows: Self.steps, startDay: 0, rules: OpeningRules(washoutDays: 0), exposures: [],
            closed: [])

        #expect(schedule.stepAfter(Self.steps[0]) == Self.steps[1])
        #expect(schedule.stepAfter(Self.steps[1]) == nil)
        #expect(schedule.stepBefore(Self.steps[3]) == Self.steps[2])
        #expect(schedule.stepBefore(Self.steps[2]) == nil)
    }

    @Test
    func `in a part of the order a step whose step before is left out is not taken for its next`() {
        let part = [Self.steps[0], Self.steps[3]]
        let schedule = Schedule(
            rows: part, startDay: 0, rules: OpeningRules(washoutDays: 0), exposures: [],
            closed: [Self.steps[0].read])

        #expect(schedule.next(on: 0) == nil)
        #expect(schedule.stepAfter(part[0]) == nil && schedule.stepBefore(part[1]) == nil)
    }

    /// One reader, participant P with the examinations C1 and C2, of which C1 is read again.
    private func openingDay(
        of caseID: CaseID, occasion: Int, arm: ArmID = "CT", after exposure: Exposure
    ) -> Int {
        let design = Design(
            kind: .crossed, washoutDays: 3, seed: 1, serialLagDays: 7,
            repeats: RepeatPlan(percent: 10, lagDays: 28))
        let row = ReadingOrderRow(
            position: 1, session: 1, participant: "P",
            read: ReadKey(reader: "R1", caseID: caseID, arm: arm, occasion: occasion),
            opensOnDay: 0)
        return Schedule(
            rows: [row], startDay: 0, rules: OpeningRules(design: design), exposures: [exposure],
            closed: []
        ).openingDay(of: row)
    }

    @Test func `another examination of a participant, a repeat and another arm keep their own lag`()
    {
        let seen = Exposure(participant: "P", arm: "CT", day: 100, caseID: "C1")

        #expect(openingDay(of: "C2", occasion: 1, after: seen) == 107)
        #expect(openingDay(of: "C1", occasion: 2, after: seen) == 128)
        #expect(openingDay(of: "C2", occasion: 2, after: seen) == 107)
        #expect(openingDay(of: "C1", occasion: 1, arm: "MR", after: seen) == 103)
        #expect(openingDay(of: "C1", occasion: 1, after: seen) == 100)
    }

    @Test func `an exposure that names no examination counts as any of them`() {
        let seen = Exposure(participant: "P", arm: "CT", day: 100)

        #expect(openingDay(of: "C2", occasion: 1, after: seen) == 107)
        #expect(openingDay(of: "C2", occasion: 2, after: seen) == 128)
    }
}

import Persistence
import ReaderStudies
import StudyDesigns
import TestSupport
import Testing

@testable import StoreService

/// What is next is found from a part of the order: it must be what the whole order says.
@Suite struct ReaderPlanTests {
    static let designs = [
        Design(kind: .crossover, washoutDays: 28, seed: 7, casesPerSession: 3),
        Design(kind: .crossed, washoutDays: 2, seed: 8, casesPerSession: 2, serialLagDays: 9),
        Design(kind: .sequential, seed: 9, casesPerSession: 2, prefill: true),
        Design(
            kind: .crossed, washoutDays: 5, seed: 10, casesPerSession: 4,
            repeats: RepeatPlan(percent: 50, lagDays: 14)),
    ]

    /// A started study with participants of whom some have two examinations.
    private func study(_ design: Design) throws -> ServiceFixture {
        let fixture = try ServiceFixture(started: false, design: design)
        for number in 5...9 {
            try fixture.importCase(
                StudyCase(
                    id: CaseID("C0\(number)"), participant: ParticipantID("C0\(number - 4)")),
                arms: ["T1w", "CT"])
        }
        _ = try StudyStart(store: fixture.store, instruments: [fixture.instrument]).draw()
        return fixture
    }

    @Test(arguments: designs.indices, 1...3)
    func `the next read, what is left and what waits are those of the whole order`(
        _ place: Int, _ seed: Int
    ) throws {
        let fixture = try study(Self.designs[place])
        let session = try fixture.session()
        var random = SplitMix(seed: UInt64(place * 10 + seed))
        var opened = 0

        for _ in 0..<60 {
            try act(Int.random(in: 0..<20, using: &random), in: fixture, session, &random)

            let plan = try ReaderPlan(store: fixture.store, reader: "R1")
            let whole = try WholePlan(fixture.store, plan)
            #expect(plan.current == whole.current)
            #expect(plan.status == whole.status)
            if plan.current != nil { opened += 1 }
        }

        #expect(opened > 10)
        #expect(try fixture.store.verify().problem == nil)
    }

    /// Something that happens in a study; what is refused changes nothing.
    private func act(
        _ choice: Int, in fixture: ServiceFixture, _ session: LocalReaderAccess,
        _ random: inout SplitMix
    ) throws {
        let rows = try fixture.store.order(of: "R1")
        guard let row = rows.randomElement(using: &random) else { return }
        let conductor = StudyConductor(store: fixture.store)
        switch choice {
        case 0: try? conductor.allow(row.read, reason: "on leave")
        case 1 where row.position % 5 == 0:
            try? conductor.withdraw(row.read.caseID, reason: "consent")
        case 2:
            try fixture.store.append(
                .imageShown(
                    ImageShown(
                        reader: "R1", caseID: row.read.caseID, arm: row.read.arm, kind: .practice,
                        series: "s", slices: [0], shownMS: 1000)), by: .coordinator)
        case 3...6: fixture.clock.advance(days: Int.random(in: 1...12, using: &random))
        case 7...8:
            _ = try? session.open()
            try? session.leave()
        default: _ = try? fixture.readOne(session)
        }
    }
}

/// What a reader has before them, worked out from every row of the order.
private struct WholePlan {
    let current: ReadingOrderRow?
    let status: WorklistStatus

    init(_ store: any Store, _ plan: ReaderPlan) throws {
        let conduct = try store.conduct()
        let reads = try store.readSummaries(of: plan.reader)
        let schedule = try store.schedule(of: plan.reader, after: reads, in: plan.study, conduct)
        let draft = reads.first { $0.isOpen && conduct.withdrawals[$0.key.caseID] == nil }?.key
        let today = store.now().utc.day
        let current =
            draft.flatMap { key in schedule.rows.first { $0.read == key } }
            ?? (draft == nil ? schedule.next(on: today) : nil)
        let left = schedule.left
        let sessions = schedule.rows.map(\.session).max() ?? 0
        let session = (current ?? left.first)?.session ?? max(1, sessions)
        self.current = current
        status = WorklistStatus(
            study: plan.study.study.id, reader: plan.reader, session: session,
            sessionCount: max(1, sessions), left: left.count { $0.session == session },
            caseCount: schedule.rows.count { $0.session == session },
            signed: reads.count { !$0.isOpen }, waiting: schedule.waiting(on: today).count,
            hasDraft: draft != nil,
            nextOpens: current == nil
                ? schedule.nextOpeningDay.map { UTCInstant(day: $0).dayText } : nil)
    }
}

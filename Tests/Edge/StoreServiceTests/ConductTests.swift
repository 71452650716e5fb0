import Persistence
import ReaderStudies
import StoreService
import Testing

/// What the coordinator and the clock do, as a reader's session meets it.
@Suite struct ConductTests {
    private let fixture: ServiceFixture

    init() throws { fixture = try ServiceFixture() }

    private var conductor: StudyConductor { StudyConductor(store: fixture.store) }

    private func rows(_ reader: ReaderID = "R1") throws -> [ReadingOrderRow] {
        try fixture.store.order(of: reader)
    }

    @Test func `an allowance opens a read before its day, and the read carries the reason`() throws
    {
        let session = try fixture.session()
        for _ in 0..<4 { try fixture.readOne(session) }
        let row = try rows()[6]
        #expect(throws: AccessRefusal.nothingOpen(opens: "29 June")) { _ = try session.open() }

        try conductor.allow(row.read, reason: "R1 is on leave in June")

        let opened = try fixture.readOne(session)
        #expect(opened.blindedCase.position == 1)
        let read = try fixture.store.recordedReads().first { $0.row.read == row.read }
        #expect(read?.override == "R1 is on leave in June")
        #expect(read?.signature != nil)
        #expect(throws: AccessRefusal.nothingOpen(opens: "29 June")) { _ = try session.open() }
    }

    @Test func `what was shown in practice keeps the other arms closed for a washout`() throws {
        let row = try rows()[0]
        let other: ArmID = row.read.arm == "CT" ? "T1w" : "CT"
        try fixture.store.append(
            .imageShown(
                ImageShown(
                    reader: "R1", caseID: row.read.caseID, arm: other, kind: .practice,
                    series: SeriesToken("\(row.read.caseID)-\(other)"), slices: [0], shownMS: 100)),
            by: .coordinator)
        let session = try fixture.session()

        for _ in 0..<3 { try fixture.readOne(session) }

        #expect(throws: AccessRefusal.nothingOpen(opens: "29 June")) { _ = try session.open() }
        #expect(try fixture.store.reads(of: "R1").map(\.key) == rows()[1...3].map(\.read))
    }

    @Test func `a case withdrawn while it is open keeps its answers and gives way to the next`()
        throws
    {
        let session = try fixture.session()
        _ = try session.open()
        _ = try session.record(.answer(ServiceFixture.presence, .value(.code("1"))))
        let order = try rows()

        try conductor.withdraw(order[0].read.caseID, reason: "consent taken back")

        #expect(throws: AccessRefusal.self) {
            _ = try session.record(.answer(ServiceFixture.presence, .value(.code("0"))))
        }
        try session.leave()
        let next = try session.open()
        #expect(next.blindedCase.position == 2)
        let kept = try #require(try fixture.store.read(of: order[0].read))
        #expect(kept.sheet.answers == [ServiceFixture.presence: .value(.code("1"))])
        #expect(try rows() == order)
    }

    @Test func `a reader who left is told so and keeps what is signed`() throws {
        let session = try fixture.session()
        try fixture.readOne(session)

        try conductor.leave("R1", reason: "moved away")

        #expect(throws: AccessRefusal.self) { _ = try session.open() }
        let refusal = #expect(throws: AccessRefusal.self) { _ = try fixture.session() }
        #expect(refusal?.sentence.contains("What you signed is kept") == true)
        #expect(try fixture.store.recordedReads().count { $0.signature != nil } == 1)
        _ = try fixture.session("R2").open()
    }

    @Test func `a clock set back is refused, kept in the log, and accepted by the coordinator`()
        throws
    {
        try fixture.readOne(try fixture.session())
        fixture.clock.set(byMinutes: -60)

        let refusal = #expect(throws: AccessRefusal.self) { _ = try fixture.session() }
        #expect(refusal?.sentence.contains("was set back") == true)
        #expect(
            try fixture.store.refusedRequests().last?.refused.request == "session")
        let locking = #expect(throws: StoreError.self) {
            _ = try conductor.lock(instruments: [fixture.instrument])
        }
        #expect(locking?.description.contains("was set back") == true)

        try conductor.acceptClock(reason: "the battery was changed")
        _ = try fixture.session().open()
    }

    @Test func `a clock set forward while the program runs opens nothing`() throws {
        let session = try fixture.session()
        for _ in 0..<4 { try fixture.readOne(session) }

        fixture.clock.set(byMinutes: 28 * 24 * 60)

        let refusal = #expect(throws: AccessRefusal.self) { _ = try session.open() }
        #expect(refusal?.sentence.contains("was set forward") == true)
    }

    @Test func `a locked study is read no more, and unblinding comes after the lock`() throws {
        let session = try fixture.session()
        for _ in 0..<4 { try fixture.readOne(session) }
        #expect(throws: StoreError.self) {
            _ = try conductor.lock(instruments: [fixture.instrument])
        }
        #expect(throws: StoreError.self) { try conductor.unblind(reason: "early") }
        fixture.clock.advance(days: 28)
        for _ in 0..<4 { try fixture.readOne(session) }
        try conductor.leave("R2", reason: "never came")

        let locked = try conductor.lock(instruments: [fixture.instrument])
        try conductor.unblind(reason: "analysis")

        #expect(locked.signatures == 8)
        #expect(throws: AccessRefusal.self) { _ = try session.open() }
        #expect(throws: AccessRefusal.self) { _ = try session.amend(reason: "slip") }
        #expect(try fixture.store.verify().problem == nil)
    }

    @Test func `an act without a reason is refused`() throws {
        let row = try rows()[0]

        for act: () throws -> Void in [
            { try conductor.allow(row.read, reason: " ") },
            { try conductor.leave("R1", reason: "") },
            { try conductor.withdraw("C01", reason: "\n") },
            { try conductor.acceptClock(reason: "") },
        ] {
            let refusal = #expect(throws: StoreError.self) { try act() }
            #expect(refusal?.description == "This needs a reason. Say it in a few words.")
        }
    }

    @Test
    func `whatever happens after half of the reads, none is lost and no row of the order moves`()
        throws
    {
        let session = try fixture.session()
        for _ in 0..<4 { try fixture.readOne(session) }
        let order = try fixture.store.order(of: nil)
        let signed = try fixture.store.recordedReads().filter { $0.signature != nil }

        try conductor.withdraw(order[0].read.caseID, reason: "consent taken back")
        try conductor.leave("R2", reason: "moved away")
        fixture.clock.set(byMinutes: -60)
        #expect(throws: AccessRefusal.self) { _ = try session.open() }
        try conductor.acceptClock(reason: "the battery was changed")
        fixture.clock.advance(days: 29)
        try fixture.readOne(fixture.session())

        #expect(try fixture.store.order(of: nil) == order)
        let after = try fixture.store.recordedReads().filter { $0.signature != nil }
        #expect(after.count == signed.count + 1)
        for read in signed {
            let kept = try #require(after.first { $0.row.read == read.row.read })
            #expect(kept.sheet == read.sheet && kept.signature == read.signature)
        }
        #expect(try fixture.store.verify().problem == nil)
    }
}

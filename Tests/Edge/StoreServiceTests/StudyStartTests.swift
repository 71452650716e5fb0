import Persistence
import ReaderStudies
import StoreService
import Testing

@Suite struct StudyStartTests {
    @Test func `a start draws every case in every arm for every reader`() throws {
        let fixture = try ServiceFixture(started: false)

        let rows = try StudyStart(store: fixture.store, instruments: [fixture.instrument]).draw()

        #expect(rows.count == 4 * 2 * 2)
        #expect(try fixture.store.order(of: nil).count == 16)
        #expect(try fixture.store.study()?.startDay == 20_605)
    }

    @Test func `a second start without news is refused, with a new case it adds rows`() throws {
        let fixture = try ServiceFixture()
        let start = StudyStart(store: fixture.store, instruments: [fixture.instrument])
        let before = try fixture.store.order(of: "R1")
        #expect(throws: StoreError.self) { _ = try start.draw() }

        try fixture.importCase(StudyCase(id: "C05"), arms: ["T1w", "CT"])
        let added = try start.draw()

        #expect(added.count == 4)
        #expect(Array(try fixture.store.order(of: "R1").prefix(8)) == before)
    }

    @Test func `a waiting series and a missing one stop the start and are named`() throws {
        let waiting = try ServiceFixture(
            started: false, waits: "It may hold burned-in text.")
        let refusal = #expect(throws: StoreError.self) {
            _ = try StudyStart(store: waiting.store, instruments: [waiting.instrument]).draw()
        }
        #expect(refusal?.description.contains("C01, arm T1w") == true)

        let fixture = try ServiceFixture()
        try fixture.importCase(StudyCase(id: "C05"), arms: ["CT"])
        let missing = #expect(throws: StoreError.self) {
            _ = try StudyStart(store: fixture.store, instruments: [fixture.instrument]).draw()
        }
        #expect(missing?.description.contains("Case C05 has no series for arm T1w.") == true)
        #expect(missing?.description.contains("readingroom case withdraw") == true)
    }

    @Test func `a case that was withdrawn before it was drawn stops nothing and is not drawn`()
        throws
    {
        let fixture = try ServiceFixture()
        let before = try fixture.store.order(of: nil)
        try fixture.importCase(StudyCase(id: "C05"), arms: ["CT"])
        try fixture.importCase(StudyCase(id: "C06"), arms: ["T1w", "CT"])
        try StudyConductor(store: fixture.store).withdraw("C05", reason: "Its T1w is missing.")

        let added = try StudyStart(store: fixture.store, instruments: [fixture.instrument]).draw()

        #expect(Set(added.map(\.read.caseID)) == ["C06"])
        #expect(
            try fixture.store.order(of: nil).filter { $0.read.caseID != "C06" } == before)
    }
}

import Persistence
import ReaderStudies
import StoreService
import Testing

@Suite struct StudyStartTests {
    @Test func `a start draws every case in every arm for every reader`() throws {
        let fixture = try ServiceFixture(started: false)

        let rows = try StudyStart(store: fixture.store).draw()

        #expect(rows.count == 4 * 2 * 2)
        #expect(try fixture.store.order(of: nil).count == 16)
        #expect(try fixture.store.study()?.startDay == 20_605)
    }

    @Test func `a second start without news is refused, with a new case it adds rows`() throws {
        let fixture = try ServiceFixture()
        let start = StudyStart(store: fixture.store)
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
            _ = try StudyStart(store: waiting.store).draw()
        }
        #expect(refusal?.description.contains("C01, arm T1w") == true)

        let fixture = try ServiceFixture()
        try fixture.importCase(StudyCase(id: "C05"), arms: ["CT"])
        let missing = #expect(throws: StoreError.self) {
            _ = try StudyStart(store: fixture.store).draw()
        }
        #expect(missing?.description.contains("Case C05 has no series for arm T1w.") == true)
    }
}

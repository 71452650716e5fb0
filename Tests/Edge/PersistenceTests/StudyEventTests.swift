import ReaderStudies
import Testing

@testable import Persistence

@Suite struct StudyEventTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    func refused(_ event: StoreEvent, in store: SQLiteStore) -> String {
        do {
            try store.append(event, by: .coordinator)
            return ""
        } catch {
            return error.description
        }
    }

    @Test func `what contradicts the study is refused with a sentence`() throws {
        let store = try Sample.started(folder.path)
        let series = Sample.series("t9", "C01", arm: "T1w")
        let stranger = Sample.series("t9", "C77", arm: "T1w")

        #expect(refused(.studyCreated(Sample.created), in: store).contains("already holds a study"))
        #expect(refused(.caseImported(StudyCase(id: "C01")), in: store).contains("already in"))
        #expect(refused(.seriesImported(series), in: store).contains("its series are fixed"))
        #expect(refused(.seriesImported(stranger), in: store).contains("Import the case first"))
        #expect(
            refused(.seriesApproved(SeriesApproved(token: "t1")), in: store)
                .contains("No series t1 waits"))
    }

    @Test func `a series of an unknown arm and a second one for a rule are refused`() throws {
        let store = try SQLiteStore.create(at: folder.path, clock: TestClock())
        for event in [
            .studyCreated(Sample.created), .caseImported(StudyCase(id: "C01")),
            .seriesImported(Sample.series("t1", "C01", arm: "T1w")),
        ] as [StoreEvent] { try store.append(event, by: .coordinator) }

        let second = StoreEvent.seriesImported(Sample.series("t2", "C01", arm: "T1w"))
        let unknown = StoreEvent.seriesImported(Sample.series("t3", "C01", arm: "PET"))

        #expect(refused(second, in: store).contains("two series for arm T1w, series rule 1"))
        #expect(refused(unknown, in: store).contains("no series rule 1 in an arm PET"))
    }

    @Test func `a series with a reason to wait waits until it is approved`() throws {
        let store = try SQLiteStore.create(at: folder.path, clock: TestClock())
        let one = Sample.series("t1", "C01", arm: "T1w")
        let waiting = ImportedSeries(
            token: one.token, caseID: one.caseID, modality: "US", columns: 8, rows: 8, slices: 1,
            columnSpacingMM: 1, rowSpacingMM: 1, sliceSpacingMM: 1, framesDigest: "00",
            matches: one.matches, waitsBecause: "Ultrasound often shows names.")
        for event in [
            .studyCreated(Sample.created), .caseImported(StudyCase(id: "C01")),
            .seriesImported(waiting),
        ] as [StoreEvent] { try store.append(event, by: .coordinator) }

        #expect(try store.series().map(\.state) == [.waiting])
        try store.append(.seriesApproved(SeriesApproved(token: "t1")), by: .coordinator)
        #expect(try store.series().map(\.state) == [.approved])
        #expect(try store.verify().problem == nil)
    }

    @Test func `the steps of a read are kept and follow from the events`() throws {
        let store = try Sample.started(folder.path)
        let step = ReadingOrderRow(
            position: 4, session: 3, participant: "C01",
            read: ReadKey(reader: "R1", caseID: "C01", arm: "CT", occasion: 2), opensOnDay: 28,
            step: 2)

        try store.append(.orderDrawn(OrderDrawn(seed: 1, rows: [step])), by: .coordinator)

        #expect(try store.order(of: "R1").map(\.step) == [1, 1, 1, 2])
        #expect(try store.order(of: "R1").last == step)
        #expect(try store.verify().problem == nil)
    }

    @Test func `nothing comes before the study`() throws {
        let store = try SQLiteStore.create(at: folder.path, clock: TestClock())

        #expect(refused(.caseImported(StudyCase(id: "C01")), in: store).contains("holds no study"))
        #expect(try store.study() == nil)
        #expect(try store.verify().events == 0)
    }
}

import Persistence
import ReaderStudies
import StoreService
import StudyDesigns
import Testing

/// Amendments of the protocol, and how far the study has come.
@Suite struct StudyAmendmentTests {
    let fixture: ServiceFixture

    init() throws { fixture = try ServiceFixture() }

    private func amendment(_ change: (inout ReaderStudy) -> Void) throws -> StudyAmendment {
        var study = try #require(try fixture.store.study()?.study)
        change(&study)
        return try StudyAmendment(
            store: fixture.store,
            files: StudyCreated(study: study, text: "study: mini # changed\n", instruments: []))
    }

    @Test func `a reader who joins by amendment gets an order, and no other row moves`() throws {
        let before = try fixture.store.order(of: nil)

        let version = try amendment { $0.readers.append("R3") }
            .record(person: "A. Person", reason: "A third reader joins.")
        let added = try StudyStart(store: fixture.store, instruments: [fixture.instrument]).extend()

        #expect(version == 2)
        #expect(Set(added.map(\.read.reader)) == ["R3"])
        #expect(try fixture.store.order(of: nil).prefix(before.count) == before[...])
        #expect(try fixture.store.verify().problem == nil)
    }

    @Test func `what was drawn or read with never changes, and then nothing else does`() throws {
        let made = try amendment {
            $0.title = "Other"
            $0.design.seed = 99
        }

        #expect(made.changes.count == 2)
        #expect(made.refused.map(\.path) == [["design", "seed"]])
        #expect(throws: StoreError.self) { try made.record(person: "A", reason: "B") }
        #expect(try fixture.store.study()?.study.title == "Mini")
        #expect(try fixture.store.protocolVersions().count == 1)
    }

    @Test func `a reading form keeps its text as long as it keeps its version`() throws {
        let store = try SQLiteStore.create(at: "\(fixture.folder.path)/form", clock: fixture.clock)
        let study = try #require(try fixture.store.study()?.study)
        func files(_ text: String, _ title: String) -> StudyCreated {
            var study = study
            study.title = title
            return StudyCreated(
                study: study, text: title,
                instruments: [InstrumentText(instrument: study.instruments[0], text: text)])
        }
        try store.append(.studyCreated(files("form", "Mini")), by: .coordinator)

        _ = try StudyAmendment(store: store, files: files("another form", "Other"))
            .record(person: "A. Person", reason: "A better title.")

        let created = try #require(try store.study()?.created)
        #expect(created.study.title == "Other")
        #expect(created.instruments.map(\.text) == ["form"])
    }

    @Test func `an amendment says who and why, and changes something`() throws {
        let made = try amendment { $0.title = "Other" }

        #expect(throws: StoreError.self) { try made.record(person: " ", reason: "B") }
        #expect(throws: StoreError.self) { try made.record(person: "A", reason: "") }
        #expect(throws: StoreError.self) {
            try amendment { _ in }.record(person: "A", reason: "B")
        }
    }

    @Test func `before the first read the analysed revision may change, after it never`() throws {
        func refused() throws -> Int {
            try amendment { $0.analysedRevision = .lastBeforeUnblinding }.refused.count
        }
        let before = try refused()

        _ = try fixture.session().open()

        #expect(before == 0)
        #expect(try refused() == 1)
    }

    @Test func `the status counts rows by reader and arm and tells when the next opens`() throws {
        let session = try fixture.session()
        _ = try fixture.readOne(session)
        _ = try session.open()

        let status = try StudyStatus(store: fixture.store).overview

        let own = status.lines.filter { $0.reader == "R1" }
        #expect(status.lines.count == 4)
        #expect(own.map(\.planned) == [4, 4])
        #expect(own.reduce(0) { $0 + $1.signed } == 1)
        #expect(own.reduce(0) { $0 + $1.drafts } == 1)
        #expect(own.reduce(0) { $0 + $1.open } == 2)
        #expect(own.reduce(0) { $0 + $1.waiting } == 4)
        #expect(own.compactMap(\.medianActiveMS) == [5000])
        let today = fixture.store.now().utc.day
        #expect(status.openings == [today + 28: ["R1": 4, "R2": 4]])
        #expect(status.deviations.isEmpty)
    }

    @Test func `the status tells what went other than planned, and what is overdue`() throws {
        let today = fixture.store.now().utc.day
        _ = try amendment { $0.calendar = StudyCalendar(firstDay: today - 9, lastDay: today - 1) }
            .record(person: "A. Person", reason: "Time is up.")
        let conductor = StudyConductor(store: fixture.store)
        let early = try #require(
            try fixture.store.order(of: "R1").first { $0.read.caseID != "C01" })
        try conductor.allow(early.read, reason: "On leave later.")
        for reader in ["R1", "R2", "R2"] as [ReaderID] {
            try fixture.store.append(
                .requestRefused(
                    RequestRefused(reader: reader, request: "open", sentence: "Not yet.")),
                by: .reader(reader))
        }
        try conductor.leave("R2", reason: "Moved away.")
        try conductor.withdraw("C01", reason: "Consent was taken back.")

        let status = try StudyStatus(store: fixture.store).overview

        let day = fixture.store.now().utc.dateText
        let told = status.deviations.map { $0.replacing(/event \d+/, with: "event") }
        #expect(
            told == [
                "\(day), event: Version 2 of the protocol. Time is up.",
                "\(day), event: R1, case \(early.read.caseID), arm \(early.read.arm): opened early. On leave later.",
                "\(day), event: A request of R1 was refused.",
                "\(day), event: The last of 2 refused requests of R2.",
                "\(day), event: R2 left. Moved away.",
                "\(day), event: Case C01 was withdrawn. Consent was taken back.",
            ])
        let events = status.deviations.compactMap { $0.firstMatch(of: /event (\d+)/)?.1 }
            .compactMap { Int($0) }
        #expect(Set(events).count == 6 && events == events.sorted(), "\(events)")
        let counts = status.lines.map { "\($0.reader) \($0.withdrawn) \($0.overdue)" }
        #expect(counts == ["R1 1 3", "R1 1 3", "R2 4 0", "R2 4 0"])
    }
}

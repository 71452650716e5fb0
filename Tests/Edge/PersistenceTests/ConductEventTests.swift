import GRDB
import ReaderStudies
import Testing

@testable import Persistence

/// What the coordinator and the clock do to a study, as events.
@Suite struct ConductEventTests {
    let folder: TemporaryFolder
    let clock = TestClock()

    init() throws { folder = try TemporaryFolder() }

    static func standard(_ version: Int = 1, value: String = "1") -> ReferenceStandard {
        ReferenceStandard(
            version: version, source: "truth.csv", sourceDigest: nil,
            labels: [
                ReferenceLabel(
                    caseID: "C01", key: Sample.erosion, value: .value(value),
                    provenance: .external, level: .high)
            ])
    }

    /// Signs what is left: C02 of R1 is signed, R2 leaves, C01 is withdrawn.
    private func finished() throws -> SQLiteStore {
        let store = try Sample.signed(folder.path, clock: clock)
        let key = ReadKey(reader: "R1", caseID: "C02", arm: "T1w")
        try store.append([Sample.opened(key)], by: .reader("R1"))
        try store.sign(
            SignRequest(
                read: key, view: Sample.view(), series: [Sample.series("t2", "C02", arm: "T1w")],
                program: "test"))
        try store.append(
            [
                .readerLeft(ReaderLeft(reader: "R2", reason: "ill")),
                .caseWithdrawn(CaseWithdrawn(caseID: "C01", reason: "consent")),
            ], by: .coordinator)
        return store
    }

    /// Takes the tables away that the programs before this one did not have.
    private static func makeOlder(_ folder: String) throws {
        let queue = try DatabaseQueue(path: "\(folder)/store.sqlite")
        try queue.write { db in
            for table in StoreSchema.conductProjections {
                try db.execute(sql: "DROP TABLE \(table)")
            }
            try db.execute(
                sql: """
                    DROP TABLE exposure;
                    CREATE TABLE exposure (
                        reader TEXT NOT NULL, participant TEXT NOT NULL, arm TEXT NOT NULL,
                        day INTEGER NOT NULL, PRIMARY KEY (reader, participant, arm)
                    ) STRICT;
                    DELETE FROM grdb_migrations WHERE identifier LIKE '3 %';
                    """)
        }
        try queue.close()
    }

    @Test func `the ledger has a row for each opening and series, and for other pictures`() throws {
        let store = try Sample.started(folder.path, clock: clock)
        var view = Sample.view()
        view.looks = [
            Look(
                series: "t1", slice: 3, windowCenter: 1, windowWidth: 2, pixelScale: 1, shownMS: 400
            ),
            Look(
                series: "t1", slice: 2, windowCenter: 1, windowWidth: 2, pixelScale: 1, shownMS: 50),
            Look(
                series: "t1", slice: 3, windowCenter: 9, windowWidth: 2, pixelScale: 1, shownMS: 7),
        ]
        try store.append(
            [
                Sample.opened(), .readLeft(ReadLeft(read: Sample.key)), Sample.opened(),
                .viewRecorded(ViewRecorded(read: Sample.key, view: view)),
            ], by: .reader("R1"))
        try store.append(
            .imageShown(
                ImageShown(
                    reader: nil, caseID: "C02", arm: "T1w", kind: .render, series: "t2",
                    slices: [5, 5], shownMS: 0)), by: .coordinator)

        let rows = try store.exposureLedger()

        #expect(rows.map(\.kind) == [.read, .read, .render])
        #expect(rows.map(\.reader) == ["R1", "R1", nil])
        #expect(rows.map(\.slices) == [[], [2, 3], [5]])
        #expect(rows.map(\.shownMS) == [0, 457, 0])
        #expect(rows.map(\.participant) == ["C01", "C01", "C02"])
        #expect(rows.map(\.series) == [nil, "t1", "t2"])
    }

    @Test(arguments: [ExposureKind.practice, .adjudication, .render])
    func `images shown to a reader outside of reads count as exposure`(_ kind: ExposureKind) throws
    {
        let store = try Sample.started(folder.path, clock: clock)

        try store.append(
            .imageShown(
                ImageShown(
                    reader: "R1", caseID: "C02", arm: "CT", kind: kind, series: "t2", slices: [1],
                    shownMS: 900)), by: .coordinator)

        let day = store.now().utc.day
        #expect(
            try store.exposures(of: "R1").map {
                [$0.participant.rawValue, "\($0.arm)", "\($0.day)"]
            }
                == [["C02", "CT", "\(day)"]])
        #expect(try store.exposures(of: "R2").isEmpty)
    }

    @Test func `an allowance is for a planned read that was not opened, and only once`() throws {
        let store = try Sample.signed(folder.path, clock: clock)
        let planned = ReadKey(reader: "R1", caseID: "C01", arm: "CT")
        func allow(_ key: ReadKey) throws {
            try store.append(
                .openingAllowed(OpeningAllowed(read: key, reason: "site visit")), by: .coordinator)
        }

        try allow(planned)

        #expect(try store.conduct().allowances.mapValues(\.reason) == [planned: "site visit"])
        for key in [planned, Sample.key, ReadKey(reader: "R1", caseID: "C09", arm: "CT")] {
            #expect(throws: StoreError.self) { try allow(key) }
        }
        let stamped = try store.recordedReads().first { $0.row.read == planned }
        #expect(stamped?.override == "site visit")
    }

    @Test func `whoever left and what was withdrawn is read no more, and nothing is lost`() throws {
        let store = try finished()

        #expect(throws: StoreError.self) {
            try store.append(
                Sample.opened(ReadKey(reader: "R2", caseID: "C01", arm: "T1w")), by: .reader("R2"))
        }
        #expect(throws: StoreError.self) {
            try store.append(
                Sample.opened(ReadKey(reader: "R1", caseID: "C01", arm: "CT")), by: .reader("R1"))
        }
        let reads = try store.recordedReads()
        #expect(reads.count == 4)
        #expect(reads.count { $0.signature != nil } == 2)
        #expect(
            reads.map(\.withdrawn) == [
                "case withdrawn: consent", nil, "case withdrawn: consent",
                "case withdrawn: consent",
            ])
        #expect(try store.order(of: "R1").map(\.position) == [1, 2, 3])
        #expect(try store.verify().problem == nil)
    }

    @Test func `a lock is refused with everything that is open`() throws {
        let store = try Sample.started(folder.path, clock: clock)
        try store.append(Sample.opened(), by: .reader("R1"))

        let refusal = #expect(throws: StoreError.self) { _ = try store.lock() }

        #expect(refusal?.description.contains("R1 has 3 reads to sign, 1 of them begun") == true)
        #expect(refusal?.description.contains("R2 has 1 read to sign.") == true)
        #expect(try store.conduct().lock == nil)
    }

    @Test func `a locked study takes no read, no case and no reference, and can be unblinded`()
        throws
    {
        let store = try finished()
        #expect(throws: StoreError.self) {
            try store.append(.studyUnblinded(StudyUnblinded(reason: "early")), by: .coordinator)
        }

        let locked = try store.lock()

        #expect(locked.signatures == 2)
        #expect(try store.conduct().lock?.digest == locked.digest)
        let key = ReadKey(reader: "R1", caseID: "C02", arm: "T1w")
        let amendment = AmendmentOpened(read: key, revision: 2, reason: "late")
        for event: StoreEvent in [
            .caseImported(StudyCase(id: "C09")), .referenceImported(Self.standard()),
            .studyLocked(locked), .caseWithdrawn(CaseWithdrawn(caseID: "C02", reason: "x")),
        ] {
            #expect(throws: StoreError.self) { try store.append(event, by: .coordinator) }
        }
        #expect(throws: StoreError.self) {
            try store.append(.amendmentOpened(amendment), by: .reader("R1"))
        }
        try store.append(.studyUnblinded(StudyUnblinded(reason: "analysis")), by: .coordinator)
        #expect(try store.conduct().unblindings.map(\.reason) == ["analysis"])
        #expect(try store.verify().problem == nil)
    }

    @Test func `the digest of a lock follows from the study, the signatures and the reference`()
        throws
    {
        let store = try finished()
        try store.append(.referenceImported(Self.standard()), by: .coordinator)
        let frozen = try ReferenceFrozen(Self.standard())
        try store.append(.referenceFrozen(frozen), by: .coordinator)

        let locked = try store.lock()

        let signatures = try store.run { queue in
            try queue.read {
                try String.fetchAll($0, sql: "SELECT payloadDigest FROM signature ORDER BY event")
            }
        }
        let lines = [Sample.created.digest] + signatures + [frozen.digest]
        #expect(locked.digest == Digest.hexadecimal(of: lines.map { "\($0)\n" }.joined()))
    }

    @Test func `versions of the reference follow each other, and a frozen one is the last`() throws
    {
        let store = try Sample.started(folder.path, clock: clock)
        try store.append(.referenceImported(Self.standard()), by: .coordinator)
        #expect(throws: StoreError.self) {
            try store.append(.referenceImported(Self.standard(3)), by: .coordinator)
        }
        try store.append(.referenceImported(Self.standard(2, value: "0")), by: .coordinator)
        #expect(throws: StoreError.self) {
            try store.append(
                .referenceFrozen(try ReferenceFrozen(Self.standard())), by: .coordinator)
        }

        try store.append(
            .referenceFrozen(try ReferenceFrozen(Self.standard(2, value: "0"))), by: .coordinator)

        #expect(try store.references().map(\.version) == [1, 2])
        #expect(try store.conduct().frozen?.version == 2)
        #expect(throws: StoreError.self) {
            try store.append(.referenceImported(Self.standard(3)), by: .coordinator)
        }
    }

    @Test func `the log remembers its latest time until a person finds the clock right`() throws {
        let store = try Sample.started(folder.path, clock: clock)
        clock.skip(days: 30)
        try store.append(Sample.opened(), by: .reader("R1"))
        let latest = try #require(try store.conduct().latest)

        clock.skip(days: -30)
        try store.append(.readLeft(ReadLeft(read: Sample.key)), by: .reader("R1"))
        #expect(try store.conduct().latest == latest)
        try store.append(.clockAccepted(ClockAccepted(reason: "battery")), by: .coordinator)

        let accepted = try #require(try store.conduct().latest)
        #expect(accepted < latest)
        #expect(try store.verify().problem == nil)
    }

    @Test func `a store of an older program gets its new tables from its log`() throws {
        let store = try Sample.signed(folder.path, clock: clock)
        let wanted = try store.exposures(of: "R1")
        try store.close()
        try Self.makeOlder(folder.path)

        let opened = try SQLiteStore.open(at: folder.path, clock: clock)

        #expect(opened.problem == nil)
        #expect(try opened.exposures(of: "R1") == wanted)
        #expect(try opened.verify().problem == nil)
        #expect(try opened.conduct().latest != nil)
    }
}

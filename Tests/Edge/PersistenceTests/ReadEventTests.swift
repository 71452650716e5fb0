import Foundation
import ReaderStudies
import Testing

@testable import Persistence

@Suite struct ReadEventTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `every kind of answer comes back as it was given`() throws {
        let store = try Sample.started(folder.path)
        let mark = Mark(series: "t1", column: 1, row: 2, slice: 3, positionMM: [0.1, -2, 1e-9])
        let answers: [Answer] = [
            .value(.code("II")), .value(.integer(-3)), .value(.number(0.1)),
            .value(.text("ä \u{1B}[2J \"quoted\"")), .value(.mark(mark)), .notAssessable(.motion),
            .notAssessable(.artefact), .notAssessable(.notCovered), .notAssessable(.metal),
            .notAssessable(.resolution), .notAssessable(.other("beam hardening")),
        ]
        let keys = answers.indices.map { ItemKey("exam", ItemID("item\($0)")) }
        try store.append(Sample.opened(), by: .reader("R1"))
        for (key, answer) in zip(keys, answers) {
            try store.append(Sample.entry(.answer(key, answer)), by: .reader("R1"))
        }
        try store.close()

        let read = try #require(try SQLiteStore.open(at: folder.path).reads(of: "R1").first)

        #expect(keys.map { read.sheet.answers[$0] } == answers)
    }

    @Test func `a read is found by its key, and summaries tell how reads stand`() throws {
        let store = try Sample.started(folder.path)
        #expect(try store.read(of: Sample.key) == nil)
        #expect(try store.readSummaries(of: "R1").isEmpty)
        try store.append(Sample.opened(), by: .reader("R1"))
        let receipt = try store.append(
            Sample.entry(.answer(Sample.erosion, .value(.code("1")))), by: .reader("R1"))

        let read = try #require(try store.read(of: Sample.key))

        #expect(try store.reads(of: "R1") == [read])
        #expect(read.sheet.answers.count == 1)
        let summary = ReadSummary(key: Sample.key, state: .draft, lastEvent: receipt.seq)
        #expect(try store.readSummaries(of: "R1") == [summary])
        #expect(try store.readSummaries(of: "R2").isEmpty)
    }

    @Test func `a number that is not finite is refused, not saved as something else`() throws {
        let store = try Sample.started(folder.path)
        try store.append(Sample.opened(), by: .reader("R1"))

        for value in [Double.nan, .infinity] {
            #expect(throws: StoreError.self) {
                try store.append(
                    Sample.entry(.answer(Sample.erosion, .value(.number(value)))),
                    by: .reader("R1"))
            }
        }
        #expect(try store.reads(of: "R1").first?.sheet.answers.isEmpty == true)
    }

    @Test func `clearing and withdrawing take answers away, and no lesion number comes twice`()
        throws
    {
        let store = try Sample.started(folder.path)
        let note = ItemKey("L1", "note")
        for event in [
            Sample.opened(), Sample.entry(.answer(Sample.erosion, .value(.code("1")))),
            Sample.entry(.clear(Sample.erosion)), Sample.entry(.addLesion("L1")),
            Sample.entry(.answer(note, .value(.text("x")))), Sample.entry(.withdrawLesion("L1")),
        ] { try store.append(event, by: .reader("R1")) }

        #expect(throws: StoreError.self) {
            try store.append(Sample.entry(.addLesion("L1")), by: .reader("R1"))
        }
        #expect(throws: StoreError.self) {
            try store.append(Sample.entry(.withdrawLesion("L1")), by: .reader("R1"))
        }
        try store.append(Sample.entry(.addLesion("L2")), by: .reader("R1"))

        let read = try #require(try store.reads(of: "R1").first)
        #expect(read.sheet == AnswerSheet(lesions: ["L2"]))
        #expect(read.nextLesion == 3)
    }

    @Test func `a signed read takes no answer, and an amendment keeps what was signed`() throws {
        let store = try Sample.signed(folder.path)
        let change = Sample.entry(.answer(Sample.erosion, .value(.code("0"))))
        #expect(throws: StoreError.self) { try store.append(change, by: .reader("R1")) }
        #expect(throws: StoreError.self) { try store.append(Sample.opened(), by: .reader("R1")) }

        for event in [
            .amendmentOpened(AmendmentOpened(read: Sample.key, revision: 2, reason: "slip")),
            change, Sample.entry(.withdrawLesion("L1")),
        ] { try store.append(event, by: .reader("R1")) }
        try store.sign(
            SignRequest(read: Sample.key, view: Sample.view(), series: [], program: "test"))

        let recorded = try store.recordedReads().filter { $0.row.read == Sample.key }
        #expect(recorded.map(\.revision) == [1, 2])
        #expect(recorded[0].sheet.answers[Sample.erosion] == .value(.code("1")))
        #expect(recorded[0].sheet.lesions == ["L1"])
        #expect(recorded[1].sheet == AnswerSheet(answers: [Sample.erosion: .value(.code("0"))]))
        #expect(recorded.map { $0.signature?.activeMS } == [61_000, 1000])
        #expect(try store.activeTimes() == ["R1": ["T1w": [61_000]]])
        #expect(recorded[0].events[Sample.erosion] == 8)
        #expect(try store.reads(of: "R1").first?.state == .amended)
        #expect(try store.verify().problem == nil)
    }

    @Test func `a signature freezes its events and the digest of everything that was said`() throws
    {
        let store = try Sample.signed(folder.path)
        let body = try store.run { queue in
            try queue.read { db in
                try LogReader(db: db).event(12, kind: "read.signed", remains: [:])
            }
        }
        guard case .readSigned(let signed) = body else {
            Issue.record("event 12 is no signature")
            return
        }
        let again = try store.run { queue in
            try queue.read { try Signing(db: $0).digest(signed.signed, 1, "mini-study") }
        }

        #expect(signed.signed.firstEvent == 7)
        #expect(signed.signed.lastEvent == 11)
        #expect(signed.signed.frames == ["t1": "00"])
        #expect(signed.signed.studyDigest == Sample.created.digest)
        #expect(signed.payloadDigest == again)
    }

    @Test func `one reader has one draft at a time`() throws {
        let store = try Sample.started(folder.path)
        try store.append(Sample.opened(), by: .reader("R1"))
        let second = ReadKey(reader: "R1", caseID: "C02", arm: "T1w")

        #expect(throws: StoreError.self) {
            try store.append(Sample.opened(second), by: .reader("R1"))
        }
        try store.append(Sample.opened(), by: .reader("R1"))
    }

    @Test func `seeing images enters the exposure ledger with the day`() throws {
        let clock = TestClock()
        let store = try Sample.started(folder.path, clock: clock)
        try store.append(Sample.opened(), by: .reader("R1"))
        clock.skip(days: 3)
        try store.append(
            .viewRecorded(ViewRecorded(read: Sample.key, view: Sample.view())), by: .reader("R1"))

        #expect(
            try store.exposures(of: "R1")
                == [Exposure(participant: "C01", arm: "T1w", day: 20_608, caseID: "C01")])
        #expect(try store.exposures(of: "R2").isEmpty)
    }

    @Test func `planned reads without a signature are recorded as not signed`() throws {
        let recorded = try Sample.signed(folder.path).recordedReads()

        #expect(recorded.map(\.revision) == [1, 0, 0, 0])
        #expect(recorded.map(\.row.read.reader) == ["R1", "R1", "R1", "R2"])
    }
}

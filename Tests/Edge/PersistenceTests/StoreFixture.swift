import Foundation
import ReaderStudies
import Synchronization

@testable import Persistence

/// A clock that moves one second at each reading, from 2026-06-01T08:00:00Z.
final class TestClock: StoreClock {
    private let seconds: Mutex<Int>

    init(startingAt second: Int = 0) { seconds = Mutex(second) }

    func now() -> ClockReading {
        let second = seconds.withLock { current in
            current += 1
            return current
        }
        return ClockReading(
            utc: UTCInstant(milliseconds: 1_780_300_800_000 + second * 1000),
            boottimeMS: 5_000_000 + second * 1000)
    }

    func skip(days: Int) { seconds.withLock { $0 += days * 86_400 } }
}

/// A folder that is removed with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("readingroom-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

enum Sample {
    static let instrument = InstrumentReference(id: "mini", version: "1.0.0")

    static let study = ReaderStudy(
        id: "mini-study", title: "A small study", instruments: [instrument],
        arms: [
            Arm(id: "T1w", label: "A", series: [SeriesRule(modality: "MR")]),
            Arm(id: "CT", label: "B", series: [SeriesRule(modality: "CT")]),
        ],
        design: Design(kind: .crossover, washoutDays: 28, seed: 1), readers: ["R1", "R2"])

    static let created = StudyCreated(
        study: study, text: "study: mini-study\n",
        instruments: [InstrumentText(instrument: instrument, text: "instrument: mini\n")])

    static func series(_ token: SeriesToken, _ caseID: CaseID, arm: ArmID) -> ImportedSeries {
        ImportedSeries(
            token: token, caseID: caseID, modality: "MR", columns: 64, rows: 64, slices: 8,
            columnSpacingMM: 0.5, rowSpacingMM: 0.5, sliceSpacingMM: 3, framesDigest: "00",
            matches: [ArmMatch(arm: arm, rule: 0)])
    }

    static func row(
        _ position: Int, reader: ReaderID = "R1", caseID: CaseID = "C01", arm: ArmID = "T1w"
    ) -> ReadingOrderRow {
        ReadingOrderRow(
            position: position, session: position, participant: ParticipantID(caseID.rawValue),
            read: ReadKey(reader: reader, caseID: caseID, arm: arm), opensOnDay: 0)
    }

    static let key = ReadKey(reader: "R1", caseID: "C01", arm: "T1w")
    static let erosion = ItemKey("R-IL-U", "erosion")

    static func opened(_ key: ReadKey = key) -> StoreEvent {
        .readOpened(ReadOpened(read: key, instrument: instrument, isolation: .none))
    }

    static func entry(_ entry: ReadEntry, _ key: ReadKey = key) -> StoreEvent {
        .entryRecorded(EntryRecorded(read: key, entry: entry))
    }

    static func view(slice: Int = 3, activeMS: Int = 1000) -> ViewState {
        ViewState(
            series: "t1", slice: slice, windowCenter: 500, windowWidth: 2000,
            seen: ["t1": [0, 1, 2]], activeMS: activeMS)
    }

    /// A store with a started study: cases C01 and C02, both arms, reader R1.
    static func started(_ folder: String, clock: TestClock = TestClock()) throws -> SQLiteStore {
        let store = try SQLiteStore.create(at: folder, clock: clock)
        try store.append(
            [
                .studyCreated(created),
                .caseImported(StudyCase(id: "C01")), .caseImported(StudyCase(id: "C02")),
                .seriesImported(series("t1", "C01", arm: "T1w")),
                .seriesImported(series("t2", "C02", arm: "T1w")),
                .orderDrawn(
                    OrderDrawn(
                        seed: 1,
                        rows: [
                            row(1), row(2, caseID: "C02"), row(3, arm: "CT"),
                            row(1, reader: "R2"),
                        ])),
            ], by: .coordinator)
        return store
    }

    /// A store with one signed read of two answers and a lesion.
    static func signed(_ folder: String, clock: TestClock = TestClock()) throws -> SQLiteStore {
        let store = try started(folder, clock: clock)
        try store.append(
            [
                opened(), entry(.answer(erosion, .value(.code("1")))), entry(.addLesion("L1")),
                entry(.answer(ItemKey("L1", "note"), .value(.text("seen by Ms Example")))),
                .viewRecorded(ViewRecorded(read: key, view: view())),
            ], by: .reader("R1"))
        try store.sign(
            SignRequest(
                read: key, view: view(activeMS: 61_000),
                series: [series("t1", "C01", arm: "T1w")],
                program: "test"))
        return store
    }
}

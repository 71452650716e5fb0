import FrameCache
import Glibc
import Instruments
import Persistence
import ReaderStudies
import StoreService
import StudyDesigns

/// Times the choice of the next case in a store with 150,000 reads.
enum NextBenchmark {
    private static let readers = 50
    private static let cases = 1000
    private static let arms: [ArmID] = ["A", "B", "C"]
    private static let instrument = InstrumentReference(id: "bench", version: "1.0.0")
    private static let limitMS = 10.0
    private static let rounds = 21
    private static let beginner: ReaderID = "R1"
    private static let halfway: ReaderID = "R2"

    /// Makes the store, asks what is next, and prints the median; exits 1 when it takes too long.
    static func run() throws {
        let folder =
            "\(access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")/readingroom-next-\(getpid())"
        defer { removeAll(folder) }
        let store = try SQLiteStore.create(at: folder)
        try fill(store)
        let medians = try [beginner, halfway, "R25"].map { reader in
            let median = try median(of: reader, store, FrameFolder(store: folder))
            print(
                "next of \(readers * cases * arms.count) reads, \(signed(by: reader)) of "
                    + "\(cases * arms.count) signed by the reader: \(Columns.fixed(median)) ms "
                    + "(must be under \(Columns.fixed(limitMS)))")
            return median
        }
        if medians.contains(where: { $0 >= limitMS }) { exit(1) }
    }

    /// The middle of the times that it takes to say what is next, in milliseconds.
    private static func median(
        of name: ReaderID, _ store: SQLiteStore, _ frames: FrameFolder
    ) throws -> Double {
        let reader = try LocalReaderAccess(
            store: store, frames: frames, reader: name, instruments: [], isolation: .none,
            program: "bench")
        let clock = ContinuousClock()
        let times = try (0..<rounds).map { _ in
            try clock.measure { _ = try reader.worklist() } / .milliseconds(1)
        }
        return times.sorted()[rounds / 2]
    }

    /// How many reads `reader` has signed: all but the last, save two readers.
    private static func signed(by reader: ReaderID) -> Int {
        let all = cases * arms.count
        return reader == beginner ? 0 : reader == halfway ? all / 2 : all - 1
    }

    /// Every reader's order with what is signed of it.
    private static func fill(_ store: SQLiteStore) throws {
        let study = ReaderStudy(
            id: "bench", title: "Bench", instruments: [instrument],
            arms: arms.map { Arm(id: $0, label: "L", series: [SeriesRule()]) },
            design: Design(kind: .crossed, seed: 1),
            readers: (1...readers).map { ReaderID("R\($0)") })
        let all = (1...cases).map { StudyCase(id: CaseID("C\($0)")) }
        try store.append(
            [.studyCreated(StudyCreated(study: study, text: "bench", instruments: []))]
                + all.map { .caseImported($0) }, by: .coordinator)
        let rows = try OrderDrawing(study: study, cases: all).rows()
        try store.append(.orderDrawn(OrderDrawn(seed: 1, rows: rows)), by: .coordinator)
        for reader in study.readers where signed(by: reader) > 0 {
            let own = rows.filter { $0.read.reader == reader }.sorted { $0.position < $1.position }
            try store.append(
                own.prefix(signed(by: reader)).flatMap { events(of: $0.read) }, by: .reader(reader))
        }
    }

    /// A read that was opened and signed.
    private static func events(of read: ReadKey) -> [StoreEvent] {
        let view = ViewState(series: "s", slice: 0, windowCenter: 0, windowWidth: 1)
        let facts = SignedFacts(
            read: read, revision: 1, studyDigest: "", instrument: instrument, frames: [:],
            view: view, program: "bench", isolation: .none, firstEvent: 1, lastEvent: 1, head: "")
        let digest = String(repeating: "0", count: 64)
        return [
            .readOpened(ReadOpened(read: read, instrument: instrument, isolation: .none)),
            .readSigned(ReadSigned(signed: facts, payloadDigest: digest)),
        ]
    }

    private static func removeAll(_ folder: String) {
        for name in ["store.sqlite", "store.sqlite-wal", "store.sqlite-shm"] {
            unlink("\(folder)/\(name)")
        }
        rmdir("\(folder)/frames")
        rmdir(folder)
    }
}

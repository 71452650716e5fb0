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

    /// Makes the store, asks what is next, and prints the median; exits 1 when it takes too long.
    static func run() throws {
        let folder =
            "\(access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")/readingroom-next-\(getpid())"
        defer { removeAll(folder) }
        let store = try SQLiteStore.create(at: folder)
        try fill(store)
        let reader = try LocalReaderAccess(
            store: store, frames: FrameFolder(store: folder), reader: "R25", instruments: [],
            isolation: .none, program: "bench")
        var times: [Double] = []
        let clock = ContinuousClock()
        for _ in 0..<rounds {
            let time = try clock.measure { _ = try reader.worklist() }
            times.append(time / .milliseconds(1))
        }
        let median = times.sorted()[rounds / 2]
        print(
            "next of \(readers * cases * arms.count) reads: \(Columns.fixed(median)) ms "
                + "(must be under \(Columns.fixed(limitMS)))")
        if median >= limitMS { exit(1) }
    }

    /// Every reader's order; every read but the last of each reader signed.
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
        for reader in study.readers {
            let own = rows.filter { $0.read.reader == reader }.sorted { $0.position < $1.position }
            try store.append(own.dropLast().flatMap { events(of: $0.read) }, by: .reader(reader))
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

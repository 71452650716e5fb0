import Foundation
import Persistence
import Phantoms
import ReaderStudies
import StoreService
import Testing

@testable import readingroom

/// A study played by script from its file to its lock, in a folder that is removed with it.
final class PlayedStudy {
    let folder: URL
    let clock = PlayedClock()
    /// Slices of the phantoms that are drawn.
    static let slices = [5, 6, 7, 8]
    private let sample: any SampleStudy

    var store: String { path("store") }

    init(_ sample: any SampleStudy) throws {
        // Memory where there is some: a study of 180 reads waits for the disk thousands of times.
        let memory = URL(filePath: "/dev/shm")
        let base =
            FileManager.default.isWritableFile(atPath: memory.path)
            ? memory : FileManager.default.temporaryDirectory
        folder = base.appending(path: "readingroom-played-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.sample = sample
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Runs the program; anything but success is a failure of the test.
    @discardableResult
    func run(_ arguments: String...) throws -> String {
        let run = try BuiltProgram.run(arguments)
        try #require(run.status == 0, "\(arguments): \(run.problems)")
        return run.output
    }

    /// The truth of the phantoms, as their writer tells it.
    var truth: String { path("\(sample.name)/truth.csv") }

    /// `study create`, `case import` of some slices of every phantom, `study start`.
    func start(_ studyFile: String, participant: (String) -> String = { $0 }) throws {
        try SampleWriter(folder: folder).write(sample, slices: Self.slices)
        try write("study.yaml", studyFile)
        let manifest =
            ["case,path,participant"]
            + sample.caseIDs.map { "\($0),\(sample.name)/cases/\($0),\(participant($0))" }
        try write("manifest.csv", manifest.joined(separator: "\n"))
        try run("study", "create", path("study.yaml"), "--store", store)
        try run("case", "import", "--store", store, "--manifest", path("manifest.csv"))
        try approve()
        try run("study", "start", "--store", store)
    }

    /// Every reader reads until nothing is left, over as many days as the study asks for.
    ///
    /// - Parameters:
    ///   - minutes: how long a read takes.
    ///   - wanted: what a reader answers to a question of a case in an arm.
    func readAll(
        minutes: Int = 2, lesions: Int = 0,
        wanted: @escaping (ReadKey, ItemKey) -> String?
    ) throws {
        let readers = try opened { try $0.study()?.study.readers ?? [] }
        var isWaiting = true
        while isWaiting {
            isWaiting = false
            for reader in readers {
                isWaiting = try sit(reader, minutes, lesions, wanted) || isWaiting
            }
            if isWaiting { clock.advance(days: 1) }
        }
    }

    /// Reads all that is open to `reader` today; returns whether more waits.
    private func sit(
        _ reader: ReaderID, _ minutes: Int, _ lesions: Int,
        _ wanted: @escaping (ReadKey, ItemKey) -> String?
    ) throws -> Bool {
        let (owners, arms) = try opened { store in
            (try Self.owners(store), try store.study()?.study.arms ?? [])
        }
        let session = try ReadSession(folder: store, reader: reader, isolation: .app, clock: clock)
        defer { try? session.close() }
        while try session.access.worklist().nextOpens == nil {
            let opened: OpenedRead
            do { opened = try session.access.open() } catch {
                guard error == .nothingOpen(opens: nil) else { throw error }
                return false
            }
            clock.advance(minutes: minutes)
            let owner = try #require(owners[opened.blindedCase.series[0].token])
            let key = ReadKey(reader: reader, caseID: owner.caseID, arm: owner.arm)
            try PlayedReader(
                access: session.access, instrument: session.instruments[0], opened: opened,
                wanted: { wanted(key, $0) }, lesions: lesions
            ).read(techniques: arms.first { $0.id == owner.arm }?.shows ?? [])
        }
        return true
    }

    /// Locks the study; returns the lock.
    func lock() throws -> StudyLocked {
        try opened { try StudyConductor(store: $0).lock(instruments: try $0.forms()) }
    }

    /// The tables that the checker reads, and what it is to check.
    func export(protocol text: String) throws {
        for name in ["reads", "exposure"] {
            try run("export", name, "--store", store, "--output", path("\(name).csv"))
        }
        if try opened({ try !$0.references().isEmpty }) {
            try write("reference.csv", try run("reference", "show", "--store", store))
        }
        try write("protocol.json", text)
    }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
    }

    func opened<Value>(_ body: (SQLiteStore) throws -> Value) throws -> Value {
        let opened = try SQLiteStore.open(at: store, clock: clock)
        defer { try? opened.close() }
        return try body(opened)
    }

    /// Whose images a token names: the script may know, the reader may not.
    private static func owners(
        _ store: SQLiteStore
    ) throws -> [SeriesToken: (caseID: CaseID, arm: ArmID)] {
        var owners: [SeriesToken: (caseID: CaseID, arm: ArmID)] = [:]
        for one in try store.series().map(\.series) {
            guard let match = one.matches.first else { continue }
            owners[one.token] = (one.caseID, match.arm)
        }
        return owners
    }

    private func approve() throws {
        try opened { store in
            for series in try store.series() where series.state == .waiting {
                try store.append(
                    .seriesApproved(SeriesApproved(token: series.series.token)), by: .coordinator)
            }
        }
    }
}

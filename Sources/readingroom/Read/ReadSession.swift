import FrameCache
import Imaging
import Instruments
import Persistence
import ReaderStudies
import StoreService

/// A reader at an embedded store: what the loop needs, made from a folder and a name.
struct ReadSession {
    /// The store's side of the reading screen.
    let access: LocalReaderAccess
    /// The reading forms, as they were when the study was made.
    let instruments: [Instrument]
    private let store: SQLiteStore

    /// Opens the store in `folder` for `reader`.
    ///
    /// - Throws: what a person can do something about: no store, no such reader, in use.
    init(
        folder: String, reader: ReaderID, isolation: IsolationLevel,
        clock: any StoreClock = SystemClock()
    ) throws {
        let store = try SQLiteStore.open(at: folder, clock: clock)
        guard let study = try store.study() else {
            throw Refusal("\(folder) holds no study. Make one with `readingroom study create`.")
        }
        let instruments = try Refusal.telling { try study.instruments() }
        access = try Refusal.telling {
            try LocalReaderAccess(
                store: store, frames: FrameFolder(store: folder), reader: reader,
                instruments: instruments, isolation: isolation, program: Program.name)
        }
        self.instruments = instruments
        self.store = store
    }

    /// What does the effects of the reading screen.
    var runner: EffectRunner {
        let access = access
        return EffectRunner(access: access, instruments: instruments) {
            (token) throws(AccessRefusal) -> ImageVolume in try access.frames(of: token).volume
        }
    }

    /// Closes the store; everything in it is durable already.
    func close() throws { try store.close() }
}

/// What is stamped on sessions and signatures.
enum Program {
    /// Name and version.
    static let name = "readingroom 0.1.0"
}

/// Why a store cannot do what was asked, each in a sentence with what to do next.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The folder does not exist.
    case noFolder(String)
    /// The folder or file is something else.
    case notAStore(String, because: String)
    /// A store cannot be made where something is.
    case folderInUse(String)
    /// Another program holds the store.
    case inUse(String)
    /// The store was made by a newer program.
    case newer(String)
    /// The file cannot be read as a database.
    case damaged(String, because: String)
    /// The chain is broken, so that nothing may be added.
    case chainBroken(String, because: String)
    /// The disk is full.
    case diskFull(String)
    /// The folder or medium is read-only.
    case readOnly(String)
    /// The disk refused to write or read.
    case cannotWrite(String, because: String)
    /// The event contradicts what is in the store; nothing was written.
    case refused(String)
    /// The event itself is nonsense; nothing was written.
    case invalid(String)

    /// The store was made and no study was put into it.
    public static let noStudy = StoreError.refused(
        "The store holds no study. Make it with `readingroom study create`.")

    /// The sentence for people.
    public var description: String {
        switch self {
        case .noFolder(let folder):
            "The store folder \(folder) does not exist. Make it with `readingroom study create`."
        case .notAStore(let folder, let because):
            "\(folder) is not a ReadingRoom store: \(because). Give the folder that "
                + "`readingroom study create` made."
        case .folderInUse(let folder):
            "The folder \(folder) is not empty. Choose a new folder for the store."
        case .inUse(let folder):
            "The store \(folder) is open in another session. Close that session first; one "
                + "program at a time may hold a store."
        case .newer(let folder):
            "The store \(folder) was made by a newer ReadingRoom. Open it with that version."
        case .damaged(let folder, let because):
            "The store \(folder) is damaged: \(because). Keep the files as they are and restore "
                + "the last backup to another folder."
        case .chainBroken(let folder, let because):
            "The store \(folder) is open for reading only: \(because). Keep the files as they are "
                + "and tell the coordinator."
        case .diskFull(let folder):
            "The disk is full at \(folder). Free some space, then try again."
        case .readOnly(let folder):
            "The store \(folder) cannot be written: the folder or the disk is read-only."
        case .cannotWrite(let folder, let because):
            "The store \(folder) cannot be written: \(because)."
        case .refused(let sentence): sentence
        case .invalid(let what): "The event cannot be stored: \(what)."
        }
    }

    /// The cause alone, to stand inside a reader's sentence; it names no folder.
    public var cause: String {
        switch self {
        case .diskFull: "the disk is full"
        case .readOnly: "the disk is read-only"
        case .cannotWrite: "the disk refuses to write"
        case .inUse: "the store is open in another session"
        case .chainBroken, .damaged: "the store is damaged"
        case .noFolder, .notAStore, .folderInUse, .newer: "the store is not there"
        case .refused(let text), .invalid(let text): text
        }
    }
}

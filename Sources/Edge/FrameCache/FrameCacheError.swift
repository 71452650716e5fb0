/// Why frames cannot be written or mapped, in a sentence for the coordinator.
public enum FrameCacheError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text is not the name of a series in the cache.
    case notAToken(String)
    /// A file or folder could not be opened, made or read; `cause` is the system's word for it.
    case unreadable(path: String, cause: String)
    /// A file could not be written; `cause` is the system's word for it.
    case unwritable(path: String, cause: String)
    /// The disk, the quota or the limit on file sizes has no room for a series of `bytes` bytes.
    case noSpace(folder: String, bytes: Int)
    /// The file is not one of ours.
    case notFrames(path: String)
    /// The file was made by another version of the program.
    case unknownVersion(path: String, version: Int)
    /// The file has another length than its header says.
    case wrongLength(path: String, expected: Int, found: Int)
    /// The header says something impossible; `what` names it.
    case damaged(path: String, what: String)

    /// The sentence: what happened, where, and what to do.
    public var description: String {
        switch self {
        case .notAToken(let text):
            "\"\(text.prefix(40))\" is not a series token. Copy the 32 digits from the import's list."
        case .unreadable(let path, let cause):
            "\(path) cannot be opened: \(cause). Check the store folder and its owner."
        case .unwritable(let path, let cause):
            "\(path) cannot be written: \(cause). Check the store folder and its owner."
        case .noSpace(let folder, let bytes):
            "\(folder) has no room for a series of \(megabytes(bytes)) MB. "
                + "Free some space and import the case again."
        case .notFrames(let path):
            "\(path) is not a frame file. Import the case again."
        case .unknownVersion(let path, let version):
            "\(path) has frame format \(version), which this program does not know. "
                + "Use the program that imported it, or import the case again."
        case .wrongLength(let path, let expected, let found):
            "\(path) has \(found) bytes where its header says \(expected). "
                + "Restore it from the backup, or import the case again."
        case .damaged(let path, let what):
            "\(path) is damaged: \(what). Restore it from the backup, or import the case again."
        }
    }
}

/// Whole megabytes, rounded up, so that small series do not read as 0.
private func megabytes(_ bytes: Int) -> Int { (bytes + 999_999) / 1_000_000 }

/// Why something that was given for import cannot be looked into; each case is a sentence about one place.
public enum SourceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing is there.
    case missing(String)
    /// It is there and cannot be opened or read; `cause` is the system's word for it.
    case unreadable(String, cause: String)
    /// It is neither a file nor a folder.
    case notAFile(String)
    /// A folder without files.
    case emptyFolder(String)
    /// An archive that cannot be opened.
    case badArchive(String, cause: String)
    /// An archive without files.
    case emptyArchive(String)
    /// An archive with more entries than are looked at.
    case tooManyEntries(String, count: Int, limit: Int)
    /// A folder with more files than one case can have.
    case tooManyFiles(String, limit: Int)
    /// An archive or entry that would unpack to more than is allowed.
    case tooLarge(String, bytes: Int, limit: Int)
    /// An entry that is locked with a password.
    case encrypted(String)
    /// A DICOMDIR that cannot be read.
    case badDirectory(String, cause: String)
    /// A DICOMDIR that names a file which is not on the medium.
    case missingReference(String, reference: String)

    /// What happened, where, and what to do next.
    public var description: String {
        switch self {
        case .missing(let name): "\(name) does not exist. Check the path."
        case .unreadable(let name, let cause):
            "\(name) cannot be read: \(cause). Check the permissions and the disk."
        case .notAFile(let name): "\(name) is neither a file nor a folder. Leave it out."
        case .emptyFolder(let name): "\(name) holds no files. Check the path."
        case .badArchive(let name, let cause):
            "\(name) is not a readable ZIP archive: \(cause). Copy it again from its source."
        case .emptyArchive(let name): "\(name) is a ZIP archive without files. Check the path."
        case .tooManyEntries(let name, let count, let limit):
            "\(name) has \(count) entries, at most \(limit) are allowed. Unpack it and import "
                + "the folder."
        case .tooManyFiles(let name, let limit):
            "\(name) holds more than \(limit) files, too many for one case. Name the folders of "
                + "one examination."
        case .tooLarge(let name, let bytes, let limit):
            "\(name) unpacks to \(bytes) bytes, at most \(limit) are allowed. If that is right, "
                + "unpack it and import the folder."
        case .encrypted(let name): "\(name) is locked with a password. Unpack it first."
        case .badDirectory(let name, let cause):
            "\(name) cannot be used as a list of images: \(cause) Import the folders beside it."
        case .missingReference(let name, let reference):
            "\(name) names \(reference), which is not on the medium. Copy the medium again."
        }
    }
}

/// Why one file was left out while the others go on; each case is a sentence that names the file.
public enum FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file cannot be opened.
    case source(SourceError)
    /// The file was read and cannot be used.
    case refused(name: String, ImageFileError)
    /// The file brought its decoder down.
    case quarantined(name: String, QuarantineReason)

    /// Which file, what happened and what to do next.
    public var description: String {
        switch self {
        case .source(let error): error.description
        case .refused(let name, let error): "\(name): \(error)"
        case .quarantined(let name, let reason): "\(name): \(reason)"
        }
    }
}

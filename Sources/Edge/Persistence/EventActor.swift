import ReaderStudies

/// Who caused an event.
public enum EventActor: Hashable, Sendable {
    /// A reader.
    case reader(ReaderID)
    /// The person who runs the study.
    case coordinator

    /// As written in the log: `reader:R1` or `coordinator`.
    public var text: String {
        switch self {
        case .reader(let id): "reader:\(id)"
        case .coordinator: "coordinator"
        }
    }
}

import ReaderStudies

/// Something that happened, as the log keeps it; its kind is part of the chain, its body lies apart.
public enum StoreEvent: Hashable, Sendable {
    /// The store was made for a study.
    case studyCreated(StudyCreated)
    /// A reading order was drawn, first or for added cases.
    case orderDrawn(OrderDrawn)
    /// A case came in.
    case caseImported(StudyCase)
    /// A series of a case came in.
    case seriesImported(ImportedSeries)
    /// A person looked at a waiting series and found nothing that identifies.
    case seriesApproved(SeriesApproved)
    /// A reader's program started.
    case sessionStarted(SessionStarted)
    /// A read was opened or resumed.
    case readOpened(ReadOpened)
    /// The reader changed the draft.
    case entryRecorded(EntryRecorded)
    /// Where the reader looks.
    case viewRecorded(ViewRecorded)
    /// The reader left the draft.
    case readLeft(ReadLeft)
    /// The reader signed.
    case readSigned(ReadSigned)
    /// A signed read was reopened with a reason.
    case amendmentOpened(AmendmentOpened)
    /// The body of an event was removed, since it held what must not be kept.
    case bodyRedacted(BodyRedacted)

    /// The kind, as written in the log.
    public var kind: EventKind {
        switch self {
        case .studyCreated: .studyCreated
        case .orderDrawn: .orderDrawn
        case .caseImported: .caseImported
        case .seriesImported: .seriesImported
        case .seriesApproved: .seriesApproved
        case .sessionStarted: .sessionStarted
        case .readOpened: .readOpened
        case .entryRecorded(let body): EventKind(of: body.entry)
        case .viewRecorded: .viewRecorded
        case .readLeft: .readLeft
        case .readSigned: .readSigned
        case .amendmentOpened: .amendmentOpened
        case .bodyRedacted: .bodyRedacted
        }
    }
}

/// The kinds of events, as written in the log; a released name never changes.
public enum EventKind: String, Hashable, Sendable, CaseIterable {
    /// See `StoreEvent.studyCreated`.
    case studyCreated = "study.created"
    /// See `StoreEvent.orderDrawn`.
    case orderDrawn = "order.drawn"
    /// See `StoreEvent.caseImported`.
    case caseImported = "case.imported"
    /// See `StoreEvent.seriesImported`.
    case seriesImported = "series.imported"
    /// See `StoreEvent.seriesApproved`.
    case seriesApproved = "series.approved"
    /// See `StoreEvent.sessionStarted`.
    case sessionStarted = "session.started"
    /// See `StoreEvent.readOpened`.
    case readOpened = "read.opened"
    /// An answer was set.
    case answerRecorded = "answer.recorded"
    /// An answer was taken back.
    case answerCleared = "answer.cleared"
    /// A lesion was added to the list.
    case lesionAdded = "lesion.added"
    /// A lesion and its answers were withdrawn.
    case lesionWithdrawn = "lesion.withdrawn"
    /// See `StoreEvent.viewRecorded`.
    case viewRecorded = "view.recorded"
    /// See `StoreEvent.readLeft`.
    case readLeft = "read.left"
    /// See `StoreEvent.readSigned`.
    case readSigned = "read.signed"
    /// See `StoreEvent.amendmentOpened`.
    case amendmentOpened = "read.amendment.opened"
    /// See `StoreEvent.bodyRedacted`.
    case bodyRedacted = "body.redacted"

    init(of entry: ReadEntry) {
        switch entry {
        case .answer: self = .answerRecorded
        case .clear: self = .answerCleared
        case .addLesion: self = .lesionAdded
        case .withdrawLesion: self = .lesionWithdrawn
        }
    }
}

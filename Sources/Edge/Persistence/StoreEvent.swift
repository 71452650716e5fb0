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
    /// Images were shown outside of a read.
    case imageShown(ImageShown)
    /// A reader asked for something and did not get it.
    case requestRefused(RequestRefused)
    /// The coordinator lets a read be opened early.
    case openingAllowed(OpeningAllowed)
    /// A reader reads no more.
    case readerLeft(ReaderLeft)
    /// A case is read no more.
    case caseWithdrawn(CaseWithdrawn)
    /// The clock showed a time that cannot be.
    case clockJumped(ClockJumped)
    /// The coordinator found the clock right.
    case clockAccepted(ClockAccepted)
    /// A version of the reference standard came in.
    case referenceImported(ReferenceStandard)
    /// The reference standard was frozen.
    case referenceFrozen(ReferenceFrozen)
    /// All reads were frozen.
    case studyLocked(StudyLocked)
    /// The arms became known.
    case studyUnblinded(StudyUnblinded)
    /// The protocol was changed.
    case studyAmended(StudyAmended)
    /// Clinical values of cases came in.
    case clinicalImported(ClinicalImported)

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
        case .imageShown: .imageShown
        case .requestRefused: .requestRefused
        case .openingAllowed: .openingAllowed
        case .readerLeft: .readerLeft
        case .caseWithdrawn: .caseWithdrawn
        case .clockJumped: .clockJumped
        case .clockAccepted: .clockAccepted
        case .referenceImported: .referenceImported
        case .referenceFrozen: .referenceFrozen
        case .studyLocked: .studyLocked
        case .studyUnblinded: .studyUnblinded
        case .studyAmended: .studyAmended
        case .clinicalImported: .clinicalImported
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
    /// See `StoreEvent.imageShown`.
    case imageShown = "image.shown"
    /// See `StoreEvent.requestRefused`.
    case requestRefused = "request.refused"
    /// See `StoreEvent.openingAllowed`.
    case openingAllowed = "read.opening.allowed"
    /// See `StoreEvent.readerLeft`.
    case readerLeft = "reader.left"
    /// See `StoreEvent.caseWithdrawn`.
    case caseWithdrawn = "case.withdrawn"
    /// See `StoreEvent.clockJumped`.
    case clockJumped = "clock.jumped"
    /// See `StoreEvent.clockAccepted`.
    case clockAccepted = "clock.accepted"
    /// See `StoreEvent.referenceImported`.
    case referenceImported = "reference.imported"
    /// See `StoreEvent.referenceFrozen`.
    case referenceFrozen = "reference.frozen"
    /// See `StoreEvent.studyLocked`.
    case studyLocked = "study.locked"
    /// See `StoreEvent.studyUnblinded`.
    case studyUnblinded = "study.unblinded"
    /// See `StoreEvent.studyAmended`.
    case studyAmended = "study.amended"
    /// See `StoreEvent.clinicalImported`.
    case clinicalImported = "clinical.imported"

    init(of entry: ReadEntry) {
        switch entry {
        case .answer: self = .answerRecorded
        case .clear: self = .answerCleared
        case .addLesion: self = .lesionAdded
        case .withdrawLesion: self = .lesionWithdrawn
        }
    }
}

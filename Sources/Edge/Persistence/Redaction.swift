import Foundation
import ReaderStudies

/// What stays of an event when its free text must go.
enum Redaction {
    static let removed = "[removed]"

    /// `event` with every text that a person typed replaced.
    ///
    /// - Throws: `StoreError.refused` for an event without such text.
    static func remains(of event: StoreEvent, seq: Int) throws(StoreError) -> StoreEvent {
        switch event {
        case .amendmentOpened(let body):
            return .amendmentOpened(
                AmendmentOpened(read: body.read, revision: body.revision, reason: removed))
        case .openingAllowed(let body):
            return .openingAllowed(OpeningAllowed(read: body.read, reason: removed))
        case .readerLeft(let body):
            return .readerLeft(ReaderLeft(reader: body.reader, reason: removed))
        case .caseWithdrawn(let body):
            return .caseWithdrawn(CaseWithdrawn(caseID: body.caseID, reason: removed))
        case .clockAccepted: return .clockAccepted(ClockAccepted(reason: removed))
        case .studyAmended(let body):
            return .studyAmended(
                StudyAmended(
                    version: body.version, protocolFiles: body.protocolFiles, person: removed,
                    reason: removed, changes: body.changes))
        case .studyUnblinded: return .studyUnblinded(StudyUnblinded(reason: removed))
        case .entryRecorded(let body):
            guard case .answer(let key, let answer, let measured) = body.entry,
                let blank = blanked(answer)
            else { break }
            return .entryRecorded(
                EntryRecorded(read: body.read, entry: .answer(key, blank, measured: measured)))
        default: break
        }
        throw .refused("Event \(seq) holds no text that a reader typed, so nothing was removed.")
    }

    private static func blanked(_ answer: Answer) -> Answer? {
        switch answer {
        case .value(.text): .value(.text(removed))
        case .notAssessable(.other): .notAssessable(.other(removed))
        default: nil
        }
    }
}

import Foundation
import ReaderStudies

/// Events to the bytes of their bodies, and back: JSON with sorted keys.
enum EventCoding {
    static func body(of event: StoreEvent) throws(StoreError) -> Data {
        Data(try bodyText(of: event).utf8)
    }

    static func json(_ value: some Encodable) throws(StoreError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            throw .invalid("a number in the event is not finite")
        }
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ body: Data) throws -> Value {
        try JSONDecoder().decode(type, from: body)
    }

    /// The event of `kind` with this body.
    static func event(kind: EventKind, body: Data) throws -> StoreEvent {
        switch kind {
        case .studyCreated: .studyCreated(try decode(StudyCreated.self, body))
        case .orderDrawn: .orderDrawn(try decode(OrderDrawn.self, body))
        case .caseImported: .caseImported(try decode(StudyCase.self, body))
        case .seriesImported: .seriesImported(try decode(ImportedSeries.self, body))
        case .seriesApproved: .seriesApproved(try decode(SeriesApproved.self, body))
        case .sessionStarted: .sessionStarted(try decode(SessionStarted.self, body))
        case .readOpened: .readOpened(try decode(ReadOpened.self, body))
        case .answerRecorded, .answerCleared, .lesionAdded, .lesionWithdrawn:
            .entryRecorded(try decode(EntryBody.self, body).recorded(as: kind))
        case .viewRecorded: .viewRecorded(try decode(ViewRecorded.self, body))
        case .readLeft: .readLeft(try decode(ReadLeft.self, body))
        case .readSigned: .readSigned(try decode(ReadSigned.self, body))
        case .amendmentOpened: .amendmentOpened(try decode(AmendmentOpened.self, body))
        case .bodyRedacted: .bodyRedacted(try decode(BodyRedacted.self, body))
        case .imageShown: .imageShown(try decode(ImageShown.self, body))
        case .requestRefused: .requestRefused(try decode(RequestRefused.self, body))
        case .openingAllowed: .openingAllowed(try decode(OpeningAllowed.self, body))
        case .readerLeft: .readerLeft(try decode(ReaderLeft.self, body))
        case .caseWithdrawn: .caseWithdrawn(try decode(CaseWithdrawn.self, body))
        case .clockJumped: .clockJumped(try decode(ClockJumped.self, body))
        case .clockAccepted: .clockAccepted(try decode(ClockAccepted.self, body))
        case .referenceImported: .referenceImported(try decode(ReferenceStandard.self, body))
        case .referenceFrozen: .referenceFrozen(try decode(ReferenceFrozen.self, body))
        case .studyLocked: .studyLocked(try decode(StudyLocked.self, body))
        case .studyUnblinded: .studyUnblinded(try decode(StudyUnblinded.self, body))
        case .studyAmended: .studyAmended(try decode(StudyAmended.self, body))
        case .clinicalImported: .clinicalImported(try decode(ClinicalImported.self, body))
        }
    }

    private static func bodyText(of event: StoreEvent) throws(StoreError) -> String {
        switch event {
        case .studyCreated(let body): try json(body)
        case .orderDrawn(let body): try json(body)
        case .caseImported(let body): try json(body)
        case .seriesImported(let body): try json(body)
        case .seriesApproved(let body): try json(body)
        case .sessionStarted(let body): try json(body)
        case .readOpened(let body): try json(body)
        case .entryRecorded(let body): try json(EntryBody(body))
        case .viewRecorded(let body): try json(body)
        case .readLeft(let body): try json(body)
        case .readSigned(let body): try json(body)
        case .amendmentOpened(let body): try json(body)
        case .bodyRedacted(let body): try json(body)
        case .imageShown(let body): try json(body)
        case .requestRefused(let body): try json(body)
        case .openingAllowed(let body): try json(body)
        case .readerLeft(let body): try json(body)
        case .caseWithdrawn(let body): try json(body)
        case .clockJumped(let body): try json(body)
        case .clockAccepted(let body): try json(body)
        case .referenceImported(let body): try json(body)
        case .referenceFrozen(let body): try json(body)
        case .studyLocked(let body): try json(body)
        case .studyUnblinded(let body): try json(body)
        case .studyAmended(let body): try json(body)
        case .clinicalImported(let body): try json(body)
        }
    }
}

/// A change of a draft as the log writes it: the kind says which fields are there.
private struct EntryBody: Codable {
    let read: ReadKey
    var answer: AnswerRecord?
    var site: SiteID?
    var item: ItemID?

    init(_ recorded: EntryRecorded) {
        read = recorded.read
        switch recorded.entry {
        case .answer(let key, let answer, let measured):
            self.answer = AnswerRecord(key: key, answer: answer, measurement: measured)
        case .clear(let key): (site, item) = (key.site, key.item)
        case .addLesion(let lesion), .withdrawLesion(let lesion): site = lesion
        }
    }

    func recorded(as kind: EventKind) throws -> EntryRecorded {
        EntryRecorded(read: read, entry: try entry(as: kind))
    }

    private func entry(as kind: EventKind) throws -> ReadEntry {
        if kind == .answerRecorded, let answer, let given = answer.answer {
            return .answer(answer.key, given, measured: answer.measurement)
        }
        guard let site else { throw StoreError.invalid("an entry names no site") }
        if kind == .lesionAdded { return .addLesion(site) }
        if kind == .lesionWithdrawn { return .withdrawLesion(site) }
        guard let item else { throw StoreError.invalid("an entry names no item") }
        return .clear(ItemKey(site, item))
    }
}

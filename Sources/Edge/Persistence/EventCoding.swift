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
        case .answer(let key, let answer): self.answer = AnswerRecord(key: key, answer: answer)
        case .clear(let key): (site, item) = (key.site, key.item)
        case .addLesion(let lesion), .withdrawLesion(let lesion): site = lesion
        }
    }

    func recorded(as kind: EventKind) throws -> EntryRecorded {
        EntryRecorded(read: read, entry: try entry(as: kind))
    }

    private func entry(as kind: EventKind) throws -> ReadEntry {
        if kind == .answerRecorded, let answer, let given = answer.answer {
            return .answer(answer.key, given)
        }
        guard let site else { throw StoreError.invalid("an entry names no site") }
        if kind == .lesionAdded { return .addLesion(site) }
        if kind == .lesionWithdrawn { return .withdrawLesion(site) }
        guard let item else { throw StoreError.invalid("an entry names no item") }
        return .clear(ItemKey(site, item))
    }
}

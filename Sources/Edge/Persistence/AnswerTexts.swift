import Foundation
import ReaderStudies

/// Decodes answers as the tables keep them, each text once: the same grade at the same site is the same text in
/// every read, and a study has many reads.
final class AnswerTexts {
    /// Measured numbers are all different, and are not worth keeping.
    private static let limit = 20_000
    private var known: [String: AnswerRecord] = [:]

    /// The answer that `text` writes.
    func record(_ text: String) throws -> AnswerRecord {
        if let record = known[text] { return record }
        let record = try EventCoding.decode(AnswerRecord.self, Data(text.utf8))
        if known.count < Self.limit { known[text] = record }
        return record
    }
}

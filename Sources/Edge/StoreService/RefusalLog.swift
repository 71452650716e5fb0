import Persistence
import ReaderStudies

/// Keeps what a reader asked for and did not get.
struct RefusalLog {
    /// Characters of a sentence that are kept.
    private static let longest = 500

    let store: any Store
    let reader: ReaderID

    /// The value of `body`; a refusal is kept before it is passed on.
    func answering<Value>(
        _ request: String, _ body: () throws(AccessRefusal) -> Value
    ) throws(AccessRefusal) -> Value {
        do { return try body() } catch {
            keep(request, error)
            throw error
        }
    }

    /// The reader; of a stranger's name what can stand in a log.
    private var named: ReaderID {
        let plain = reader.rawValue.prefix(64).map { character in
            character.isASCII && (character.isLetter || character.isNumber) ? character : "?"
        }
        let isPlain = reader.rawValue.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0))
        }
        let isShort = (1...64).contains(reader.rawValue.count)
        return isPlain && isShort ? reader : ReaderID("?" + String(plain))
    }

    /// A store that cannot write cannot keep the refusal either: the reader sees it all the same.
    private func keep(_ request: String, _ refusal: AccessRefusal) {
        let refused = RequestRefused(
            reader: named, request: request,
            sentence: String(refusal.sentence.prefix(Self.longest)))
        _ = try? store.append(.requestRefused(refused), by: .reader(refused.reader))
    }
}

import Exports
import ReaderStudies
import StudyFiles

/// Why a command did not do what was asked, in a sentence; the exit status is 1.
struct Refusal: Error, Equatable, CustomStringConvertible {
    /// The sentence.
    let description: String

    /// A refusal that says `sentence`.
    init(_ sentence: String) { description = sentence }

    /// The value of `body`; errors that carry a sentence become refusals.
    static func telling<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as StudyFileError {
            throw Refusal(Self.list(error))
        } catch let error as ExportError {
            throw Refusal(error.sentence)
        } catch let error as AccessRefusal {
            throw Refusal(error.sentence)
        }
    }

    /// Several mistakes begin on a line of their own.
    private static func list(_ error: StudyFileError) -> String {
        guard case .several(let errors) = error else { return error.sentence }
        return "There are \(errors.count) mistakes.\n\(error.sentence)"
    }
}

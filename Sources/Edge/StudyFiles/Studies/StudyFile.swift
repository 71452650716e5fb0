import ReaderStudies

/// Reads a reader study from its YAML file.
public enum StudyFile {
    /// The study that `text` says; messages call it `file`.
    ///
    /// - Throws: `StudyFileError` with every mistake that can be told apart, each with its place.
    public static func parse(
        _ text: String, file: String, context: StudyContext
    ) throws(StudyFileError) -> ReaderStudy {
        let whole = try YAMLValue.parse(text, file: file)
        var mistakes = Mistakes()
        let study = StudyReader(context: context).study(whole, &mistakes)
        guard let study, mistakes.errors.isEmpty else { throw mistakes.error(in: whole) }
        return study
    }
}

/// Gathers mistakes, so that an author sees all at once.
struct Mistakes {
    private(set) var errors: [StudyFileError] = []

    /// The value of `body`, or `nil` with its mistake noted.
    mutating func noting<Value>(
        _ body: (inout Mistakes) throws(StudyFileError) -> Value
    ) -> Value? {
        do { return try body(&self) } catch {
            add(error)
            return nil
        }
    }

    mutating func add(_ error: StudyFileError) { errors.append(error) }

    /// One error for all, in the order of the file.
    func error(in whole: YAMLValue) -> StudyFileError {
        let ordered = errors.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }.map(\.element)
        guard let first = ordered.first else { return whole.mistake("The study is incomplete.") }
        return ordered.count == 1 ? first : .several(ordered)
    }
}

extension StudyFileError {
    fileprivate var line: Int {
        if case .mistake(_, let position, _) = self { position.line } else { 0 }
    }
}

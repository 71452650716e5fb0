import Instruments
import ReaderStudies
import StudyDesigns

/// Makes a study from the tables of its file, noting every mistake on the way.
struct StudyReader {
    let context: StudyContext

    private static let keys: Set<String> = [
        "study", "title", "instruments", "arms", "design", "readers", "adjudicator", "reference",
        "display", "reveal", "analysis", "calendar", "protocol", "sessions",
        "parameters", "practice",
    ]

    func study(_ whole: YAMLValue, _ mistakes: inout Mistakes) -> ReaderStudy? {
        guard let table = table(whole, &mistakes) else { return nil }
        let id = mistakes.noting { _ throws(StudyFileError) in
            try Name.plain(try table.required("study"), what: "A study's name")
        }
        let title = mistakes.noting { _ throws(StudyFileError) in
            try table.required("title").text()
        }
        let instrument = mistakes.noting { _ throws(StudyFileError) in
            try self.instrument(try table.required("instruments"))
        }
        let arms = mistakes.noting { mistakes throws(StudyFileError) in
            ArmReader(context: context, techniques: instrument?.techniques).arms(
                try table.required("arms"), &mistakes)
        }
        let design = mistakes.noting { mistakes throws(StudyFileError) in
            try DesignReader.design(try table.required("design"), &mistakes)
        }
        let readers = mistakes.noting { mistakes throws(StudyFileError) in
            try self.readers(try table.required("readers"), &mistakes)
        }
        let rest = Rest(table, arms: arms ?? [], readers: readers ?? [], &mistakes)
        let settings = mistakes.noting { mistakes throws(StudyFileError) in
            try SettingsReader(instrument: instrument).settings(table["parameters"], &mistakes)
        }
        if let design = design ?? nil { demandPossible(design, in: whole, table, rest, &mistakes) }
        guard let id, let title, let instrument, let arms, let design = design ?? nil, let readers
        else {
            return nil
        }
        return ReaderStudy(
            id: StudyID(id), title: title, instruments: [instrument.reference], arms: arms,
            design: design,
            readers: readers, adjudicator: rest.adjudicator, display: rest.display,
            clinical: rest.clinical,
            reference: rest.reference, analysedRevision: rest.revision,
            calendar: rest.calendar, statements: rest.statements, sitting: rest.sitting,
            settings: settings ?? nil, practice: rest.practice)
    }

    /// Notes every contradiction of the plan, at the place that it lies in, also where other parts are wrong.
    private func demandPossible(
        _ design: Design, in whole: YAMLValue, _ table: YAMLTable, _ rest: Rest,
        _ mistakes: inout Mistakes
    ) {
        let numbers = StudyNumbers(
            arms: try? table["arms"]?.list().count, readers: try? table["readers"]?.list().count,
            hasAdjudicator: table["adjudicator"] != nil, days: rest.calendar?.days)
        for problem in DesignProblem.all(of: design, among: numbers) {
            mistakes.add(whole.part(problem.path).mistake(problem.sentence))
        }
    }

    /// The file's table; an unknown key is noted and the others are read all the same.
    private func table(_ whole: YAMLValue, _ mistakes: inout Mistakes) -> YAMLTable? {
        let strict = mistakes.noting { _ throws(StudyFileError) in try whole.table(Self.keys) }
        if let strict { return strict }
        guard let parts = try? whole.named() else { return nil }
        return YAMLTable(
            whole: whole,
            values: Dictionary(
                parts.map { ($0.name, $0.value) }, uniquingKeysWith: { one, _ in one })
        )
    }

    private func instrument(_ value: YAMLValue) throws(StudyFileError) -> Instrument {
        let entries = try value.list()
        guard let entry = entries.first, entries.count == 1 else {
            throw value.mistake(
                "A study reads with one instrument; \(entries.count) are listed. Make one study "
                    + "for each.")
        }
        let text = try entry.text()
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, SemanticVersion(String(parts[1])) != nil else {
            throw entry.mistake(
                "An instrument is written NAME@VERSION, such as sij-structural@1.0.0, not \(text).")
        }
        let reference = InstrumentReference(
            id: InstrumentID(String(parts[0])), version: String(parts[1]))
        let instrument: Instrument
        do { instrument = try context.instrument(reference) } catch {
            throw entry.mistake(error.sentence)
        }
        guard let window = instrument.windows.first(where: { !context.isWindow($0) }) else {
            return instrument
        }
        throw entry.mistake("\(reference.text) names the window \(window), which is none.")
    }

    private func readers(
        _ value: YAMLValue, _ mistakes: inout Mistakes
    ) throws(StudyFileError) -> [ReaderID] {
        var readers: [ReaderID] = []
        let entries = try value.list()
        guard !entries.isEmpty else {
            throw value.mistake("A study needs at least one reader, such as [R1].")
        }
        for entry in entries {
            let reader = ReaderID(try Name.plain(entry, what: "A reader's name"))
            if readers.contains(reader) {
                mistakes.add(entry.mistake("Reader \(reader) is listed twice. Keep one."))
            } else {
                readers.append(reader)
            }
        }
        return readers
    }
}

/// Names that stand in tables and exports.
enum Name {
    /// A name of letters, digits, points, hyphens and underscores, at most 64, beginning with a letter or digit.
    static func plain(_ value: YAMLValue, what: String) throws(StudyFileError) -> String {
        let name = try value.text()
        let isPlain = name.utf8.allSatisfy { isWordByte($0) || [45, 46, 95].contains($0) }
        guard isPlain, name.utf8.count <= 64, let first = name.utf8.first, isWordByte(first)
        else {
            throw value.mistake(
                "\(what) has letters a to z, digits, points, hyphens and underscores, begins with "
                    + "a letter or digit and is at most 64 long.")
        }
        return name
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}

import Instruments
import ReaderStudies

/// The reference standard as a table: `case,site,item,value` and, where they differ, `status`, `provenance`, `level`.
///
/// A column `unit` may stand beside the value and is not read. Every row is checked against the reading form.
public struct ReferenceTable: Sendable {
    /// What holds for rows whose cells do not say.
    public struct Defaults: Sendable {
        /// How the labels came about.
        public var provenance: ReferenceProvenance
        /// How far they were verified.
        public var level: VerificationLevel

        /// Defaults.
        public init(provenance: ReferenceProvenance, level: VerificationLevel) {
            self.provenance = provenance
            self.level = level
        }
    }

    /// The labels, in the table's order.
    public let labels: [ReferenceLabel]

    /// Reads the labels of `cases` from `table`.
    ///
    /// - Throws: `TableError.mistakes` with every mistake and its line.
    public init(
        _ table: CSVTable, instrument: Instrument, cases: Set<CaseID>, defaults: Defaults
    ) throws(TableError) {
        let columns = try ReferenceColumns(table)
        let reader = ReferenceRowReader(instrument: instrument, cases: cases, defaults: defaults)
        var labels: [ReferenceLabel] = []
        var lines: [[String]: Int] = [:]
        var mistakes: [TableMistake] = []
        for row in table.rows {
            do throws(ReferenceRowReader.Mistake) {
                let label = try reader.label(columns.cells(of: row))
                if let line = lines[label.subject] {
                    throw .init(
                        sentence:
                            "Case \(label.caseID), \(label.key.site) \(label.key.item) stands "
                            + "on line \(line) already. Leave one out.")
                }
                lines[label.subject] = row.line
                labels.append(label)
            } catch {
                mistakes.append(table.mistake(row.line, error.sentence))
            }
        }
        if labels.isEmpty && mistakes.isEmpty {
            mistakes = [table.mistake(1, "There is no label below the header.")]
        }
        guard mistakes.isEmpty else { throw .mistakes(mistakes) }
        self.labels = labels
    }
}

/// Which column holds what.
private struct ReferenceColumns {
    private static let required = ["case", "site", "item", "value"]
    private static let known = required + ["unit", "status", "provenance", "level"]
    private let header: [String]

    init(_ table: CSVTable) throws(TableError) {
        let header = table.header
        var sentences = header.filter { !Self.known.contains($0) }.map {
            "There is no column \"\($0.prefix(40))\". The columns are "
                + "\(Self.known.joined(separator: ",")); the last four may be left out."
        }
        sentences += Self.required.filter { !header.contains($0) }.map {
            "The column \($0) is missing. The header begins with case,site,item,value."
        }
        sentences += Self.known.filter { name in header.filter { $0 == name }.count > 1 }.map {
            "The column \($0) stands twice. Leave one out."
        }
        guard sentences.isEmpty else { throw .mistakes(sentences.map { table.mistake(1, $0) }) }
        self.header = header
    }

    /// The cells by column; a row that is too short lacks its last ones.
    func cells(of row: CSVTable.Row) -> [String: String] {
        Dictionary(zip(header, row.cells), uniquingKeysWith: { first, _ in first })
    }
}

/// Reads one row and checks it against the reading form.
private struct ReferenceRowReader {
    /// What is wrong with a row.
    struct Mistake: Error {
        let sentence: String
    }

    let instrument: Instrument
    let cases: Set<CaseID>
    let defaults: ReferenceTable.Defaults

    func label(_ cells: [String: String]) throws(Mistake) -> ReferenceLabel {
        let caseID = CaseID(cells["case"] ?? "")
        guard cases.contains(caseID) else {
            throw Mistake(sentence: "Case \(caseID) is not in the store. Import it first.")
        }
        let key = ItemKey(SiteID(cells["site"] ?? ""), ItemID(cells["item"] ?? ""))
        let kind = try self.kind(of: key)
        return ReferenceLabel(
            caseID: caseID, key: key, value: try value(cells, kind, key),
            provenance: try word(cells, "provenance") ?? defaults.provenance,
            level: try word(cells, "level") ?? defaults.level)
    }

    /// The kind of the item at this site; `nil` for facts of a lesion beyond the form and for derived values.
    private func kind(of key: ItemKey) throws(Mistake) -> ItemKind? {
        let isLesion = instrument.lesions != nil && key.site.rawValue.first == "L"
        let sheet = AnswerSheet(lesions: isLesion ? [key.site] : [])
        let form = Form(instrument, shows: Set(instrument.techniques), sheet: sheet)
        if let question = form.question(key) { return question.item.kind }
        if isLesion || instrument.derived.contains(where: { $0.id == key.item }) { return nil }
        let items = instrument.items.map(\.id.rawValue)
        throw Mistake(
            sentence: "The reading form asks no \(key.item) at \(key.site)."
                + Suggestion.sentence(for: key.item.rawValue, among: items))
    }

    private func value(
        _ cells: [String: String], _ kind: ItemKind?, _ key: ItemKey
    ) throws(Mistake) -> ReferenceValue {
        let text = cells["value"] ?? ""
        switch cells["status"] ?? "" {
        case "", "value": return .value(try checked(text, kind, key))
        case "notAssessable" where text.isEmpty: return .notAssessable
        case "excluded" where text.isEmpty: return .excluded
        case "notAssessable", "excluded":
            throw Mistake(
                sentence: "A label that is \(cells["status"] ?? "") has no value. Leave it empty.")
        case let other:
            throw Mistake(
                sentence:
                    "The status \"\(other.prefix(40))\" is none of value, notAssessable, excluded.")
        }
    }

    private func checked(
        _ text: String, _ kind: ItemKind?, _ key: ItemKey
    ) throws(Mistake) -> String {
        guard !text.isEmpty else {
            throw Mistake(
                sentence: "The value is missing. Where there is none, the status is notAssessable "
                    + "or excluded.")
        }
        switch kind {
        case .binary, .codes:
            let codes = kind?.choices.map(\.code) ?? []
            guard codes.contains(text) else {
                throw Mistake(
                    sentence: "\(key.item) takes \(codes.joined(separator: ", ")), not "
                        + "\"\(text.prefix(40))\".")
            }
        case .count, .percentage, .number:
            guard let number = Double(text), number.isFinite else {
                throw Mistake(sentence: "\(key.item) takes a number, not \"\(text.prefix(40))\".")
            }
        case .text, .mark, nil: break
        }
        return text
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ cells: [String: String], _ column: String
    ) throws(Mistake) -> Word? where Word.RawValue == String {
        guard let text = cells[column], !text.isEmpty else { return nil }
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw Mistake(sentence: "The \(column) \"\(text.prefix(40))\" is none of \(known).")
        }
        return word
    }
}

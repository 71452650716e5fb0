import ReaderStudies

/// Clinical values as a table: `case` or `participant`, then a column for each field that the study reveals.
///
/// A participant's values hold for all of their cases. An empty cell says that nobody knows the value. Columns that
/// the study does not declare are refused: nothing of them is taken in.
public struct ClinicalTable: Sendable {
    /// The values, by row and column.
    public let values: [ClinicalValue]

    /// Reads the values of `cases` from `table`.
    ///
    /// - Throws: `TableError.mistakes` with every mistake and its line.
    public init(
        _ table: CSVTable, fields: [ClinicalField], cases: [StudyCase]
    ) throws(TableError) {
        let columns = try ClinicalColumns(table, fields: fields)
        var values: [ClinicalValue] = []
        var lines: [CaseID: Int] = [:]
        var mistakes: [TableMistake] = []
        for row in table.rows {
            let sentences = columns.mistakes(in: row)
            mistakes += sentences.map { table.mistake(row.line, $0) }
            guard sentences.isEmpty else { continue }
            let found = columns.cases(in: row, among: cases)
            if found.isEmpty {
                mistakes.append(table.mistake(row.line, columns.stranger(in: row)))
            }
            for one in found {
                if let line = lines.updateValue(row.line, forKey: one.id) {
                    mistakes.append(
                        table.mistake(
                            row.line,
                            "Case \(one.id) stands on line \(line) already. Leave one out."))
                }
                values += columns.values(in: row, of: one.id)
            }
        }
        if values.isEmpty, mistakes.isEmpty {
            mistakes = [table.mistake(1, "There is no case below the header. Add one line a case.")]
        }
        guard mistakes.isEmpty else { throw .mistakes(mistakes) }
        self.values = values
    }
}

/// Which column holds what.
private struct ClinicalColumns {
    private let fields: [ClinicalField]
    private let header: [String]
    private let isByParticipant: Bool

    init(_ table: CSVTable, fields: [ClinicalField]) throws(TableError) {
        let known = fields.map(\.id)
        let whole = table.header
        let isByParticipant = !whole.contains("case")
        let key = isByParticipant ? "participant" : "case"
        var sentences: [String] = []
        if known.isEmpty {
            sentences.append(
                "The study reveals no clinical field. Declare fields under reveal first.")
        }
        if !whole.contains(key) {
            sentences.append("A column case or participant is missing. Say whose the values are.")
        }
        for name in whole where name != key && !known.contains(name) {
            sentences.append(
                "The column \"\(name.prefix(40))\" is no field of the study, so that nothing of it is "
                    + "taken in. Remove it. The fields are \(known.joined(separator: ", ")).")
        }
        for name in known where !whole.contains(name) {
            sentences.append(
                "The column \(name) is missing. Leave its cells empty where nobody knows.")
        }
        for name in [key] + known where whole.filter({ $0 == name }).count > 1 {
            sentences.append("The column \(name) stands twice. Leave one out.")
        }
        guard sentences.isEmpty else { throw .mistakes(sentences.map { table.mistake(1, $0) }) }
        self.fields = fields
        header = whole
        self.isByParticipant = isByParticipant
    }

    func mistakes(in row: CSVTable.Row) -> [String] {
        guard row.cells.count == header.count else {
            return ["This line has \(row.cells.count) cells, the header has \(header.count)."]
        }
        return fields.filter { $0.value(of: cell($0.id, row)) == nil }.map {
            // The cell is not repeated: it may hold what must not be kept.
            "\($0.id) takes \($0.expectation), and this cell holds something else."
        }
    }

    func cases(in row: CSVTable.Row, among cases: [StudyCase]) -> [StudyCase] {
        let name = key(row)
        return cases.filter {
            (isByParticipant ? $0.participant.rawValue : $0.id.rawValue) == name
        }
    }

    func stranger(in row: CSVTable.Row) -> String {
        "\(isByParticipant ? "Participant" : "Case") \(key(row).prefix(64)) is not in the store. Import the "
            + "images first, and use the study's own names."
    }

    func values(in row: CSVTable.Row, of id: CaseID) -> [ClinicalValue] {
        fields.compactMap { field in
            field.value(of: cell(field.id, row)).map {
                ClinicalValue(caseID: id, field: field.id, value: $0)
            }
        }
    }

    private func key(_ row: CSVTable.Row) -> String {
        cell(isByParticipant ? "participant" : "case", row)
    }

    private func cell(_ name: String, _ row: CSVTable.Row) -> String {
        header.firstIndex(of: name).map { row.cells[$0] } ?? ""
    }
}

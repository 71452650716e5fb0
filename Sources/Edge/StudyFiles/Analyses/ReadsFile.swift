import Analysis
import Foundation

/// The long table of reads as `export reads` writes it, or one that was made elsewhere.
///
/// Needed are the columns `reader`, `case`, `arm` (or `modality`), `item` and `value`; those known besides are
/// `participant` (else the case), `occasion`, `site` (else `exam`), `status`, `reason`, `confidence`, `revision`,
/// `session`, `position`, `activeSeconds`, `display`, `event` and `withdrawn`. Others are let be.
public struct ReadsFile: Sendable {
    /// The reads; every signed revision stands in it.
    public let table: ReadTable
    /// Whether records are the store's events; else they are lines of the file.
    public let hasEvents: Bool
    /// Whether any read has more than one revision.
    public let hasRevisions: Bool

    /// Reads the table at `path`; `bytes` hears of everything that is read, for a digest.
    ///
    /// - Throws: `TableError` with the first mistake and its line.
    public static func load(
        _ path: String, bytes: (Data) -> Void = { _ in }
    ) throws(TableError) -> ReadsFile {
        let cells = CSVCells(path: path)
        var reader: ReadsReader?
        try cells.forEachRow(bytes: bytes) { (row) throws(TableError) in
            if reader == nil {
                reader = ReadsReader(try ReadsColumns(row, file: path), file: path)
            } else {
                try reader?.take(row)
            }
        }
        guard let reader, !reader.table.answers.isEmpty || !reader.table.withdrawn.isEmpty else {
            throw .mistakes([
                TableMistake(
                    file: path, line: 1,
                    sentence: "There is no row below the header. Add one for each answer.")
            ])
        }
        return ReadsFile(
            table: reader.table,
            hasEvents: reader.columns[.event] != nil, hasRevisions: reader.hasRevisions)
    }
}

/// Where each column of a long table is.
struct ReadsColumns {
    /// The columns that have a meaning.
    enum Column: String, CaseIterable {
        case reader, participant, `case`, arm, modality, occasion, site, item, status, value
        case reason, confidence, revision, session, position, activeSeconds, display, event
        case withdrawn
    }

    let count: Int
    private var places: [Column: Int] = [:]

    init(_ header: CSVCells.Row, file: String) throws(TableError) {
        count = header.count
        var mistakes: [String] = []
        for place in 0..<header.count {
            guard let column = Column(rawValue: header.text(place)) else { continue }
            if places.updateValue(place, forKey: column) != nil {
                mistakes.append("The column \(column.rawValue) stands twice. Leave one out.")
            }
        }
        if places[.arm] == nil { places[.arm] = places[.modality] }
        for column in [Column.reader, .case, .arm, .item, .value] where places[column] == nil {
            mistakes.append(
                "The column \(column.rawValue) is missing. An analysis needs "
                    + "reader,case,arm,item,value.")
        }
        guard mistakes.isEmpty else {
            throw .mistakes(mistakes.map { TableMistake(file: file, line: 1, sentence: $0) })
        }
    }

    subscript(column: Column) -> Int? { places[column] }
}

/// Makes a table of reads from rows.
private struct ReadsReader {
    let columns: ReadsColumns
    let file: String
    private(set) var table = ReadTable()
    private(set) var hasRevisions = false
    private var reads: [Key: Int] = [:]
    private var lastKey: [ArraySlice<UInt8>] = []
    private var lastRead = -1

    /// What tells one read from another.
    private struct Key: Hashable {
        let reader: Int
        let caseID: Int
        let arm: Int
        let occasion: Int
        let revision: Int
    }

    init(_ columns: ReadsColumns, file: String) { (self.columns, self.file) = (columns, file) }

    mutating func take(_ row: CSVCells.Row) throws(TableError) {
        guard row.count == columns.count else {
            throw mistake(
                row, "This line has \(row.count) cells, the header has \(columns.count).")
        }
        let read = try place(of: row)
        guard read >= 0 else { return }
        let record =
            try number(row, .event, "event").map(UInt32.init(clamping:)) ?? UInt32(row.line)
        let item = text(row, .item)
        guard !item.isEmpty else { throw mistake(row, "The item is missing. Say what was asked.") }
        let site = columns[.site] == nil ? "exam" : text(row, .site)
        let (state, text) = try answer(row)
        table.add(
            read: read, site: site.isEmpty ? "exam" : site, item: item, state: state, text: text,
            event: record)
        if state == .value, let place = columns[.confidence], !row.cell(place).isEmpty {
            table.add(
                read: read, site: site.isEmpty ? "exam" : site, item: "confidence_\(item)",
                state: .value, text: row.text(place), event: record)
        }
    }

    /// The place of the row's read, a new one at its first row; −1 for a read that was withdrawn.
    private mutating func place(of row: CSVCells.Row) throws(TableError) -> Int {
        let parts = [ReadsColumns.Column.reader, .case, .arm, .occasion, .revision].map { column in
            columns[column].map { row.cell($0) } ?? []
        }
        if parts == lastKey { return lastRead }
        let occasion = try number(row, .occasion, "occasion") ?? 1
        let revision = try number(row, .revision, "revision") ?? 1
        for column in [ReadsColumns.Column.reader, .case, .arm] where text(row, column).isEmpty {
            throw mistake(row, "The \(column.rawValue) is missing.")
        }
        let key = Key(
            reader: table.readers.place(of: text(row, .reader)),
            caseID: table.cases.place(of: text(row, .case)),
            arm: table.arms.place(of: text(row, .arm)), occasion: occasion, revision: revision)
        // Row by row the same read, so that its names are read once.
        lastKey = parts.map { ArraySlice(Array($0)) }
        if let known = reads[key] {
            lastRead = known
        } else {
            lastRead = try add(key, row)
        }
        return lastRead
    }

    private mutating func add(_ key: Key, _ row: CSVCells.Row) throws(TableError) -> Int {
        let person = columns[.participant] == nil ? "" : text(row, .participant)
        let participant = table.participants.place(of: person.isEmpty ? text(row, .case) : person)
        if columns[.withdrawn] != nil, !text(row, .withdrawn).isEmpty {
            if key.revision < 2 {
                table.withdrawn.append(
                    ReadTable.Withdrawn(
                        participant: participant, caseID: key.caseID,
                        reason: text(row, .withdrawn)))
            }
            reads[key] = -1
            return -1
        }
        if key.revision > 1 { hasRevisions = true }
        let display = columns[.display] == nil ? "" : text(row, .display)
        let read = ReadTable.Read(
            reader: key.reader, participant: participant,
            caseID: key.caseID, arm: key.arm, occasion: key.occasion,
            session: try number(row, .session, "session"),
            position: try number(row, .position, "position"), seconds: try seconds(row),
            event: try number(row, .event, "event").map(UInt32.init(clamping:)) ?? UInt32(row.line),
            revision: key.revision, isSigned: key.revision > 0,
            display: display.isEmpty ? -1 : table.displays.place(of: display))
        do throws(AnalysisError) {
            let place = try table.add(read)
            reads[key] = place
            return place
        } catch { throw mistake(row, error.sentence) }
    }

    private func answer(_ row: CSVCells.Row) throws(TableError) -> (ReadTable.State, String) {
        let value = text(row, .value)
        guard let place = columns[.status], !row.cell(place).isEmpty else {
            return value.isEmpty ? (.missing, "") : (.value, value)
        }
        switch row.text(place) {
        case "value":
            guard !value.isEmpty else {
                throw mistake(
                    row,
                    "The status is value, and there is none. Write it, or the status missing.")
            }
            return (.value, value)
        case "notAssessable":
            let reason = columns[.reason] == nil ? "" : text(row, .reason)
            return (.notAssessable, reason.isEmpty ? "not told" : reason)
        case "skippedByRule": return (.skipped, "")
        case "missing": return (.missing, "")
        case let other:
            throw mistake(
                row,
                "The status \"\(other.prefix(40))\" is none of value, notAssessable, "
                    + "skippedByRule, missing.")
        }
    }

    private func seconds(_ row: CSVCells.Row) throws(TableError) -> Double? {
        guard let place = columns[.activeSeconds], !row.cell(place).isEmpty else { return nil }
        guard let seconds = Double(row.text(place)), seconds.isFinite, seconds >= 0 else {
            throw mistake(row, "The activeSeconds \"\(row.text(place).prefix(40))\" are no number.")
        }
        return seconds
    }

    private func number(
        _ row: CSVCells.Row, _ column: ReadsColumns.Column, _ what: String
    ) throws(TableError) -> Int? {
        guard let place = columns[column], !row.cell(place).isEmpty else { return nil }
        guard let number = Int(row.text(place)), (0...Int(Int32.max)).contains(number) else {
            throw mistake(row, "The \(what) \"\(row.text(place).prefix(40))\" is no whole number.")
        }
        return number
    }

    private func text(_ row: CSVCells.Row, _ column: ReadsColumns.Column) -> String {
        columns[column].map(row.text) ?? ""
    }

    private func mistake(_ row: CSVCells.Row, _ sentence: String) -> TableError {
        .mistakes([TableMistake(file: file, line: row.line, sentence: sentence)])
    }
}

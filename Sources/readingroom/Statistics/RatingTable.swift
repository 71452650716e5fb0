import Statistics
import StudyFiles

/// Ratings with who gave them, in which arm, of what, as the user's table has them.
///
/// Columns that a method does not need may be absent; a unit is (case, site). A second row of a
/// reader, arm and unit is refused, and so is a unit whose truth changes.
struct RatingTable: Sendable {
    /// The columns that have a meaning.
    enum Column: String, CaseIterable {
        case reader, modality, `case`, site, truth, rating
    }

    /// The file with its lines, for messages.
    let file: CSVTable
    /// Who rated.
    let readers: LabelColumn
    /// In which arm.
    let modalities: LabelColumn
    /// Which case.
    let cases: LabelColumn
    /// Which site of the case.
    let sites: LabelColumn
    /// Whether the unit has the disease; empty where the column is absent.
    let truths: [Bool]
    /// The ratings as written, "" where missing.
    let ratings: [String]

    /// Reads `table`, which must have the columns `needed`.
    ///
    /// With `occasions`, one a row, a reader may rate a unit once on each.
    init(_ table: CSVTable, needed: [Column], occasions: LabelColumn? = nil) throws {
        let columns = try TableColumns(table, needed: needed.map(\.rawValue))
        let absent = LabelColumn(absent: table.rows.count)
        func labels(_ column: Column) -> LabelColumn {
            guard let place = columns[column.rawValue] else { return absent }
            return LabelColumn(table.rows.lazy.map { $0.cells[place] })
        }
        file = table
        readers = labels(.reader)
        modalities = labels(.modality)
        cases = labels(.case)
        sites = labels(.site)
        ratings =
            columns[Column.rating.rawValue].map { place in table.rows.map { $0.cells[place] } }
            ?? []
        truths = try columns[Column.truth.rawValue].map { try Self.truths(table, $0) } ?? []
        try demandUniqueRows(occasions ?? absent)
        try demandOneTruthAUnit()
    }

    /// Rows of the table.
    var count: Int { file.rows.count }
    /// Whether the truth is told.
    var hasTruth: Bool { !truths.isEmpty }
    /// The unit of each row: one number for a case and site.
    var units: [Int] { Self.crossed(cases.places, sites) }
    /// The unit and reader of each row: what pairs two arms.
    var unitReaders: [Int] { Self.crossed(units, readers) }

    /// One number a row for each combination, from 0 in the order of the rows: numbers of many
    /// columns stay small.
    private static func crossed(_ keys: [Int], _ column: LabelColumn) -> [Int] {
        guard column.labels.count > 1 else { return keys }
        let combined = zip(keys, column.places).map { $0 * column.labels.count + $1 }
        let range = (combined.max() ?? 0) + 1
        guard range <= 8 * keys.count else {
            var found = Places<Int>()
            return combined.map { found.place(of: $0) }
        }
        // Most tables hold most combinations: a list of all is faster than a search.
        var known = [Int](repeating: -1, count: range)
        var count = 0
        return combined.map { key in
            if known[key] < 0 { (known[key], count) = (count, count + 1) }
            return known[key]
        }
    }

    /// The ratings as numbers, `nil` where missing.
    func numbers() throws -> [Double?] {
        try ratings.enumerated().map { row, text in
            if text.isEmpty { return nil }
            guard let number = Double(finite: text) else {
                throw Refusal(
                    file.mistake(
                        file.rows[row].line,
                        "The rating \"\(text.prefix(40))\" is not a number. Write 2 or 0.35; "
                            + "leave the cell empty where there is no rating."
                    ).description)
            }
            return number
        }
    }

    /// What a row is about, for messages.
    func place(_ row: Int) -> String {
        named(
            row, [("reader", readers), ("modality", modalities), ("case", cases), ("site", sites)])
    }

    /// The case and site of a row, for messages.
    func unitName(_ row: Int) -> String { named(row, [("case", cases), ("site", sites)]) }

    private func named(_ row: Int, _ parts: [(name: String, column: LabelColumn)]) -> String {
        parts.compactMap { name, column in
            let label = column.labels[column.places[row]]
            return label.isEmpty ? nil : "\(name) \(label)"
        }.joined(separator: ", ")
    }

    private static func truths(_ table: CSVTable, _ place: Int) throws -> [Bool] {
        try table.rows.map { row in
            switch row.cells[place] {
            case "0": return false
            case "1": return true
            case let text:
                throw Refusal(
                    table.mistake(
                        row.line,
                        text.isEmpty
                            ? "The truth is missing. Write 0 or 1, or leave the row out."
                            : "The truth is \"\(text.prefix(40))\". Write 0 or 1."
                    ).description)
            }
        }
    }

    private func demandUniqueRows(_ occasions: LabelColumn) throws {
        // Numbers of combinations are below the number of rows.
        var isSeen = [Bool](repeating: false, count: count)
        let arms = Self.crossed(unitReaders, modalities)
        let keys = Self.crossed(arms, occasions)
        for (row, key) in keys.enumerated() {
            if isSeen[key] {
                throw Refusal(
                    file.mistake(
                        file.rows[row].line,
                        "A second row of \(place(row)). Leave one out, or add the column that "
                            + "tells them apart (reader, modality or site)."
                    ).description)
            }
            isSeen[key] = true
        }
    }

    private func demandOneTruthAUnit() throws {
        guard hasTruth else { return }
        var known: [Int: Bool] = [:]
        for (row, unit) in units.enumerated() {
            guard let earlier = known.updateValue(truths[row], forKey: unit) else { continue }
            guard earlier == truths[row] else {
                throw Refusal(
                    file.mistake(
                        file.rows[row].line,
                        "The truth of \(place(row)) differs from an earlier row. A unit has one "
                            + "truth; correct one of them."
                    ).description)
            }
        }
    }
}

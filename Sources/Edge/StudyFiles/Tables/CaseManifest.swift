import Foundation
import ReaderStudies

/// The cases to import, from a table with the columns `case`, `path` and, where it differs, `participant`.
public struct CaseManifest: Hashable, Sendable {
    /// One case with all its images.
    public struct Entry: Hashable, Sendable {
        /// The case and whose it is.
        public let studyCase: StudyCase
        /// Where its images lie; several rows of one case are one case.
        public var paths: [String]
        /// The first line that names the case, from 1.
        public let line: Int

        /// The case that `line` names, with its first path.
        public init(studyCase: StudyCase, paths: [String], line: Int) {
            self.studyCase = studyCase
            self.paths = paths
            self.line = line
        }
    }

    /// The cases, in the table's order.
    public let entries: [Entry]

    /// Reads the table at `path`; paths in it start from its folder.
    public static func load(_ path: String) throws(TableError) -> CaseManifest {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return try CaseManifest(try CSVTable.load(path), folder: folder)
    }

    /// Reads the table in `text`, which messages call `file`.
    public init(_ text: String, file: String, folder: String) throws(TableError) {
        try self.init(try CSVTable(text, file: file), folder: folder)
    }

    private init(_ table: CSVTable, folder: String) throws(TableError) {
        let columns = try CaseManifestColumns(table)
        var mistakes: [TableMistake] = []
        var entries: [Entry] = []
        var places: [String: Int] = [:]
        for row in table.rows {
            if let sentence = columns.mistake(in: row) {
                mistakes.append(table.mistake(row.line, sentence))
                continue
            }
            let found = columns.studyCase(in: row)
            let path = Self.path(columns.path(in: row), folder)
            if let place = places[found.id.rawValue] {
                if entries[place].studyCase != found {
                    let sentence =
                        "Case \(found.id) belongs to participant "
                        + "\(entries[place].studyCase.participant) on line \(entries[place].line). "
                        + "Give both lines the same participant."
                    mistakes.append(table.mistake(row.line, sentence))
                }
                entries[place].paths.append(path)
            } else {
                places[found.id.rawValue] = entries.count
                entries.append(Entry(studyCase: found, paths: [path], line: row.line))
            }
        }
        if entries.isEmpty && mistakes.isEmpty {
            mistakes = [table.mistake(1, "There is no case below the header. Add one line a case.")]
        }
        guard mistakes.isEmpty else { throw .mistakes(mistakes) }
        self.entries = entries
    }

    private static func path(_ path: String, _ folder: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }
}

/// Which column holds what.
private struct CaseManifestColumns {
    private let names: Int
    private let paths: Int
    private let participants: Int?
    private let count: Int

    init(_ table: CSVTable) throws(TableError) {
        let known = ["case", "path", "participant"]
        let header = table.header
        var sentences: [String] = []
        for name in header where !known.contains(name) {
            sentences.append(
                "There is no column \"\(name.prefix(40))\". The columns are case,path,participant, "
                    + "divided by commas; participant may be left out.")
        }
        for name in ["case", "path"] where !header.contains(name) {
            sentences.append("The column \(name) is missing. The header is case,path,participant.")
        }
        for name in known where header.filter({ $0 == name }).count > 1 {
            sentences.append("The column \(name) stands twice. Leave one out.")
        }
        guard sentences.isEmpty, let names = header.firstIndex(of: "case"),
            let paths = header.firstIndex(of: "path")
        else { throw .mistakes(sentences.map { table.mistake(1, $0) }) }
        self.names = names
        self.paths = paths
        participants = header.firstIndex(of: "participant")
        count = header.count
    }

    func mistake(in row: CSVTable.Row) -> String? {
        guard row.cells.count == count else {
            return "This line has \(row.cells.count) cells, the header has \(count). Put a path "
                + "with a comma between quotation marks."
        }
        if let sentence = CaseName.mistake(in: row.cells[names], column: "case") { return sentence }
        if row.cells[paths].isEmpty { return "The path is missing. Say where the images lie." }
        let participant = participant(in: row)
        return participant.isEmpty
            ? nil : CaseName.mistake(in: participant, column: "participant")
    }

    func studyCase(in row: CSVTable.Row) -> StudyCase {
        let participant = participant(in: row)
        return StudyCase(
            id: CaseID(row.cells[names]),
            participant: participant.isEmpty ? nil : ParticipantID(participant))
    }

    func path(in row: CSVTable.Row) -> String { row.cells[paths] }

    private func participant(in row: CSVTable.Row) -> String {
        participants.map { row.cells[$0] } ?? ""
    }
}

import Analysis
import Foundation

/// The reference standard of reads made elsewhere: the columns `case`, `item`, `value` and, where there are
/// several, `site`.
///
/// An empty value, `NA` and `excluded` say that there is no truth.
public enum ReferenceFile {
    /// Reads the table at `path`; `bytes` hears of everything that is read, for a digest.
    ///
    /// - Throws: `TableError` with the first mistake and its line.
    public static func load(
        _ path: String, bytes: (Data) -> Void = { _ in }
    ) throws(TableError) -> Reference {
        var columns: Columns?
        var reference = Reference()
        try CSVCells(path: path).forEachRow(bytes: bytes) { (row) throws(TableError) in
            guard let columns else {
                columns = try Columns(row, file: path)
                return
            }
            try columns.take(row, into: &reference)
        }
        guard !reference.values.isEmpty else {
            throw .mistakes([
                TableMistake(
                    file: path, line: 1,
                    sentence: "The reference has no row. Add one for each case and item.")
            ])
        }
        return reference
    }

    private struct Columns {
        let file: String
        let count: Int
        let caseID: Int
        let item: Int
        let value: Int
        let site: Int?

        init(_ header: CSVCells.Row, file: String) throws(TableError) {
            let names = (0..<header.count).map(header.text)
            let missing = ["case", "item", "value"].filter { !names.contains($0) }
            guard missing.isEmpty, let caseID = names.firstIndex(of: "case"),
                let item = names.firstIndex(of: "item"), let value = names.firstIndex(of: "value")
            else {
                throw .mistakes(
                    missing.map {
                        TableMistake(
                            file: file, line: 1,
                            sentence:
                                "The column \($0) is missing. A reference has case,site,item,value."
                        )
                    })
            }
            (self.file, count) = (file, names.count)
            (self.caseID, self.item, self.value) = (caseID, item, value)
            site = names.firstIndex(of: "site")
        }

        func take(_ row: CSVCells.Row, into reference: inout Reference) throws(TableError) {
            func mistake(_ sentence: String) -> TableError {
                .mistakes([TableMistake(file: file, line: row.line, sentence: sentence)])
            }
            guard row.count == count else {
                throw mistake("This line has \(row.count) cells, the header has \(count).")
            }
            guard !row.cell(caseID).isEmpty, !row.cell(item).isEmpty else {
                throw mistake("The case or the item is missing.")
            }
            let place = site.map(row.text) ?? ""
            let text = row.text(value)
            do throws(AnalysisError) {
                try reference.add(
                    ["", "NA", "excluded"].contains(text)
                        ? .excluded(text) : .value(text),
                    for: Reference.Key(
                        caseID: row.text(caseID), site: place.isEmpty ? "exam" : place,
                        item: row.text(item)))
            } catch { throw mistake(error.sentence) }
        }
    }
}

import Statistics
import StudyFiles

/// A table by its columns.
struct ColumnTable {
    private let columns: [String: [String]]

    init(_ path: String) throws {
        let table = try CSVTable.load(path)
        columns = Dictionary(
            uniqueKeysWithValues: table.header.enumerated().map { place, name in
                (name, table.rows.map { $0.cells[place] })
            })
    }

    /// The cells of a column.
    subscript(name: String) -> [String] { columns[name, default: []] }

    /// The cells of a column as numbers.
    func numbers(_ name: String) -> [Double] { self[name].map { Double($0) ?? .nan } }

    /// The different cells of a column, sorted.
    func labels(_ name: String) -> [String] { Set(self[name]).sorted() }

    /// Rows in which a column holds `value`.
    func rows(where name: String, is value: String) -> [Int] {
        self[name].enumerated().filter { $0.element == value }.map(\.offset)
    }

    /// One number for each different text.
    func places(_ texts: [String]) -> [Int] {
        var known: [String: Int] = [:]
        return texts.map { text in
            let place = known[text, default: known.count]
            known[text] = place
            return place
        }
    }

    /// Ratings by unit and reader, and the case of each unit.
    func matrix(readers: [String]) throws -> (RatingMatrix, clusters: [Int]) {
        let sites = columns["site"] ?? self["case"].map { _ in "" }
        let units = places(zip(self["case"], sites).map { "\($0) \($1)" })
        let cases = places(self["case"])
        let values = Set(self["rating"]).subtracting([""]).compactMap(Int.init).sorted()
        var ratings = [[Int?]](
            repeating: [Int?](repeating: nil, count: readers.count),
            count: (units.max() ?? -1) + 1)
        var clusters = [Int](repeating: 0, count: ratings.count)
        for (row, reader) in self["reader"].enumerated() {
            guard let place = readers.firstIndex(of: reader) else { continue }
            ratings[units[row]][place] = Int(self["rating"][row]).flatMap(values.firstIndex)
            clusters[units[row]] = cases[row]
        }
        return (try RatingMatrix(ratings, categories: values.map(String.init)), clusters)
    }
}

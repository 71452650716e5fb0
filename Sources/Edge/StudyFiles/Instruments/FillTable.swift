import Instruments
import ReaderStudies

/// Answers for one read from a table of comma-separated values.
///
/// A wide table has a column for each question, `SITE/ITEM` or `ITEM`, and a row for each read; a long one
/// has the columns `item` and `value`, perhaps `site`, and `part` to tell answers from other rows. The arm
/// stands in a column or a row called `arm`.
public struct FillTable: Sendable {
    /// The answers, in the order of the table.
    public let cells: [FilledRead.Cell]
    /// The arm that the table names.
    public let arm: String?
    private let file: String
    private let places: [(line: Int, column: Int)]

    /// The answers of row `number`, from 1, of a wide table, or of all rows of a long one.
    ///
    /// - Throws: `TableError` when the table cannot be read or has no such row.
    public init(path: String, row number: Int) throws(TableError) {
        let table = try CSVTable.load(path)
        file = path
        if let item = table.header.firstIndex(of: "item"),
            let value = table.header.firstIndex(of: "value")
        {
            (cells, places, arm) = Self.long(table, item: item, value: value)
        } else {
            (cells, places, arm) = try Self.wide(table, row: number)
        }
    }

    /// A refused answer as `FILE:LINE:COLUMN: SENTENCE`, the column counted in cells.
    public func line(of refusal: FilledRead.Refusal) -> String {
        let place = places[refusal.cell]
        return "\(file):\(place.line):\(place.column): \(refusal.sentence)"
    }

    private typealias Content = (
        cells: [FilledRead.Cell], places: [(line: Int, column: Int)], arm: String?
    )

    private static func long(_ table: CSVTable, item: Int, value: Int) -> Content {
        let part = table.header.firstIndex(of: "part")
        let site = table.header.firstIndex(of: "site")
        var content: Content = ([], [], nil)
        for row in table.rows {
            func cell(_ index: Int?) -> String? {
                index.flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
            }
            let text = cell(value) ?? ""
            switch cell(part) ?? "answer" {
            case "arm": content.arm = text
            case "answer":
                let place = cell(site).flatMap { $0.isEmpty ? nil : SiteID($0) } ?? .exam
                content.cells.append(.init(ItemKey(place, ItemID(cell(item) ?? "")), text))
                content.places.append((row.line, value + 1))
            default: break
            }
        }
        return content
    }

    private static func wide(_ table: CSVTable, row number: Int) throws(TableError) -> Content {
        guard table.rows.indices.contains(number - 1) else {
            throw .mistakes([
                table.mistake(
                    1, "There is no row \(number): \(table.rows.count) stand below the header.")
            ])
        }
        let row = table.rows[number - 1]
        var content: Content = ([], [], nil)
        for (index, (name, text)) in zip(table.header, row.cells).enumerated() {
            if name == "arm" {
                content.arm = text
            } else {
                content.cells.append(.init(key(name), text))
                content.places.append((row.line, index + 1))
            }
        }
        return content
    }

    private static func key(_ name: String) -> ItemKey {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        return parts.count == 2
            ? ItemKey(SiteID(parts[0]), ItemID(parts[1])) : ItemKey(.exam, ItemID(name))
    }
}

import StudyFiles
import TestSupport
import Testing

@Suite struct CSVTableTests {
    /// A table as some program might write it, and what a reader of it must find.
    private struct Written {
        var text: String
        var rows: [(line: Int, cells: [String])] = []

        init(_ random: inout SplitMix) {
            let pieces = ["a", "R01", ",", "\"", "\n", "\r\n", "é", "ö\u{308}", "1.5", "x y", "😀"]
            let columns = Int.random(in: 1...4, using: &random)
            text = Bool.random(using: &random) ? "\u{FEFF}" : ""
            var line = 1
            for row in 0...Int.random(in: 0...6, using: &random) {
                var cells: [String] = []
                var written: [String] = []
                for _ in 0..<columns {
                    let count = Int.random(in: 0...3, using: &random)
                    let cell = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
                        .joined()
                    let mustQuote = cell.unicodeScalars.contains {
                        ",\"\r\n".unicodeScalars.contains($0)
                    }
                    let quoted = "\"\(cell.replacing("\"", with: "\"\""))\""
                    written.append(
                        mustQuote || Bool.random(using: &random) ? quoted : "  \(cell)\t")
                    cells.append(cell)
                }
                if row == 0 {
                    (cells[0], written[0]) = ("h", Bool.random(using: &random) ? "h" : "\"h\"")
                }
                if cells.contains(where: { !$0.isEmpty }) { rows.append((line, cells)) }
                let end = Bool.random(using: &random) ? "\n" : "\r\n"
                text += written.joined(separator: ",") + end
                line = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
            }
        }
    }

    @Test func `generated tables come back cell by cell with their lines`() throws {
        for seed in 1...2000 as ClosedRange<UInt64> {
            var random = SplitMix(seed: seed)
            let written = Written(&random)

            let table = try CSVTable(written.text, file: "t.csv")

            #expect(table.header == written.rows.first?.cells, "seed \(seed)")
            #expect(
                table.rows.map { Array($0.cells) } == written.rows.dropFirst().map(\.cells),
                "seed \(seed)")
            #expect(table.rows.map(\.line) == written.rows.dropFirst().map(\.line), "seed \(seed)")
        }
    }

    @Test(arguments: [
        ("a,b\n1,2", ["1", "2"]), ("a,b\n1,", ["1", ""]), ("a,b\n,2", ["", "2"]),
        ("a,b\r\n1,2\r\n", ["1", "2"]), ("a,b\n\"1\",2", ["1", "2"]),
        ("a,b\n1 \"x\",2", ["1 \"x\"", "2"]),
        ("a,b\n\"\",2\n", ["", "2"]), ("a,b\n \u{A0}1 , 2\t\n", ["1", "2"]),
        ("a,b\n\n\n1,2\n", ["1", "2"]),
    ])
    func `a row ends where the file or its line ends`(text: String, cells: [String]) throws {
        #expect(try CSVTable(text, file: "t.csv").rows.map { Array($0.cells) } == [cells])
    }
}

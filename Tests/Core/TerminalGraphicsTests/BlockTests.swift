import TestSupport
import Imaging
import Testing

@testable import TerminalGraphics

@Suite struct BlockTests {
    private static let shapes: [BlockShape] = [.quadrant, .sextant]

    private func renderer(_ shape: BlockShape, _ colors: CellColors) -> GreyRenderer {
        shape == .quadrant ? .quadrants(colors) : .sextants(colors)
    }

    /// The greys of a cell at a place, black beyond the picture.
    private func pixels(
        _ image: GreyImage, _ shape: BlockShape, column: Int, row: Int
    ) -> [UInt8] {
        (0..<shape.rows).flatMap { y in
            (0..<shape.columns).map { x in
                let (column, row) = (column * shape.columns + x, row * shape.rows + y)
                return column < image.width && row < image.height ? image[column, row] : 0
            }
        }
    }

    /// The grey that a true colour of `CellReader` stands for.
    private func grey(_ color: String) -> Int? {
        let parts = color.split(separator: ";").compactMap { Int($0) }
        return parts.count == 4 && Set(parts.dropFirst()).count == 1 ? parts[1] : nil
    }

    /// The least squared error of any two greys, found by trying every division of the pixels.
    private func leastError(_ pixels: [UInt8]) -> Double {
        (0..<1 << pixels.count).map { mask in
            [0, 1].reduce(0) { sum, side in
                let group = pixels.indices.filter { mask >> $0 & 1 == side }.map {
                    Double(pixels[$0])
                }
                let mean = group.reduce(0, +) / Double(max(1, group.count))
                return sum + group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            }
        }.min() ?? 0
    }

    @Test(arguments: shapes)
    func `cells of two greys come back pixel by pixel`(shape: BlockShape) {
        let masks = 1 << shape.rows * shape.columns
        var image = GreyImage(width: masks * shape.columns, height: shape.rows)
        for mask in 0..<masks {
            for bit in 0..<shape.rows * shape.columns {
                let (x, y) = (bit % shape.columns, bit / shape.columns)
                image[mask * shape.columns + x, y] = mask >> bit & 1 == 1 ? 201 : 37
            }
        }

        let tile = renderer(shape, .truecolor).encode(image, cell: CellSize())[0]

        #expect(tile.columns == masks && tile.rows == 1)
        let cells = tile.chunks.compactMap(CellReader.init).flatMap(\.cells)
        #expect(cells.count == masks)
        for (mask, cell) in cells.enumerated() {
            let shown = cell.pixels(columns: shape.columns, rows: shape.rows).map(grey)
            #expect(shown == pixels(image, shape, column: mask, row: 0).map(Int.init))
        }
    }

    @Test(arguments: shapes)
    func `no other two greys are nearer, and the order of pixels is kept`(shape: BlockShape) {
        var random = SplitMix(seed: 9)
        for kind in TestPicture.Kind.allCases {
            let image = TestPicture.make(kind, width: 15, height: 11, &random)

            let tile = renderer(shape, .truecolor).encode(image, cell: CellSize())[0]

            let rows = tile.chunks.compactMap(CellReader.init)
            #expect(rows.count == (11 + shape.rows - 1) / shape.rows)
            for (row, reader) in rows.enumerated() {
                #expect(reader.cells.count == 8)
                for (column, cell) in reader.cells.enumerated() {
                    let wanted = pixels(image, shape, column: column, row: row)
                    let shown = cell.pixels(columns: shape.columns, rows: shape.rows)
                        .compactMap(grey)
                    #expect(shown.count == wanted.count)
                    let pairs = zip(wanted, shown).sorted { $0.0 < $1.0 }
                    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.1 <= $1.1 })
                    let error = zip(wanted, shown).reduce(0.0) {
                        $0 + Double((Int($1.0) - $1.1) * (Int($1.0) - $1.1))
                    }
                    // Means are rounded: half a grey for each pixel at most.
                    #expect(error <= leastError(wanted) + 0.25 * Double(wanted.count) + 1e-6)
                }
            }
        }
    }

    @Test(arguments: shapes, [CellColors.palette256, .sixteen()])
    func `only colours of the palette are asked for`(shape: BlockShape, colors: CellColors) {
        var random = SplitMix(seed: 3)
        let image = TestPicture.make(.noise, width: 40, height: 24, &random)

        let tile = renderer(shape, colors).encode(image, cell: CellSize())[0]

        let cells = tile.chunks.compactMap(CellReader.init).flatMap(\.cells)
        #expect(cells.count == 20 * 24 / shape.rows)
        let used = Set(cells.flatMap { $0.pixels(columns: shape.columns, rows: shape.rows) })
        let neutral = [16, 59, 102, 145, 188, 231] + Array(232...255)
        let allowed: [String] =
            colors == .sixteen()
            ? ["0", "bright0", "7", "bright7"] : neutral.map { "5;\($0)" }
        #expect(used.isSubset(of: allowed))
    }

    @Test(arguments: shapes) func `an even picture sets one colour`(shape: BlockShape) {
        let image = GreyImage(width: 8, height: shape.rows, grey: 9)

        let tile = renderer(shape, .truecolor).encode(image, cell: CellSize())[0]

        #expect(tile.chunks == [Array("\u{1B}[48;2;9;9;9m    \u{1B}[m".utf8)])
    }

    @Test(arguments: BlockShape.allCases, [false, true])
    func
        `without colours pixels from 128 on are painted and no others, on a light ground the others`(
            shape: BlockShape, isDarkOnLight: Bool
        )
    {
        var random = SplitMix(seed: 21)
        let image = TestPicture.make(.noise, width: 22, height: 12, &random)

        let tile = GreyRenderer.mono(shape, isDarkOnLight: isDarkOnLight).encode(
            image, cell: CellSize())[0]

        #expect(tile.columns == 22 / shape.columns && tile.rows == 12 / shape.rows)
        for (row, chunk) in tile.chunks.enumerated() {
            let text = String(decoding: chunk, as: UTF8.self)
            #expect(text.hasPrefix("\u{1B}[m") && text.count == tile.columns + 3)
            for (column, character) in text.dropFirst(3).enumerated() {
                let cell = CellReader.Cell(character: character, foreground: "1", background: "0")
                #expect(
                    cell.pixels(columns: shape.columns, rows: shape.rows)
                        == pixels(image, shape, column: column, row: row).map {
                            ($0 < 128) == isDarkOnLight ? "1" : "0"
                        })
            }
        }
    }
}

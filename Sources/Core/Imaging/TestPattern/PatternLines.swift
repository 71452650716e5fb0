/// Pairs of black and white lines of 1, 2 and 4 pixels: upright above, level below.
struct PatternLines {
    let area: PatternArea

    /// Pixels of a line, from left to right on the page.
    static let widths = [1, 2, 4]

    init(_ area: PatternArea) { self.area = area }

    /// Whether three lines have room in both directions.
    func fits(pixels: Int) -> Bool {
        fields.filter { $0.pixels == pixels }
            .allSatisfy { min($0.area.width, $0.area.height) >= pixels * 3 }
    }

    func draw(on image: inout GreyImage) {
        image.fill(area, grey: TestPattern.surround)
        for field in fields { draw(field, on: &image) }
    }

    private struct Field {
        let area: PatternArea
        let pixels: Int
        let isUpright: Bool
    }

    private var fields: [Field] {
        area.rows(shares: [1, 1]).enumerated().flatMap { row, band in
            zip(band.columns(shares: [1, 1, 1]), Self.widths).map { column, pixels in
                Field(area: Self.inset(column), pixels: pixels, isUpright: row == 0)
            }
        }
    }

    private static func inset(_ area: PatternArea) -> PatternArea {
        let margin = max(1, min(area.width, area.height) / 16)
        return PatternArea(
            x: area.x + margin, y: area.y + margin, width: max(0, area.width - 2 * margin),
            height: max(0, area.height - 2 * margin))
    }

    private func draw(_ field: Field, on image: inout GreyImage) {
        let area = field.area
        let length = field.isUpright ? area.width : area.height
        for start in stride(from: 0, to: length, by: field.pixels) {
            let thick = min(field.pixels, length - start)
            let line =
                field.isUpright
                ? PatternArea(x: area.x + start, y: area.y, width: thick, height: area.height)
                : PatternArea(x: area.x, y: area.y + start, width: area.width, height: thick)
            image.fill(line, grey: start / field.pixels % 2 == 0 ? 255 : 0)
        }
    }
}

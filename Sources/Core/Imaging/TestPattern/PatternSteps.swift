/// 18 grey steps, each with a patch 1 % brighter at its left and one 1 % darker at its right.
struct PatternSteps {
    let area: PatternArea
    let columns: Int

    /// In one, two or three rows, whichever makes the steps most nearly square.
    init(_ area: PatternArea, pixelAspect: Double) {
        self.area = area
        let tall = Double(area.height) * pixelAspect
        columns =
            [18, 9, 6].min {
                Self.oblongness(area.width, tall, $0) < Self.oblongness(area.width, tall, $1)
            } ?? 18
    }

    func draw(on image: inout GreyImage) {
        let rows = 18 / columns
        let bands = area.rows(shares: Array(repeating: 1, count: rows))
        let cells = bands.flatMap { $0.columns(shares: Array(repeating: 1, count: columns)) }
        for (cell, level) in zip(cells, TestPattern.steps) { draw(level, in: cell, on: &image) }
    }

    private func draw(_ level: Int, in cell: PatternArea, on image: inout GreyImage) {
        image.fill(cell, grey: UInt8(level))
        for (half, sign) in zip(cell.columns(shares: [1, 1]), [1, -1]) {
            let patch = min(max(level + sign * TestPattern.onePercent, 0), 255)
            image.fill(half.middle(2, 2), grey: UInt8(patch))
        }
    }

    /// 1 for a square step, more for an oblong one.
    private static func oblongness(_ width: Int, _ height: Double, _ columns: Int) -> Double {
        let wide = Double(width) / Double(columns)
        let high = height * Double(columns) / 18
        return max(wide / max(high, 0.001), high / max(wide, 0.001))
    }
}

/// Letters of 5 × 7 pixels at three sizes beside each other.
struct PatternText {
    let area: PatternArea

    init(_ area: PatternArea) { self.area = area }

    /// Columns of a letter with the gap after it.
    private static let advance = 6
    private static let rows = 7

    /// Letters that differ in strokes of one pixel, row by row, the leftmost pixel in bit 4.
    private static let glyphs: [[UInt8]] = [
        [0b11110, 0b10001, 0b10001, 0b11110, 0b10100, 0b10010, 0b10001],  // R
        [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110],  // 5
        [0b01110, 0b10001, 0b10000, 0b10111, 0b10001, 0b10001, 0b01110],  // G
        [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110],  // 8
        [0b11110, 0b10001, 0b10001, 0b11110, 0b10001, 0b10001, 0b11110],  // B
        [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b10000, 0b11111],  // Z
    ]

    /// Whether the letters of a size, and all smaller ones at their left, have room.
    func fits(scale: Int) -> Bool {
        area.height >= Self.rows * scale
            && area.width >= (1...scale).reduce(0) { $0 + 2 * Self.advance * $1 }
    }

    func draw(on image: inout GreyImage) {
        image.fill(area, grey: TestPattern.surround)
        let scales = [1, 2, 3].filter { fits(scale: $0) }
        let unit = scales.reduce(0, +) * Self.advance
        guard unit > 0 else { return }
        let count = min(Self.glyphs.count, area.width / unit)
        var x = area.x + (area.width - count * unit) / 2
        for scale in scales {
            let y = area.y + (area.height - Self.rows * scale) / 2
            for glyph in Self.glyphs.prefix(count) {
                draw(glyph, x: x, y: y, scale: scale, on: &image)
                x += Self.advance * scale
            }
        }
    }

    private func draw(_ glyph: [UInt8], x: Int, y: Int, scale: Int, on image: inout GreyImage) {
        for (row, bits) in glyph.enumerated() {
            for column in 0..<5 where bits >> (4 - column) & 1 == 1 {
                let pixel = PatternArea(
                    x: x + column * scale, y: y + row * scale, width: scale, height: scale)
                image.fill(pixel, grey: 255)
            }
        }
    }
}

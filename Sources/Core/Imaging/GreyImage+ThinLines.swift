extension GreyImage {
    /// Draws a line one pixel wide between two pixels, black over bright grounds and white over dark ones.
    ///
    /// Each stretch of a few pixels has one grey, so that the line stays whole over noise. Parts outside the picture are
    /// left out. With `dotted` every other stretch is left free.
    public mutating func drawThinLine(
        from start: (x: Int, y: Int), to end: (x: Int, y: Int), dotted: Bool = false
    ) {
        let pixels = Self.line(from: start, to: end)
        let length = min(width, height) < 100 ? 2 : 6
        for (number, first) in stride(from: 0, to: pixels.count, by: length).enumerated()
        where !dotted || number % 2 == 0 {
            drawContrasting(pixels[first..<min(first + length, pixels.count)])
        }
    }

    /// Draws the edge of a square around a pixel, `reach` pixels away from it on each side.
    public mutating func drawSquare(x: Int, y: Int, reach: Int) {
        let (left, right, top, bottom) = (x - reach, x + reach, y - reach, y + reach)
        drawThinLine(from: (left, top), to: (right, top))
        drawThinLine(from: (left, bottom), to: (right, bottom))
        drawThinLine(from: (left, top + 1), to: (left, bottom - 1))
        drawThinLine(from: (right, top + 1), to: (right, bottom - 1))
    }

    private mutating func drawContrasting(_ stretch: ArraySlice<(x: Int, y: Int)>) {
        let inside = stretch.filter { $0.x >= 0 && $0.y >= 0 && $0.x < width && $0.y < height }
        guard !inside.isEmpty else { return }
        let sum = inside.reduce(0) { $0 + Int(self[$1.x, $1.y]) }
        let grey: UInt8 = sum < 128 * inside.count ? 255 : 0
        for pixel in inside { self[pixel.x, pixel.y] = grey }
    }

    /// The pixels of a line, one for each step along its longer side.
    private static func line(
        from start: (x: Int, y: Int), to end: (x: Int, y: Int)
    ) -> [(x: Int, y: Int)] {
        let across = end.x - start.x
        let down = end.y - start.y
        let steps = max(abs(across), abs(down))
        guard steps > 0 else { return [start] }
        return (0...steps).map { step in
            (
                start.x + rounded(across * step, by: steps),
                start.y + rounded(down * step, by: steps)
            )
        }
    }

    private static func rounded(_ value: Int, by divisor: Int) -> Int {
        let doubled = 2 * value + divisor
        let quotient = doubled / (2 * divisor)
        return doubled % (2 * divisor) < 0 ? quotient - 1 : quotient
    }
}

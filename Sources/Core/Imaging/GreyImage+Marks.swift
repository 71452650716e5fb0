extension GreyImage {
    /// Draws a cross, white with a black edge, so that it shows on every grey.
    ///
    /// What lies within `gap` pixels of (`x`, `y`) stays free, so that the finding is not covered; `arm` is the
    /// reach and `thickness` that of the white line, in pixels. Parts outside the picture are left out.
    public mutating func drawCross(x: Int, y: Int, arm: Int, gap: Int = 2, thickness: Int = 1) {
        let start = -(thickness / 2)
        let line = start...(start + max(thickness, 1) - 1)
        let reach = max(arm, gap + 1)
        let arms = [(gap + 1)...reach, -reach...(-gap - 1)]
        for (margin, grey) in [(1, UInt8(0)), (0, 255)] {
            for along in arms {
                fill(x: x, y: y, columns: along, rows: line, margin: margin, grey)
                fill(x: x, y: y, columns: line, rows: along, margin: margin, grey)
            }
        }
    }

    /// Fills a rectangle, given as offsets from (`x`, `y`), with a margin around it.
    private mutating func fill(
        x: Int, y: Int, columns: ClosedRange<Int>, rows: ClosedRange<Int>, margin: Int,
        _ grey: UInt8
    ) {
        for row in (rows.lowerBound - margin)...(rows.upperBound + margin) {
            for column in (columns.lowerBound - margin)...(columns.upperBound + margin) {
                set(x: x + column, y: y + row, grey)
            }
        }
    }

    private mutating func set(x: Int, y: Int, _ grey: UInt8) {
        guard x >= 0, y >= 0, x < width, y < height else { return }
        self[x, y] = grey
    }
}

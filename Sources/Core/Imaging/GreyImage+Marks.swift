extension GreyImage {
    /// Draws a cross, white with a black edge, so that it shows on every grey.
    ///
    /// The pixel at (`x`, `y`) itself stays free within `gap` pixels, so that the finding is not covered. Parts
    /// outside the picture are left out. `arm` is the reach in pixels; `thickness` of the white line is 1 or more.
    public mutating func drawCross(x: Int, y: Int, arm: Int, gap: Int = 2, thickness: Int = 1) {
        let start = -(thickness / 2)
        let line = start...(start + max(thickness, 1) - 1)
        for (along, across) in [(gap + 1)...max(arm, gap + 1), (-max(arm, gap + 1))...(-gap - 1)]
            .map({ ($0, line) })
        {
            drawEdged(x: x, y: y, columns: along, rows: across)
            drawEdged(x: x, y: y, columns: across, rows: along)
        }
    }

    /// A white rectangle within a black edge of one pixel, given as offsets from (`x`, `y`).
    private mutating func drawEdged(
        x: Int, y: Int, columns: ClosedRange<Int>, rows: ClosedRange<Int>
    ) {
        for row in (rows.lowerBound - 1)...(rows.upperBound + 1) {
            for column in (columns.lowerBound - 1)...(columns.upperBound + 1) {
                let white = rows.contains(row) && columns.contains(column)
                set(x: x + column, y: y + row, white ? 255 : 0)
            }
        }
    }

    private mutating func set(x: Int, y: Int, _ grey: UInt8) {
        guard x >= 0, y >= 0, x < width, y < height else { return }
        self[x, y] = grey
    }
}

extension GreyImage {
    /// Draws a straight line, white with a black edge, so that it shows on every grey.
    ///
    /// What lies within `gap` pixels of `free` stays as it is, so that the finding is not covered. Ends may lie outside the
    /// picture; the line has the width of one pixel, its edge one more on each side.
    public mutating func drawLine(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double),
        free: (x: Double, y: Double)? = nil, gap: Double = 0
    ) {
        guard let ends = clipped(start, end) else { return }
        let (across, down) = (ends.1.x - ends.0.x, ends.1.y - ends.0.y)
        let count = Int(max(abs(across), abs(down)).rounded(.up))
        let isSteep = abs(down) > abs(across)
        let places = (0...count).map { step -> (x: Int, y: Int) in
            let share = count == 0 ? 0 : Double(step) / Double(count)
            return (Int(ends.0.x + across * share), Int(ends.0.y + down * share))
        }.filter { place in
            guard let free else { return true }
            return max(abs(Double(place.x) - free.x), abs(Double(place.y) - free.y)) > gap
        }
        for place in places {
            for side in [-1, 1] {
                plot(isSteep ? place.x + side : place.x, isSteep ? place.y : place.y + side, 0)
            }
        }
        for place in places { plot(place.x, place.y, 255) }
    }

    private mutating func plot(_ x: Int, _ y: Int, _ grey: UInt8) {
        guard x >= 0, y >= 0, x < width, y < height else { return }
        self[x, y] = grey
    }

    /// The part of a line on the picture.
    ///
    /// Source: Liang and Barsky 1984, doi:10.1145/357332.357333.
    private func clipped(
        _ start: (x: Double, y: Double), _ end: (x: Double, y: Double)
    ) -> ((x: Double, y: Double), (x: Double, y: Double))? {
        let (across, down) = (end.x - start.x, end.y - start.y)
        let sides = [
            (-across, start.x), (across, Double(width) - 0.001 - start.x), (-down, start.y),
            (down, Double(height) - 0.001 - start.y),
        ]
        var (first, last) = (0.0, 1.0)
        for (way, room) in sides {
            if way == 0 {
                if room < 0 { return nil }
            } else if way < 0 {
                first = max(first, room / way)
            } else {
                last = min(last, room / way)
            }
        }
        guard first <= last else { return nil }
        return (
            (start.x + across * first, start.y + down * first),
            (start.x + across * last, start.y + down * last)
        )
    }
}

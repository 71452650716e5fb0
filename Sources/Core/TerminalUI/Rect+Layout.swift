extension Size {
    /// The rectangle of this size at the origin.
    public var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }
}

extension Rect {
    /// The column after the last.
    public var maxX: Int { x + width }
    /// The row after the last.
    public var maxY: Int { y + height }
    /// Whether there is no cell inside.
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// Whether a cell lies inside.
    public func contains(column: Int, row: Int) -> Bool {
        column >= x && column < maxX && row >= y && row < maxY
    }

    /// The cells that lie in both; empty when there are none.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(
            x: left, y: top, width: min(maxX, other.maxX) - left,
            height: min(maxY, other.maxY) - top)
    }

    /// The rectangle without `columns` at the left and right and `rows` at the top and bottom.
    public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
        Rect(
            x: x + min(columns, width / 2), y: y + min(rows, height / 2),
            width: width - 2 * columns, height: height - 2 * rows)
    }

    /// The first `rows` rows, and the rest; never more than there are.
    public func split(top rows: Int) -> (top: Rect, rest: Rect) {
        let rows = clamp(rows, height)
        return (
            Rect(x: x, y: y, width: width, height: rows),
            Rect(x: x, y: y + rows, width: width, height: height - rows)
        )
    }

    /// The rest, and the last `rows` rows.
    public func split(bottom rows: Int) -> (rest: Rect, bottom: Rect) {
        let parts = split(top: height - clamp(rows, height))
        return (parts.top, parts.rest)
    }

    /// The first `columns` columns, and the rest.
    public func split(left columns: Int) -> (left: Rect, rest: Rect) {
        let columns = clamp(columns, width)
        return (
            Rect(x: x, y: y, width: columns, height: height),
            Rect(x: x + columns, y: y, width: width - columns, height: height)
        )
    }

    /// The rest, and the last `columns` columns.
    public func split(right columns: Int) -> (rest: Rect, right: Rect) {
        let parts = split(left: width - clamp(columns, width))
        return (parts.left, parts.rest)
    }

    /// `count` columns of nearly equal width with `gap` columns between them; the first are the
    /// wider ones.
    public func columns(_ count: Int, gap: Int = 0) -> [Rect] {
        guard count > 0 else { return [] }
        let space = max(0, width - gap * (count - 1))
        var left = x
        return (0..<count).map { index in
            let share = space / count + (index < space % count ? 1 : 0)
            defer { left += share + gap }
            return Rect(x: left, y: y, width: share, height: height)
        }
    }

    /// `count` rows of nearly equal height, the first the higher ones.
    public func rows(_ count: Int) -> [Rect] {
        guard count > 0 else { return [] }
        var top = y
        return (0..<count).map { index in
            let share = height / count + (index < height % count ? 1 : 0)
            defer { top += share }
            return Rect(x: x, y: top, width: width, height: share)
        }
    }

    /// A rectangle of at most `size` in the middle: where a popup stands.
    public func centered(_ size: Size) -> Rect {
        let width = min(size.width, self.width)
        let height = min(size.height, self.height)
        return Rect(
            x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width,
            height: height)
    }

    private func clamp(_ value: Int, _ most: Int) -> Int { max(0, min(value, most)) }
}

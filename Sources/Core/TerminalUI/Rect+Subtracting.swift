extension Rect {
    /// What is left without the cells of another rectangle: at most four rectangles that do not
    /// overlap.
    public func subtracting(_ other: Rect) -> [Rect] {
        let hole = intersection(other)
        guard !hole.isEmpty else { return [self] }
        let parts = [
            Rect(x: x, y: y, width: width, height: hole.y - y),
            Rect(x: x, y: hole.maxY, width: width, height: maxY - hole.maxY),
            Rect(x: x, y: hole.y, width: hole.x - x, height: hole.height),
            Rect(x: hole.maxX, y: hole.y, width: maxX - hole.maxX, height: hole.height),
        ]
        return parts.filter { !$0.isEmpty }
    }

    /// What is left without the cells of several rectangles.
    public func subtracting(_ others: [Rect]) -> [Rect] {
        others.reduce([self]) { rest, other in rest.flatMap { $0.subtracting(other) } }
            .filter { !$0.isEmpty }
    }
}

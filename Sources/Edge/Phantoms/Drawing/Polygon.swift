/// A closed outline in a plane.
struct Polygon: Sendable {
    private let corners: [(x: Double, y: Double)]

    /// An outline through `corners`, in order.
    init(_ corners: [(x: Double, y: Double)]) {
        precondition(corners.count > 2, "an outline needs three corners")
        self.corners = corners
    }

    /// The signed distance to the outline: negative inside.
    func distance(_ x: Double, _ y: Double) -> Double {
        var nearest = Double.infinity
        var inside = false
        var previous = corners[corners.count - 1]
        for corner in corners {
            let (ex, ey) = (previous.x - corner.x, previous.y - corner.y)
            let (px, py) = (x - corner.x, y - corner.y)
            let t = min(max((px * ex + py * ey) / (ex * ex + ey * ey), 0), 1)
            let (dx, dy) = (px - ex * t, py - ey * t)
            nearest = min(nearest, dx * dx + dy * dy)
            if (corner.y > y) != (previous.y > y), x < ex * (y - corner.y) / ey + corner.x {
                inside.toggle()
            }
            previous = corner
        }
        return inside ? -nearest.squareRoot() : nearest.squareRoot()
    }
}

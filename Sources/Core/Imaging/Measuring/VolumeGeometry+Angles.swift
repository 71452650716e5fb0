import Glibc

extension VolumeGeometry {
    /// The angle between the ways from `vertex` to two other points of the slice, degrees, 0...180.
    public func angleDegrees(
        at vertex: ImagePoint, from first: ImagePoint, to second: ImagePoint
    ) throws(MeasureError) -> Double {
        try Self.angle(way(from: vertex, to: first), way(from: vertex, to: second))
    }

    /// Cobb's angle: between two lines of the slice, whichever way they were drawn, degrees, 0...90.
    ///
    /// Source: Cobb 1948, Outline for the study of scoliosis, Instructional Course Lectures 5:261-275.
    public func cobbAngleDegrees(
        _ first: ImageSegment, _ second: ImageSegment
    ) throws(MeasureError) -> Double {
        let angle = try Self.angle(
            way(from: first.start, to: first.end), way(from: second.start, to: second.end))
        return min(angle, 180 - angle)
    }

    private static func angle(_ a: Vector3, _ b: Vector3) throws(MeasureError) -> Double {
        guard a.length > 0, b.length > 0 else { throw .pointsCoincide }
        // The arc tangent stays exact near 0 and 180, where the arc cosine does not.
        return atan2(a.cross(b).length, a.dot(b)) * 180 / .pi
    }
}

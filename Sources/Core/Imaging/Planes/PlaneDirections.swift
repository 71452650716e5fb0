import Glibc

/// How a plane lies in the patient: the directions of its rows and columns.
public struct PlaneDirections: Hashable, Sendable {
    /// Direction in which columns grow, to the right of the screen; length 1.
    public let right: Vector3
    /// Direction in which rows grow, down the screen; length 1, perpendicular to `right`.
    public let down: Vector3

    /// A body plane as it hangs radiologically: the patient's right or front on the left, the front or head up.
    public init(_ plane: BodyPlane) {
        right = plane == .sagittal ? Vector3(0, 1, 0) : Vector3(1, 0, 0)
        down = plane == .axial ? Vector3(0, 1, 0) : Vector3(0, 0, -1)
    }

    /// The directions nearest to the given ones: `down` is turned until it is perpendicular to `right`.
    ///
    /// - Throws: `PlaneError.noDirections` when they are not two different directions.
    public init(right: Vector3, down: Vector3) throws(PlaneError) {
        guard let right = right.normalized,
            let down = (down - right * down.dot(right)).normalized,
            abs(right.dot(down)) < 1e-6
        else { throw .noDirections }
        (self.right, self.down) = (right, down)
    }

    private init(turnedRight right: Vector3, down: Vector3) {
        (self.right, self.down) = (right, down)
    }

    /// Into the screen: `right × down`, length 1.
    public var normal: Vector3 { right.cross(down) }

    /// The plane tilted around its rows: what is below comes nearer for degrees above 0.
    public func tilted(aroundRows degrees: Double) -> Self {
        Self(turnedRight: right, down: down.turned(around: right, degrees: degrees))
    }

    /// The plane tilted around its columns.
    public func tilted(aroundColumns degrees: Double) -> Self {
        Self(turnedRight: right.turned(around: down, degrees: degrees), down: down)
    }

    /// The plane turned in itself.
    public func turned(inPlane degrees: Double) -> Self {
        Self(
            turnedRight: right.turned(around: normal, degrees: degrees),
            down: down.turned(around: normal, degrees: degrees))
    }
}

extension Vector3 {
    /// The vector turned right-handed around an axis of length 1.
    ///
    /// Source: Rodrigues' rotation formula.
    func turned(around axis: Vector3, degrees: Double) -> Vector3 {
        let angle = degrees * .pi / 180
        return self * cos(angle) + axis.cross(self) * sin(angle)
            + axis * (axis.dot(self) * (1 - cos(angle)))
    }
}

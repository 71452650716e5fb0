/// How a stored slice is turned so that it hangs as radiologists expect.
///
/// Radiological convention: the patient's right is on the left of the screen, the front or the head is up; in
/// sagittal slices the front is on the left.
public struct ScreenOrientation: Hashable, Sendable {
    /// Whether rows and columns change places first.
    public var transposed: Bool
    /// Whether left and right change places after that.
    public var flippedHorizontally: Bool
    /// Whether top and bottom change places after that.
    public var flippedVertically: Bool

    /// As stored, unless said otherwise.
    public init(
        transposed: Bool = false, flippedHorizontally: Bool = false, flippedVertically: Bool = false
    ) {
        self.transposed = transposed
        self.flippedHorizontally = flippedHorizontally
        self.flippedVertically = flippedVertically
    }
}

extension VolumeGeometry {
    /// How slices are turned to hang radiologically.
    public var radiologicalOrientation: ScreenOrientation {
        let right = plane == .sagittal ? Vector3(0, 1, 0) : Vector3(1, 0, 0)
        let down = plane == .axial ? Vector3(0, 1, 0) : Vector3(0, 0, -1)
        let transposed = abs(rowDirection.dot(right)) < abs(columnDirection.dot(right))
        let screenRight = transposed ? columnDirection : rowDirection
        let screenDown = transposed ? rowDirection : columnDirection
        return ScreenOrientation(
            transposed: transposed, flippedHorizontally: screenRight.dot(right) < 0,
            flippedVertically: screenDown.dot(down) < 0)
    }

    /// Directions of the screen in the patient, to the right and down, for slices turned by `orientation`.
    public func screenDirections(
        _ orientation: ScreenOrientation
    ) -> (right: Vector3, down: Vector3) {
        let right = orientation.transposed ? columnDirection : rowDirection
        let down = orientation.transposed ? rowDirection : columnDirection
        return (
            right * (orientation.flippedHorizontally ? -1 : 1),
            down * (orientation.flippedVertically ? -1 : 1)
        )
    }
}

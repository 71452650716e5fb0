import Glibc

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

/// The body plane that a slice lies in, or is nearest to.
public enum BodyPlane: String, Hashable, Sendable {
    /// Seen from the feet.
    case axial
    /// Seen from the front.
    case coronal
    /// Seen from the patient's left.
    case sagittal
}

extension VolumeGeometry {
    /// The body plane that the slices are nearest to, by the greatest part of their normal.
    public var plane: BodyPlane {
        let normal = normal
        if abs(normal.z) >= max(abs(normal.x), abs(normal.y)) { return .axial }
        return abs(normal.y) >= abs(normal.x) ? .coronal : .sagittal
    }

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

/// The letters at the four edges of a picture: R L (right, left), A P (front, back), H F (head, feet) of the patient.
public struct EdgeLetters: Hashable, Sendable {
    /// At the left edge of the screen.
    public let left: String
    /// At the right edge.
    public let right: String
    /// At the upper edge.
    public let top: String
    /// At the lower edge.
    public let bottom: String

    /// Letters for slices of `geometry` turned by `orientation`; two letters from 15° of obliqueness on.
    public init(_ geometry: VolumeGeometry, _ orientation: ScreenOrientation) {
        let (right, down) = geometry.screenDirections(orientation)
        self.left = Self.letters(right * -1)
        self.right = Self.letters(right)
        self.top = Self.letters(down * -1)
        self.bottom = Self.letters(down)
    }

    /// Letters for a direction, the strongest first, at most two.
    ///
    /// Source: DICOM PS3.3 C.7.6.1.1.1 (letters and their order).
    static func letters(_ direction: Vector3) -> String {
        let parts = [
            (abs(direction.x), direction.x > 0 ? "L" : "R"),
            (abs(direction.y), direction.y > 0 ? "P" : "A"),
            (abs(direction.z), direction.z > 0 ? "H" : "F"),
        ].sorted { $0.0 > $1.0 }
        let second = parts[1].0 >= sin(15 * Double.pi / 180) ? parts[1].1 : ""
        return parts[0].1 + second
    }
}

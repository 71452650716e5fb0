import Glibc

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

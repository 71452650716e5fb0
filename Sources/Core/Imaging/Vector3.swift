import Glibc

/// A point or direction in patient coordinates, millimetres: x to the left, y to the back, z to the head (LPS).
///
/// Source: DICOM PS3.3 C.7.6.2.1.1.
public struct Vector3: Hashable, Sendable, Codable {
    /// To the patient's left.
    public var x: Double
    /// To the patient's back.
    public var y: Double
    /// To the patient's head.
    public var z: Double

    /// The vector (x, y, z).
    public init(_ x: Double, _ y: Double, _ z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// Sum.
    public static func + (a: Self, b: Self) -> Self { Self(a.x + b.x, a.y + b.y, a.z + b.z) }
    /// Difference.
    public static func - (a: Self, b: Self) -> Self { Self(a.x - b.x, a.y - b.y, a.z - b.z) }
    /// Multiple.
    public static func * (a: Self, factor: Double) -> Self {
        Self(a.x * factor, a.y * factor, a.z * factor)
    }
    /// Scalar product.
    public func dot(_ other: Self) -> Double { x * other.x + y * other.y + z * other.z }
    /// Vector product.
    public func cross(_ other: Self) -> Self {
        Self(
            y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }
    /// Length in millimetres.
    public var length: Double { dot(self).squareRoot() }
    /// The vector of length 1 in this direction, or `nil` for the zero vector.
    public var normalized: Self? {
        let length = length
        return length > 0 && length.isFinite ? self * (1 / length) : nil
    }
}

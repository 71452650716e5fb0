/// The body plane that a slice lies in, or is nearest to.
public enum BodyPlane: String, Hashable, Sendable, CaseIterable {
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
}

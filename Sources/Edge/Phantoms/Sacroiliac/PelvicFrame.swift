import Glibc
import Imaging

/// A point in the frame of the sacrum, millimetres: `across` to the patient's left, `down` along the
/// sacrum to the feet, `deep` at right angles to the semicoronal plane, to the back.
struct PelvicPoint {
    /// To the patient's left of the midline.
    var across: Double
    /// Towards the feet, from mid-height of the cartilaginous joint.
    var down: Double
    /// Towards the back, from the middle of the cartilaginous joint.
    var deep: Double

    /// The point as a vector, for noise.
    var vector: Vector3 { Vector3(across, down, deep) }
    /// Distance from the midline.
    var lateral: Double { abs(across) }
    /// Whether the point lies in the patient's left half.
    var isLeft: Bool { across > 0 }
}

/// How the semicoronal plane lies in a patient.
struct PelvicFrame: Sendable {
    private let sine: Double
    private let cosine: Double

    /// A frame tilted by `tiltDegrees` from the coronal plane, as the sacrum is.
    init(tiltDegrees: Double) {
        sine = sin(tiltDegrees * .pi / 180)
        cosine = cos(tiltDegrees * .pi / 180)
    }

    /// Direction of the columns of a semicoronal picture.
    var down: Vector3 { Vector3(0, sine, -cosine) }
    /// Direction in which semicoronal slices follow each other.
    var deep: Vector3 { Vector3(0, cosine, sine) }

    /// A point of the patient in this frame.
    func point(_ position: Vector3) -> PelvicPoint {
        PelvicPoint(across: position.x, down: position.dot(down), deep: position.dot(deep))
    }

    /// Semicoronal slices around the joints.
    func geometry(columns: Int, pixelMM: Double, slices: Int, spacingMM: Double) -> VolumeGeometry {
        let half = Double(columns - 1) / 2 * pixelMM
        let corner = Vector3(-half, 0, 0) + down * (-half - 8)
        let middle = Double(slices - 1) / 2
        return VolumeGeometry(
            columns: columns, rows: columns, rowDirection: Vector3(1, 0, 0), columnDirection: down,
            columnSpacingMM: pixelMM, rowSpacingMM: pixelMM,
            positions: (0..<slices).map { corner + deep * ((Double($0) - middle) * spacingMM) })
    }
}

import Glibc
import Imaging

/// Simple bodies painted over each other: enough anatomy to try a reading form on, with places and sizes that are
/// known.
struct PaintedBody: Sendable {
    /// An ellipsoid along the patient's axes.
    struct Shape: Sendable {
        /// Where its middle is, millimetres.
        var center: Vector3
        /// Half of its extent along each axis, millimetres.
        var radii: Vector3
        /// The value inside.
        var value: Double
        /// Over how many millimetres its edge fades.
        var edgeMM = 1.0
        /// How much the value changes inside, as a share of it, and over how many millimetres.
        var grain: (share: Double, sizeMM: Double)?

        /// An ellipsoid of `value`.
        init(
            _ center: Vector3, _ radii: Vector3, _ value: Double, edgeMM: Double = 1,
            grain: (share: Double, sizeMM: Double)? = nil
        ) {
            self.center = center
            self.radii = radii
            self.value = value
            self.edgeMM = edgeMM
            self.grain = grain
        }

        /// How much of a point belongs to it, 0...1.
        func share(of point: Vector3) -> Double {
            let x = (point.x - center.x) / radii.x
            let y = (point.y - center.y) / radii.y
            let z = (point.z - center.z) / radii.z
            let smallest = min(radii.x, radii.y, radii.z)
            let inside = (1 - (x * x + y * y + z * z).squareRoot()) * smallest
            return min(max(inside / edgeMM + 0.5, 0), 1)
        }
    }

    /// The shapes, each over those before it.
    var shapes: [Shape]
    /// The value where nothing is.
    var air = 0.0

    /// The body on the voxels of a series; `seed` decides the grain.
    func picture(_ geometry: VolumeGeometry, seed: UInt64) -> FloatVolume {
        let noise = LatticeNoise(seed: seed)
        return FloatVolume(
            geometry, values: geometry.centers.map { Float(value(at: $0, noise)) })
    }

    private func value(at point: Vector3, _ noise: LatticeNoise) -> Double {
        var result = air
        for shape in shapes {
            let share = shape.share(of: point)
            guard share > 0 else { continue }
            var value = shape.value
            if let grain = shape.grain {
                value *= 1 + grain.share * noise.value(point, sizeMM: grain.sizeMM)
            }
            result += (value - result) * share
        }
        return result
    }
}

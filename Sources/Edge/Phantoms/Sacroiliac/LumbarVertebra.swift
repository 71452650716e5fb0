import Glibc
import Imaging

/// The fifth lumbar vertebra and the disc below it.
struct LumbarVertebra: Sendable {
    private let noise: LatticeNoise

    /// A vertebra that belongs to `seed`.
    init(seed: UInt64) { noise = LatticeNoise(seed: seed) }

    /// Signed distance to the bone.
    func distance(_ point: PelvicPoint) -> Double {
        let waist = 3.2 * DistanceField.smoothStep(1 - abs(point.down + 76) / 14)
        let body = max(
            DistanceField.ellipse(
                point.across, point.deep + 6 + 0.25 * (point.down + 60),
                radii: (27 - waist, 19 - waist * 0.6)),
            abs(point.down + 76 + lean(point)) - 13.2)
        let process = DistanceField.rod(
            Vector3(point.lateral, point.down, point.deep), Vector3(22, -74, 6),
            Vector3(46, -69, 12), 5.5, 3)
        let facet = DistanceField.ellipsoid(
            Vector3(point.lateral, point.down, point.deep), center: Vector3(21, -56, 20),
            radii: Vector3(6.5, 12, 7))
        let spine = DistanceField.ellipsoid(
            point.vector, center: Vector3(0, -62, 36), radii: Vector3(3.6, 12, 13))
        let all = DistanceField.union(
            DistanceField.union(body, process, blend: 5), min(facet, spine), blend: 4)
        return all + 0.5 * noise.value(point.vector, sizeMM: 10)
    }

    /// Signed distance to the disc between this vertebra and the sacrum.
    func disc(_ point: PelvicPoint) -> Double {
        max(
            DistanceField.ellipse(point.across, point.deep + 5, radii: (27.5, 19.5)),
            abs(point.down + 54.5 + lean(point) * 0.5) - 6.2)
    }

    /// Signed distance to the spinal canal.
    func canal(_ point: PelvicPoint) -> Double {
        max(
            DistanceField.ellipse(point.across, point.deep - 20, radii: (12, 8.5)), point.down + 44)
    }

    /// End plates sink in the middle and tip forward.
    private func lean(_ point: PelvicPoint) -> Double {
        -0.16 * point.deep + 0.0024 * point.across * point.across
    }
}

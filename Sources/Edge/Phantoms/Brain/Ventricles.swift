import Imaging

/// The spaces of cerebrospinal fluid inside the brain.
struct Ventricles: Sendable {
    private let noise: LatticeNoise
    private let size: Double

    /// Ventricles; `size` 1 is a middle-aged brain.
    init(seed: UInt64, size: Double) {
        noise = LatticeNoise(seed: seed)
        self.size = size
    }

    /// Signed distance to the nearest fluid.
    func distance(_ p: Vector3) -> Double {
        let side = Vector3(abs(p.x), p.y, p.z)
        var nearest = lateral(side)
        nearest = min(nearest, third(p))
        nearest = min(nearest, fourth(p))
        return nearest + 0.4 * noise.value(p, sizeMM: 9)
    }

    /// Signed distance to the plexus in the atrium and the body.
    func plexus(_ p: Vector3) -> Double {
        let side = Vector3(abs(p.x), p.y, p.z)
        return DistanceField.rod(side, Vector3(22, 34, 8), Vector3(13, 14, 19), 2.6, 1.2)
            + 0.8 * noise.value(p, sizeMM: 3)
    }

    private func lateral(_ side: Vector3) -> Double {
        let stretched = Vector3(side.x, side.y, side.z)
        let horn = DistanceField.rod(
            stretched, Vector3(9, -31, 7), Vector3(11, -12, 15), 4.2 * size, 5.2 * size)
        let roof = DistanceField.rod(
            stretched, Vector3(11, -12, 16), Vector3(14, 18, 20), 4.6 * size, 4.8 * size)
        let atrium = DistanceField.rod(
            stretched, Vector3(14, 18, 20), Vector3(25, 37, 7), 5 * size, 7 * size)
        let occipital = DistanceField.rod(
            stretched, Vector3(25, 37, 7), Vector3(22, 60, 3), 5.5 * size, 1.6)
        let temporal = DistanceField.rod(
            stretched, Vector3(27, 35, 2), Vector3(33, 4, -16), 4 * size, 2.2)
        let front = DistanceField.union(horn, roof, blend: 4)
        let back = DistanceField.union(atrium, occipital, blend: 4)
        let all = DistanceField.union(
            DistanceField.union(front, back, blend: 4), temporal, blend: 3)
        return max(all, 1.1 - side.x)
    }

    private func third(_ p: Vector3) -> Double {
        DistanceField.ellipsoid(
            p, center: Vector3(0, 2, 0), radii: Vector3(2.4 * size, 15, 11))
    }

    private func fourth(_ p: Vector3) -> Double {
        let cavity = DistanceField.ellipsoid(
            p, center: Vector3(0, 25, -35), radii: Vector3(8 * size, 6, 9))
        let aqueduct = DistanceField.rod(p, Vector3(0, 14, -6), Vector3(0, 22, -28), 1.1, 1.3)
        return DistanceField.union(cavity, aqueduct, blend: 3)
    }
}

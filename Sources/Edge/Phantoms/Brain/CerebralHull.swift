import Glibc
import Imaging

/// The outer shapes of the brain, without its folds, in millimetres from the middle of the head.
struct CerebralHull: Sendable {
    private let noise: LatticeNoise

    /// A hull that belongs to `seed`.
    init(seed: UInt64) { noise = LatticeNoise(seed: seed) }

    /// Signed distance to the space of the cerebrum, with the cisterns and the back of the tentorium.
    func space(_ p: Vector3) -> Double {
        let orbit = 6 * DistanceField.smoothStep((abs(p.x) - 6) / 14)
        let level = -15 + orbit - 26 * DistanceField.smoothStep((p.y + 24) / 26)
        let top = DistanceField.intersection(vault(p), level - p.z, blend: 10)
        return DistanceField.union(top, temporal(p), blend: 8) + 1.1 * noise.value(p, sizeMM: 30)
    }

    /// Signed distance to the cerebrum, where the distance to its space is `space`.
    func cerebrum(_ p: Vector3, space: Double) -> Double {
        // Between the temporal lobes lie the brainstem and the cisterns, not the cerebrum.
        let below = DistanceField.ellipsoid(
            p, center: Vector3(0, 0, -21), radii: Vector3(21, 29, 15))
        let open = DistanceField.intersection(space, -below, blend: 5)
        return max(open, tentorium(p))
    }

    /// Depth in millimetres below the nearest surface that sulci start from: the vault, the temporal
    /// lobes and the floor of the frontal lobes.
    func foldDepth(_ p: Vector3) -> Double {
        let sides = DistanceField.union(vault(p), temporal(p), blend: 8)
        let (above, behind) = (max(0, p.z + 11), max(0, p.y + 36))
        return min(-sides, (above * above + behind * behind).squareRoot())
    }

    private func vault(_ p: Vector3) -> Double {
        DistanceField.ellipsoid(
            p, center: Vector3(0, 3, 10), radii: Vector3(67 + 0.035 * p.y, 85, 62))
    }

    private func temporal(_ p: Vector3) -> Double {
        DistanceField.ellipsoid(
            Vector3(abs(p.x), p.y, p.z), center: Vector3(43, 2, -17),
            radii: Vector3(21, 43, 21))
    }

    /// Signed distance to the sheet between cerebrum and cerebellum: negative above it.
    func tentorium(_ p: Vector3) -> Double {
        let slope = -5 - 0.22 * abs(p.x) - 0.18 * (p.y - 40)
        let behind = DistanceField.smoothStep((p.y - 0.42 * abs(p.x) - 2) / 12)
        return (slope - p.z) * behind - 40 * (1 - behind)
    }

    /// Signed distance to the cerebellum.
    func cerebellum(_ p: Vector3) -> Double {
        let side = Vector3(abs(p.x), p.y, p.z)
        let half = DistanceField.ellipsoid(
            side, center: Vector3(25, 49, -34), radii: Vector3(29, 34, 26))
        let vermis = DistanceField.ellipsoid(
            p, center: Vector3(0, 44, -29), radii: Vector3(10, 30, 23))
        let all = DistanceField.union(half, vermis, blend: 4)
        return max(all, 2.2 - tentorium(p)) + 0.6 * noise.value(p, sizeMM: 16)
    }

    /// Signed distance to midbrain, pons and medulla.
    func brainstem(_ p: Vector3) -> Double {
        let side = Vector3(abs(p.x), p.y, p.z)
        let peduncle = DistanceField.rod(side, Vector3(10, 3, -6), Vector3(7, 5, -20), 8, 8)
        let tectum = DistanceField.ellipsoid(
            p, center: Vector3(0, 17, -11), radii: Vector3(13, 10, 12))
        let pons = DistanceField.ellipsoid(
            p, center: Vector3(0, 8, -31), radii: Vector3(18, 14, 15))
        let medulla = DistanceField.rod(p, Vector3(0, 14, -44), Vector3(0, 21, -80), 8.5, 6.5)
        let bridge = DistanceField.rod(side, Vector3(10, 14, -33), Vector3(24, 32, -35), 8, 7)
        let upper = DistanceField.union(peduncle, tectum, blend: 6)
        let lower = DistanceField.union(pons, medulla, blend: 6)
        return min(DistanceField.union(upper, lower, blend: 5), bridge)
    }

    /// Signed distance to the inner table of the skull, from the distances to what it holds.
    func skull(space: Double, cerebellum: Double, brainstem: Double) -> Double {
        let hind = DistanceField.union(cerebellum - 2.6, brainstem - 5, blend: 14)
        return DistanceField.union(space - 2.8, hind, blend: 16)
    }

    /// Signed distance to the skin.
    func skin(_ p: Vector3) -> Double {
        let vault = DistanceField.ellipsoid(
            p, center: Vector3(0, 2, 6), radii: Vector3(82, 101, 82))
        let face = DistanceField.ellipsoid(
            p, center: Vector3(0, -42, -50), radii: Vector3(68, 58, 70))
        let neck = DistanceField.ellipse(p.x, p.y - 25, radii: (64, 66))
        let lower = DistanceField.union(face, max(neck, p.z + 30), blend: 25)
        return DistanceField.union(vault, lower, blend: 18)
    }
}

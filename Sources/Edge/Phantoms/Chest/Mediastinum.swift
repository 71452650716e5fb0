import Glibc
import Imaging

/// Heart, great vessels, airways and gullet between the lungs.
struct Mediastinum: Sendable {
    private let noise: LatticeNoise

    /// A mediastinum that belongs to `seed`.
    init(seed: UInt64) { noise = LatticeNoise(seed: seed) }

    /// Signed distance to everything between the lungs.
    func space(_ p: Vector3) -> Double {
        let upper = DistanceField.ellipse(
            p.x, p.y - 2, radii: (33 - 0.06 * p.z, 58))
        let middle = DistanceField.ellipsoid(
            p, center: Vector3(3, -10, -8), radii: Vector3(41, 52, 46))
        let spine = DistanceField.ellipse(p.x, p.y - 66, radii: (27, 27))
        let front = max(DistanceField.ellipse(p.x, p.y + 66, radii: (15, 26)), p.z - 60)
        let all = DistanceField.union(
            DistanceField.union(upper, middle, blend: 16),
            DistanceField.union(heart(p) - 4, min(spine, front), blend: 8), blend: 14)
        return DistanceField.union(all, descendingAorta(p) - 2, blend: 6)
            + 1.3 * noise.value(p, sizeMM: 24)
    }

    /// Signed distance to the heart.
    func heart(_ p: Vector3) -> Double {
        let left = turned(p, Vector3(26, -26, -66), Vector3(60, 41, 44))
        let right = DistanceField.ellipsoid(
            p, center: Vector3(-16, -20, -58), radii: Vector3(34, 36, 42))
        return DistanceField.union(left, right, blend: 18)
    }

    /// Signed distance to the blood in the chambers of the heart.
    func chambers(_ p: Vector3) -> Double {
        let left = turned(p, Vector3(34, -22, -68), Vector3(36, 20, 26))
        let right = turned(p, Vector3(4, -40, -68), Vector3(34, 15, 28))
        let atrium = DistanceField.ellipsoid(
            p, center: Vector3(4, 10, -44), radii: Vector3(30, 17, 22))
        let other = DistanceField.ellipsoid(
            p, center: Vector3(-30, -18, -56), radii: Vector3(17, 22, 30))
        return min(min(left, right), min(atrium, other))
    }

    /// Signed distance to the great vessels.
    func vessels(_ p: Vector3) -> Double {
        let ascending = DistanceField.rod(
            p, Vector3(-8, -24, -36), Vector3(-12, -26, 18), 17, 16)
        let arch = min(
            DistanceField.rod(p, Vector3(-12, -26, 20), Vector3(4, -4, 38), 15, 14),
            DistanceField.rod(p, Vector3(4, -4, 38), Vector3(24, 34, 24), 13.5, 12.5))
        let cava = DistanceField.rod(p, Vector3(-27, -12, -40), Vector3(-23, -18, 60), 10, 8.5)
        let trunk = DistanceField.rod(p, Vector3(14, -36, -32), Vector3(15, -16, -2), 14, 13)
        let left = DistanceField.rod(p, Vector3(15, -16, -2), Vector3(40, 6, -2), 11.5, 8.5)
        let right = DistanceField.rod(p, Vector3(12, -14, -8), Vector3(-38, 0, -14), 11, 8.5)
        let branches = min(
            min(
                DistanceField.rod(p, Vector3(-10, -14, 44), Vector3(-18, -16, 100), 6.5, 5),
                DistanceField.rod(p, Vector3(4, -8, 46), Vector3(10, -8, 100), 4.2, 3.6)),
            DistanceField.rod(p, Vector3(14, 4, 44), Vector3(24, 2, 100), 5, 4.4))
        let veins = min(
            DistanceField.rod(p, Vector3(-20, -26, 58), Vector3(22, -40, 70), 6.5, 6),
            DistanceField.rod(p, Vector3(24, 18, -40), Vector3(44, 16, -34), 7, 6))
        let otherVein = DistanceField.rod(p, Vector3(-20, 12, -40), Vector3(-42, 12, -36), 7, 6)
        let azygos = DistanceField.rod(p, Vector3(-9, 42, -120), Vector3(-9, 40, 20), 4, 4)
        return min(
            min(min(ascending, arch), min(cava, trunk)),
            min(
                min(min(left, right), branches),
                min(min(veins, otherVein), min(azygos, descendingAorta(p)))))
    }

    /// Signed distance to the descending aorta.
    func descendingAorta(_ p: Vector3) -> Double {
        DistanceField.rod(p, Vector3(24, 36, 26), Vector3(17, 44, -140), 12.5, 11.5)
    }

    /// Signed distance to the air of trachea and main bronchi.
    func airway(_ p: Vector3) -> Double {
        let trachea = DistanceField.rod(p, Vector3(0, 4, 110), Vector3(-1, 9, 6), 8.6, 8.8)
        let right = DistanceField.rod(p, Vector3(-3, 10, 2), Vector3(-33, 12, -20), 7, 5.6)
        let left = DistanceField.rod(p, Vector3(3, 10, 2), Vector3(38, 14, -22), 6.4, 5)
        return DistanceField.union(trachea, min(right, left), blend: 4)
    }

    /// Signed distance to the gullet.
    func gullet(_ p: Vector3) -> Double {
        DistanceField.ellipse(p.x - 6 - 0.03 * p.z, p.y - 26, radii: (8, 5.5))
    }

    /// An ellipsoid turned so that its tip points to the left and forwards.
    private func turned(_ p: Vector3, _ center: Vector3, _ radii: Vector3) -> Double {
        let (c, s) = (0.80, -0.60)
        let d = p - center
        let along = Vector3(c * d.x + s * d.y, -s * d.x + c * d.y, d.z + 0.35 * d.x)
        return DistanceField.ellipsoid(along, center: Vector3(0, 0, 0), radii: radii)
    }
}

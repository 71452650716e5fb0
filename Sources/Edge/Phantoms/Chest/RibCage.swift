import Glibc
import Imaging

/// Ribs, spine, breastbone, shoulder blades and collar bones.
struct RibCage: Sendable {
    private let noise: LatticeNoise

    /// Bones that belong to `seed`.
    init(seed: UInt64) { noise = LatticeNoise(seed: seed) }

    /// Signed distance to the nearest bone, and to the nearest rib cartilage.
    func distance(_ p: Vector3, cage: Double) -> (bone: Double, cartilage: Double) {
        let rib = ribs(p, cage: cage)
        let front = DistanceField.smoothStep((-p.y - 34 + 0.25 * abs(p.x)) / 8)
        let bone = rib + front * 6
        let others = min(min(spine(p), sternum(p)), min(scapula(p), clavicle(p)))
        return (min(bone, others), rib + (1 - front) * 6)
    }

    /// Signed distance to the spinal canal.
    func canal(_ p: Vector3) -> Double {
        DistanceField.ellipse(p.x, p.y - 86 + bow(p.z), radii: (9.5, 8.5))
    }

    /// Signed distance to the discs of the spine.
    func disc(_ p: Vector3) -> Double {
        let level = (p.z / 25.5 - (p.z / 25.5).rounded()) * 25.5
        return max(
            DistanceField.ellipse(p.x, p.y - 64 + bow(p.z), radii: (17, 13.5)), abs(level) - 2.3)
    }

    private func ribs(_ p: Vector3, cage: Double) -> Double {
        let middle = cage - 6.5
        guard abs(middle) < 12 else { return abs(middle) - 4 }
        let around = p.z - 0.62 * (p.y - 60) + 0.34 * abs(p.x)
        let turn = around / 24.5
        let level = (turn - turn.rounded()) * 24.5 * 0.78
        return DistanceField.ellipse(middle, level, radii: (3.8, 5.6))
            + 0.5 * noise.value(p, sizeMM: 20)
    }

    private func spine(_ p: Vector3) -> Double {
        let y = p.y + bow(p.z)
        let level = p.z / 25.5 - (p.z / 25.5).rounded(.down)
        let body = max(
            DistanceField.ellipse(p.x, y - 64, radii: (18 - 2.5 * sin(level * .pi), 14.5)),
            2.4 - abs((p.z / 25.5 - (p.z / 25.5).rounded()) * 25.5))
        let high = DistanceField.band(level, from: 0.45, to: 0.8, edge: 0.12)
        let pedicle = DistanceField.rod(
            Vector3(abs(p.x), y, 0), Vector3(10.5, 74, 0), Vector3(14, 90, 0), 4, 4.5)
        let lamina = DistanceField.rod(
            Vector3(abs(p.x), y, 0), Vector3(14, 90, 0), Vector3(1, 101, 0), 3.8, 3.8)
        let process = DistanceField.rod(
            Vector3(abs(p.x), y, 0), Vector3(14, 89, 0), Vector3(35, 97, 0), 4.6, 4)
        let spinous = DistanceField.rod(
            Vector3(abs(p.x), y, 0), Vector3(0, 100, 0), Vector3(0, 120, 0), 3.4, 3)
        let arch = min(
            min(pedicle, process) + (1 - high) * 8, min(lamina, spinous + (1 - high) * 2))
        return DistanceField.union(body, arch, blend: 3)
    }

    private func sternum(_ p: Vector3) -> Double {
        let y = p.y + 88 - 0.22 * max(0, p.z - 5) * 1.35
        let wide = p.z > 34 ? 30.0 : 19.0
        return max(
            DistanceField.ellipse(p.x, y, radii: (wide, 7)), max(-p.z - 78, p.z - 62))
    }

    private func scapula(_ p: Vector3) -> Double {
        let side = Vector3(abs(p.x), p.y, p.z)
        let blade = DistanceField.rod(
            Vector3(side.x, side.y, 0), Vector3(88, 92, 0), Vector3(140, 66, 0), 3, 4.5)
        let spine = DistanceField.rod(side, Vector3(100, 96, 52), Vector3(152, 62, 78), 4, 6)
        return DistanceField.union(max(blade, -30 - p.z), spine, blend: 3)
    }

    private func clavicle(_ p: Vector3) -> Double {
        DistanceField.rod(
            Vector3(abs(p.x), p.y, p.z), Vector3(22, -58, 66), Vector3(120, -28, 96), 7, 6)
    }

    /// The curve of the spine.
    private func bow(_ z: Double) -> Double { 0.0016 * (z + 10) * (z + 10) - 4 }
}

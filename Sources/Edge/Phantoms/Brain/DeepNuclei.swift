import Imaging

/// Grey nuclei in the depth of the brain.
struct DeepNuclei: Sendable {
    private let noise: LatticeNoise

    /// Nuclei that belong to `seed`.
    init(seed: UInt64) { noise = LatticeNoise(seed: seed) }

    /// Lays the nuclei in white matter.
    func lay(_ p: Vector3, widthMM: Double, into mix: inout TissueMix<HeadTissue>) {
        let side = Vector3(abs(p.x), p.y, p.z)
        guard side.x < 40, p.y > -40, p.y < 36, p.z > -26, p.z < 28 else { return }
        let rough = 0.7 * noise.value(p, sizeMM: 8)
        let soft = widthMM * 1.6
        mix.lay(.deepGrey, DistanceField.coverage(caudate(side) + rough, width: soft))
        mix.lay(.deepGrey, DistanceField.coverage(putamen(side) + rough, width: soft))
        mix.lay(.iron, DistanceField.coverage(pallidum(side) + rough, width: soft) * 0.85)
        mix.lay(.deepGrey, DistanceField.coverage(thalamus(side) + rough, width: soft) * 0.85)
        mix.lay(.grey, DistanceField.coverage(claustrum(side) + 0.5 * rough, width: soft) * 0.7)
        mix.lay(.grey, DistanceField.coverage(hippocampus(side) + rough, width: soft))
    }

    private func caudate(_ side: Vector3) -> Double {
        let head = DistanceField.rod(side, Vector3(14, -24, 6), Vector3(17, -10, 14), 5.4, 4.4)
        let tail = DistanceField.rod(side, Vector3(17, -10, 14), Vector3(21, 20, 18), 3.6, 2)
        return DistanceField.union(head, tail, blend: 3)
    }

    private func putamen(_ side: Vector3) -> Double {
        let lens = DistanceField.ellipsoid(
            turned(side, around: 26), center: Vector3(26.5, -3, 3), radii: Vector3(5.2, 17, 11))
        return lens
    }

    private func pallidum(_ side: Vector3) -> Double {
        DistanceField.ellipsoid(
            turned(side, around: 20), center: Vector3(19.5, 0, 1), radii: Vector3(4.6, 9.5, 7))
    }

    private func thalamus(_ side: Vector3) -> Double {
        DistanceField.ellipsoid(
            turned(side, around: 11), center: Vector3(10.5, 12, 7), radii: Vector3(7.6, 15, 9.5))
    }

    private func claustrum(_ side: Vector3) -> Double {
        let sheet = abs(side.x - 33.2 - 0.006 * (side.y + 3) * (side.y + 3) * -1) - 0.6
        return max(sheet, max(abs(side.y + 3) - 15, abs(side.z - 2) - 9))
    }

    private func hippocampus(_ side: Vector3) -> Double {
        DistanceField.rod(side, Vector3(26, 0, -18), Vector3(26, 26, -8), 5, 4)
    }

    /// Nuclei lie obliquely, their backs further from the midline.
    private func turned(_ side: Vector3, around x: Double) -> Vector3 {
        let turn = 0.30 * (side.y + (x > 15 ? 3 : -12))
        return Vector3(side.x - turn * (x > 15 ? 0.55 : 0.9), side.y, side.z)
    }
}

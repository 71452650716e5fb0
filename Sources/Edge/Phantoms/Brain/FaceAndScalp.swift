import Glibc
import Imaging

/// Everything outside the brain's space: scalp, skull, orbits, sinuses and muscles.
struct FaceAndScalp: Sendable {
    private let noise: LatticeNoise
    private let hull: CerebralHull

    /// The scalp and face around `hull`.
    init(seed: UInt64, hull: CerebralHull) {
        noise = LatticeNoise(seed: seed)
        self.hull = hull
    }

    /// Lays scalp, skull and face between `skin` and `skull`, the signed distances to both.
    func lay(
        _ p: Vector3, skin: Double, skull: Double, widthMM: Double,
        into mix: inout TissueMix<HeadTissue>
    ) {
        mix.lay(.skin, DistanceField.coverage(skin, width: widthMM))
        mix.lay(.fat, DistanceField.coverage(skin + 2.2, width: widthMM))
        layMuscles(p, skin: skin, skull: skull, widthMM: widthMM, into: &mix)
        layBone(p, skull: skull, widthMM: widthMM, into: &mix)
        layOrbit(p, widthMM: widthMM, into: &mix)
        layAir(p, skull: skull, widthMM: widthMM, into: &mix)
    }

    /// Outer table, marrow and inner table.
    private func layBone(
        _ p: Vector3, skull: Double, widthMM: Double, into mix: inout TissueMix<HeadTissue>
    ) {
        let thick = 6.2 + 1.4 * noise.value(p, sizeMM: 40) + base(p)
        let outer = skull - thick
        mix.lay(.bone, DistanceField.coverage(outer, width: widthMM))
        let marrow = max(outer + 1.9, 1.8 - skull)
        let patch = 0.75 + 0.3 * noise.value(p, sizeMM: 11)
        mix.lay(.marrow, DistanceField.coverage(marrow, width: widthMM) * patch)
    }

    /// The base of the skull is thicker, most in the petrous bones.
    private func base(_ p: Vector3) -> Double {
        let side = Vector3(abs(p.x), p.y, p.z)
        let petrous = DistanceField.rod(side, Vector3(22, 4, -36), Vector3(62, 26, -32), 6, 10)
        return 9 * DistanceField.smoothStep(-petrous / 6 + 0.6)
    }

    private func layMuscles(
        _ p: Vector3, skin: Double, skull: Double, widthMM: Double,
        into mix: inout TissueMix<HeadTissue>
    ) {
        let side = Vector3(abs(p.x), p.y, p.z)
        let temporal = max(
            DistanceField.ellipsoid(
                side, center: Vector3(68, -24, -16), radii: Vector3(14, 32, 44)), skin + 6)
        let nape = max(max(44 - p.y, p.z + 42), skin + 9)
        let chew = DistanceField.ellipsoid(
            side, center: Vector3(48, -30, -56), radii: Vector3(13, 20, 26))
        let streak = 0.85 - 0.3 * max(0, noise.value(p, sizeMM: 6))
        let region = max(max(skin + 8, p.y + 30), p.z + 14)
        let mimic = max(region - 9 * noise.fractal(p, sizeMM: 13, octaves: 2), skin + 5)
        let nearest = min(min(temporal, mimic), min(nape, chew))
        mix.lay(.muscle, DistanceField.coverage(nearest, width: widthMM) * streak)
    }

    private func layOrbit(
        _ p: Vector3, widthMM: Double, into mix: inout TissueMix<HeadTissue>
    ) {
        let side = Vector3(abs(p.x), p.y, p.z)
        guard p.y < -15, p.z < -5 else { return }
        let cone = DistanceField.rod(side, Vector3(31, -72, -31), Vector3(17, -36, -28), 17, 5)
        mix.lay(.bone, DistanceField.coverage(cone - 1.6, width: widthMM))
        mix.lay(.fat, DistanceField.coverage(cone, width: widthMM))
        let medial = DistanceField.rod(side, Vector3(21, -68, -31), Vector3(14, -40, -29), 1.8, 1.5)
        let lateral = DistanceField.rod(
            side, Vector3(42, -68, -31), Vector3(20, -38, -29), 1.8, 1.5)
        let nerve = DistanceField.rod(side, Vector3(31, -64, -31), Vector3(15, -36, -27), 1.9, 1.9)
        mix.lay(.muscle, DistanceField.coverage(min(medial, lateral), width: widthMM))
        mix.lay(.white, DistanceField.coverage(nerve, width: widthMM))
        let globe = (side - Vector3(32, -77, -31)).length - 12
        mix.lay(.muscle, DistanceField.coverage(globe - 0.8, width: widthMM))
        mix.lay(.fluid, DistanceField.coverage(globe + 0.6, width: widthMM))
        let lens = DistanceField.ellipsoid(
            side, center: Vector3(32.5, -85.5, -31), radii: Vector3(4.6, 2.2, 4.6))
        mix.lay(.muscle, DistanceField.coverage(lens, width: widthMM))
    }

    /// Ethmoid, sphenoid, frontal and maxillary sinuses, nose and mastoid cells.
    private func layAir(
        _ p: Vector3, skull: Double, widthMM: Double, into mix: inout TissueMix<HeadTissue>
    ) {
        let side = Vector3(abs(p.x), p.y, p.z)
        let ethmoid = DistanceField.ellipsoid(
            side, center: Vector3(5.5, -58, -33), radii: Vector3(6.5, 24, 13))
        let sphenoid = DistanceField.ellipsoid(
            side, center: Vector3(7, -28, -36), radii: Vector3(8, 11, 9))
        let maxillary = DistanceField.ellipsoid(
            side, center: Vector3(29, -62, -60), radii: Vector3(14, 18, 15))
        let frontal = DistanceField.ellipsoid(
            side, center: Vector3(10, -87, -17), radii: Vector3(12, 4, 7))
        let nearest = min(min(ethmoid, sphenoid), min(maxillary, frontal))
        let bone = DistanceField.coverage(nearest - 1.2, width: widthMM)
        mix.lay(.bone, bone)
        let cells = abs(noise.value(p, sizeMM: 7)) - 0.06
        let walls = ethmoid < 0 ? DistanceField.smoothStep(cells / 0.1 + 0.5) : 1
        mix.lay(.air, DistanceField.coverage(nearest, width: widthMM) * walls)
        mix.lay(.muscle, DistanceField.coverage(nearest, width: widthMM) * (1 - walls))
        let mastoid = DistanceField.ellipsoid(
            side, center: Vector3(58, 28, -40), radii: Vector3(11, 14, 15))
        let cell = DistanceField.smoothStep((noise.value(p, sizeMM: 4) + 0.1) / 0.4 + 0.5)
        mix.lay(.air, DistanceField.coverage(max(mastoid, 1 - skull), width: widthMM) * cell)
    }
}

import Glibc
import Imaging

/// A chest without its lung vessels and without disease: which tissue lies where.
struct Chest: Sendable {
    private let thorax: Thorax
    private let mediastinum: Mediastinum
    private let bones: RibCage
    private let noise: LatticeNoise
    private let widthMM: Double

    /// A chest that belongs to `seed`, drawn for pixels of `pixelMM`.
    init(seed: UInt64, build: Thorax.Build, pixelMM: Double) {
        var generator = SeededGenerator(seed: seed)
        thorax = Thorax(seed: generator.next(), build: build)
        mediastinum = Mediastinum(seed: generator.next())
        bones = RibCage(seed: generator.next())
        noise = LatticeNoise(seed: generator.next())
        widthMM = pixelMM * 0.55
    }

    /// Signed distance to the lung: negative inside.
    func lung(_ p: Vector3) -> Double {
        let cage = thorax.cage(p) + 2.2
        guard cage < 12 else { return cage }
        let below = thorax.diaphragm(p) - p.z
        let outer = DistanceField.intersection(cage, below, blend: 6)
        return max(outer, -mediastinum.space(p))
    }

    /// Distance to the great fissure of the lung at a point.
    func fissure(_ p: Vector3) -> Double {
        let sheet = p.z + 18 - 1.05 * (p.y - 12) + 3 * noise.value(p, sizeMM: 45)
        let great = abs(sheet) * 0.69
        guard p.x < 0, sheet > 0 else { return great }
        return min(great, abs(p.z + 16 + 3 * noise.value(p, sizeMM: 45) + 0.1 * p.y))
    }

    /// The tissues at a point in patient millimetres.
    func tissues(at p: Vector3) -> TissueMix<ChestTissue> {
        var mix = TissueMix(ChestTissue.air)
        let skin = thorax.skin(p)
        guard skin < 3 else { return mix }
        mix.lay(.skin, cover(skin))
        mix.lay(.fat, cover(skin + 2.2))
        let cage = thorax.cage(p)
        layWall(p, skin: skin, cage: cage, into: &mix)
        if cage < 6 { layInside(p, cage: cage, into: &mix) }
        layBones(p, cage: cage, into: &mix)
        return mix
    }

    private func cover(_ distance: Double) -> Double {
        DistanceField.coverage(distance, width: widthMM)
    }

    /// Muscles between skin and ribs.
    private func layWall(
        _ p: Vector3, skin: Double, cage: Double, into mix: inout TissueMix<ChestTissue>
    ) {
        let wall = skin + 2 + thorax.fat(p)
        let sheet = 1.1 * noise.value(Vector3(p.x * 0.6, p.y * 0.6, p.z), sizeMM: 20)
        let planes = abs(cage - 14 - 3 * sheet) - 1.0
        let behind = abs(p.y) > 60 ? 0.0 : 3.5
        let muscle = max(max(wall + behind, -planes), 0.5 - cage)
        mix.lay(.muscle, cover(muscle) * (0.94 - 0.12 * max(0, noise.value(p, sizeMM: 5))))
        let axilla = DistanceField.ellipsoid(
            Vector3(abs(p.x), p.y, p.z), center: Vector3(136, 4, 62), radii: Vector3(22, 34, 46))
        mix.lay(.fat, cover(max(axilla, -planes * 0)) * 0.95)
    }

    /// Lung, mediastinum and the organs under the diaphragm.
    private func layInside(
        _ p: Vector3, cage: Double, into mix: inout TissueMix<ChestTissue>
    ) {
        mix.lay(.muscle, cover(cage))
        let below = thorax.diaphragm(p) - p.z
        if below > -6 { layAbdomen(p, cage: cage, depth: below, into: &mix) }
        // Below the diaphragm only the aorta and what lies beside the spine go on.
        let space = max(mediastinum.space(p), min(below, 34 - p.y))
        if space < 4 { layMediastinum(p, space: max(space, cage), into: &mix) }
        let lung = lung(p)
        let inside = cover(lung)
        guard inside > 0 else { return }
        mix.lay(.lung, inside)
        let thin = DistanceField.coverage(fissure(p) - 0.35, width: widthMM) * inside
        mix.lay(.septum, thin * 0.5)
    }

    private func layAbdomen(
        _ p: Vector3, cage: Double, depth: Double, into mix: inout TissueMix<ChestTissue>
    ) {
        let inner = max(cage + 3, -depth + 2.5)
        mix.lay(.fat, cover(max(cage + 2, -depth)))
        let liver = max(inner, p.x - 30 - 0.5 * p.y + 10 * noise.value(p, sizeMM: 40))
        mix.lay(.liver, cover(liver))
        let stomach = DistanceField.ellipsoid(
            p, center: Vector3(64, -22, -142), radii: Vector3(46, 42, 38))
        mix.lay(.muscle, cover(max(stomach, inner)))
        mix.lay(.fluid, cover(max(stomach + 4, inner + 4)))
        mix.lay(.air, cover(max(max(stomach + 4, inner + 4), p.y + 26)))
        let spleen = DistanceField.ellipsoid(
            p, center: Vector3(88, 46, -142), radii: Vector3(32, 36, 40))
        mix.lay(.liver, cover(max(spleen, inner)))
    }

    private func layMediastinum(
        _ p: Vector3, space: Double, into mix: inout TissueMix<ChestTissue>
    ) {
        mix.lay(.fat, cover(space))
        let heart = max(mediastinum.heart(p), space)
        mix.lay(.heart, cover(heart))
        mix.lay(.blood, cover(max(mediastinum.chambers(p), heart + 6)))
        mix.lay(.blood, cover(max(mediastinum.vessels(p), space - 1)))
        mix.lay(.muscle, cover(max(mediastinum.gullet(p), space)))
        let airway = mediastinum.airway(p)
        mix.lay(.muscle, cover(airway - 1.6))
        mix.lay(.air, cover(airway))
    }

    private func layBones(
        _ p: Vector3, cage: Double, into mix: inout TissueMix<ChestTissue>
    ) {
        let (bone, cartilage) = bones.distance(p, cage: cage)
        mix.lay(.cartilage, cover(cartilage))
        mix.lay(.disc, cover(bones.disc(p)))
        let inside = cover(bone)
        mix.lay(.cortex, inside)
        let marrow = cover(bone + 1.5) * inside
        mix.lay(.marrow, marrow)
        mix.turn(.marrow, into: .cortex, marrow > 0 ? 0.06 + 0.06 * noise.value(p, sizeMM: 3) : 0)
        let canal = bones.canal(p)
        mix.lay(.fat, cover(canal))
        mix.lay(.fluid, cover(canal + 2.5))
    }
}

/// What tissues of the chest look like in computed tomography, Hounsfield units.
enum ChestContrast {
    /// Without contrast medium.
    static let ct = Contrast<ChestTissue> { tissue in
        switch tissue {
        case .air: -1000
        case .lung: -868
        case .fat: -104
        case .muscle: 54
        case .skin: 20
        case .cortex: 1150
        case .marrow: 150
        case .cartilage: 105
        case .disc: 85
        case .blood: 42
        case .heart: 48
        case .liver: 60
        case .fluid: 14
        case .groundGlass: -610
        case .consolidation: 35
        case .septum: -80
        }
    }
}

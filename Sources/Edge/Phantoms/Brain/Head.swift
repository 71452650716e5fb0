import Glibc
import Imaging

/// A head: which tissue lies where.
struct Head: Sendable {
    private let hull: CerebralHull
    private let cortex: Cortex
    private let ventricles: Ventricles
    private let nuclei: DeepNuclei
    private let face: FaceAndScalp
    private let veins: CerebralVeins
    private let malformations: [CavernousMalformation]
    private let noise: LatticeNoise
    private let widthMM: Double

    /// A head that belongs to `seed`, drawn for pixels of `pixelMM`.
    init(
        seed: UInt64, ventricleSize: Double, sulcusMM: Double,
        malformations: [CavernousMalformation], pixelMM: Double
    ) {
        self.malformations = malformations
        var generator = SeededGenerator(seed: seed)
        hull = CerebralHull(seed: generator.next())
        cortex = Cortex(seed: generator.next(), sulcusMM: sulcusMM)
        ventricles = Ventricles(seed: generator.next(), size: ventricleSize)
        nuclei = DeepNuclei(seed: generator.next())
        face = FaceAndScalp(seed: generator.next(), hull: hull)
        veins = CerebralVeins(seed: generator.next())
        noise = LatticeNoise(seed: generator.next())
        widthMM = pixelMM * 0.6
    }

    /// The tissues at a point in patient millimetres.
    func tissues(at position: Vector3) -> TissueMix<HeadTissue> {
        let point = noise.warped(position, byMM: 1.6, sizeMM: 55)
        var mix = TissueMix(HeadTissue.air)
        let skin = hull.skin(point)
        guard skin < 4 else { return mix }
        let space = hull.space(point)
        let shapes = Shapes(
            cerebrum: hull.cerebrum(point, space: space), cerebellum: hull.cerebellum(point),
            brainstem: hull.brainstem(point))
        let skull = hull.skull(
            space: space, cerebellum: shapes.cerebellum, brainstem: shapes.brainstem)
        if skull > -3 { face.lay(point, skin: skin, skull: skull, widthMM: widthMM, into: &mix) }
        let inside = DistanceField.coverage(skull, width: widthMM)
        guard inside > 0 else { return mix }
        mix.lay(.fluid, inside)
        layVessels(point, skull: skull, into: &mix)
        layCerebrum(point, shape: shapes.cerebrum, into: &mix)
        layHindbrain(point, shapes: shapes, into: &mix)
        layDural(point, skull: skull, into: &mix)
        for lesion in malformations {
            lesion.lay(at: position, noise: noise, widthMM: widthMM, into: &mix)
        }
        return mix
    }

    /// Signed distances to the parts of the brain.
    private struct Shapes { let cerebrum, cerebellum, brainstem: Double }

    private func layCerebrum(
        _ p: Vector3, shape: Double, into mix: inout TissueMix<HeadTissue>
    ) {
        guard shape < 1 else { return }
        let fold = cortex.distance(p, depth: hull.foldDepth(p))
        let brain = max(shape, -fold)
        let thick = 2.9 + 0.6 * noise.value(p, sizeMM: 12)
        mix.lay(.grey, DistanceField.coverage(brain, width: widthMM))
        let white = DistanceField.coverage(brain + thick, width: widthMM * 1.4)
        mix.lay(.white, white)
        if white > 0 { nuclei.lay(p, widthMM: widthMM, into: &mix) }
        let vein = DistanceField.coverage(veins.distance(p), width: widthMM)
        mix.lay(.vein, vein * DistanceField.coverage(brain + 1, width: 2) * 0.8)
        let fluid = ventricles.distance(p)
        mix.lay(.fluid, DistanceField.coverage(fluid, width: widthMM))
        mix.lay(
            .grey, DistanceField.coverage(max(ventricles.plexus(p), fluid), width: widthMM) * 0.7)
    }

    /// Cerebellum with its leaves, and the brainstem.
    private func layHindbrain(
        _ p: Vector3, shapes: Shapes, into mix: inout TissueMix<HeadTissue>
    ) {
        guard p.z < 8 else { return }
        let shape = shapes.cerebellum
        if shape < 1 {
            mix.lay(.grey, DistanceField.coverage(shape, width: widthMM))
            let inside = DistanceField.coverage(shape + 0.4, width: widthMM)
            let leaves = folia(p)
            mix.lay(.fluid, inside * leaves.cleft)
            mix.lay(.white, inside * leaves.white * DistanceField.smoothStep((-shape - 3) / 4))
            let core = DistanceField.coverage(shape + 14 + 4 * noise.value(p, sizeMM: 12), width: 4)
            mix.lay(.white, core)
        }
        let stem = shapes.brainstem
        mix.lay(.white, DistanceField.coverage(stem, width: widthMM))
        mix.turn(.white, into: .grey, stem < 0 ? 0.3 + 0.1 * noise.value(p, sizeMM: 7) : 0)
        let fluid = ventricles.distance(p)
        mix.lay(.fluid, DistanceField.coverage(fluid, width: widthMM))
    }

    /// The leaves of the cerebellum: thin clefts around a point in front of it.
    private func folia(_ p: Vector3) -> (cleft: Double, white: Double) {
        let d = Vector3(p.x * 0.75, p.y - 12, (p.z + 33) * 1.1)
        let bent = d.length + 2.2 * noise.value(p, sizeMM: 14)
        let phase = bent / 5.2
        let wave = abs((phase - phase.rounded(.down)) - 0.5) * 2
        return (
            DistanceField.smoothStep((0.3 - wave) / 0.35) * 0.55,
            DistanceField.smoothStep((wave - 0.62) / 0.3) * 0.7
        )
    }

    /// Falx, tentorium and the great sinuses.
    private func layDural(_ p: Vector3, skull: Double, into mix: inout TissueMix<HeadTissue>) {
        let inside = DistanceField.coverage(skull, width: widthMM)
        let falx = max(abs(p.x) - 0.35, cortex.midline(p))
        if p.z > -8, skull > -55 || p.y > 20 {
            let reach = skull + 36
            mix.lay(.bone, DistanceField.coverage(max(falx, -reach), width: widthMM) * inside * 0.6)
        }
        let sinus = max(skull + 0.6, max(abs(p.x) * 0.9 - (7 + skull) * 0.6, -skull - 7))
        let sagittal = p.z > 0 || p.y > 40 ? sinus : 9
        mix.lay(.blood, DistanceField.coverage(sagittal, width: widthMM))
        let lateral = DistanceField.rod(
            Vector3(abs(p.x), p.y, p.z), Vector3(8, 84, -14), Vector3(54, 44, -24), 3.6, 4)
        mix.lay(.blood, DistanceField.coverage(lateral, width: widthMM) * inside)
    }

    /// Arteries at the base and veins in the depth.
    private func layVessels(_ p: Vector3, skull: Double, into mix: inout TissueMix<HeadTissue>) {
        guard p.z < 6, p.y < 40 else { return }
        let side = Vector3(abs(p.x), p.y, p.z)
        let basilar = DistanceField.rod(p, Vector3(0, -8, -44), Vector3(1, -10, -16), 1.9, 1.8)
        let carotid = DistanceField.rod(
            side, Vector3(12, -18, -26), Vector3(13, -20, -12), 2.4, 2.2)
        let middle = DistanceField.rod(side, Vector3(13, -20, -12), Vector3(35, -14, -10), 1.7, 1.4)
        let anterior = DistanceField.rod(side, Vector3(12, -20, -12), Vector3(2, -30, -8), 1.3, 1.2)
        let nearest = min(min(basilar, carotid), min(middle, anterior))
        mix.lay(.blood, DistanceField.coverage(nearest, width: widthMM))
    }
}

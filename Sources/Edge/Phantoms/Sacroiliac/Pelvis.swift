import Imaging

/// A pelvis around the sacroiliac joints: which tissue lies where.
struct Pelvis: Sendable {
    private let frame: PelvicFrame
    private let joint: SacroiliacJointSurface
    private let sacrum: Sacrum
    private let ilium: Ilium
    private let lumbar: LumbarVertebra
    private let soft: PelvicSoftTissue
    private let lesions: SacroiliacLesions
    private let texture: LatticeNoise
    private let widthMM: Double

    /// A pelvis that belongs to `seed`, drawn for pixels of `pixelMM`.
    init(
        seed: UInt64, frame: PelvicFrame, findings: SacroiliacFindings, cleftMM: Double,
        pixelMM: Double
    ) {
        self.frame = frame
        var generator = SeededGenerator(seed: seed)
        joint = SacroiliacJointSurface(
            seed: generator.next(), widthMM: cleftMM, shape: generator.uniform(in: -0.8...0.8))
        sacrum = Sacrum(seed: generator.next(), joint: joint)
        ilium = Ilium(seed: generator.next(), joint: joint)
        lumbar = LumbarVertebra(seed: generator.next())
        soft = PelvicSoftTissue(seed: generator.next(), ilium: ilium)
        lesions = SacroiliacLesions(findings, seed: generator.next())
        texture = LatticeNoise(seed: generator.next())
        widthMM = pixelMM * 0.6
    }

    /// The tissues at a point in patient millimetres.
    func tissues(at position: Vector3) -> TissueMix<PelvicTissue> {
        let straight = frame.point(position).vector
        let bent = texture.warped(straight, byMM: 2.6, sizeMM: 48)
        let point = PelvicPoint(across: bent.x, down: bent.y, deep: bent.z)
        let sacral = sacrum.distance(point)
        let plate = ilium.plate(point)
        let iliac = plate < 6 ? ilium.distance(point, plate: plate) : plate
        var mix = TissueMix(PelvicTissue.fat)
        if min(sacral, iliac) > -2 {
            soft.lay(point, plate: plate, widthMM: widthMM, into: &mix)
            layCleft(point, into: &mix)
        }
        layLumbar(point, into: &mix)
        layBone(point, isIliac: false, distance: sacral, into: &mix)
        layBone(point, isIliac: true, distance: iliac, into: &mix)
        layBridge(point, into: &mix)
        layCanals(point, sacral: sacral, into: &mix)
        return mix
    }

    /// Cartilage in front, ligaments and fat behind, between the two bones.
    private func layCleft(_ point: PelvicPoint, into mix: inout TissueMix<PelvicTissue>) {
        let offset = abs(point.lateral - joint.lateral(point)) - joint.halfWidth(point) - 0.8
        guard offset < 3 else { return }
        let inside = DistanceField.coverage(offset, width: widthMM)
        let height = DistanceField.band(point.down, from: -40, to: 30, edge: 4)
        let depth = DistanceField.band(point.deep, from: -26, to: 34, edge: 3)
        let cartilage = joint.cartilaginous(point)
        let strands = texture.fractal(point.vector + Vector3(40, 0, 0), sizeMM: 4, octaves: 2)
        mix.lay(.fat, inside * height * depth)
        mix.lay(.ligament, inside * height * depth * (0.35 + 0.6 * strands) * (1 - cartilage))
        mix.lay(.cartilage, inside * height * depth * cartilage)
    }

    private func layLumbar(_ point: PelvicPoint, into mix: inout TissueMix<PelvicTissue>) {
        guard point.down < -35 else { return }
        mix.lay(.disc, DistanceField.coverage(lumbar.disc(point), width: widthMM))
        let distance = lumbar.distance(point)
        layMarrow(point, distance: distance, shellMM: 1.1, into: &mix)
        let canal = lumbar.canal(point)
        mix.lay(.fat, DistanceField.coverage(canal, width: widthMM))
        mix.lay(.nerve, DistanceField.coverage(canal + 3, width: widthMM) * 0.8)
    }

    /// One of the two bones of the joint with its shell, marrow and lesions.
    private func layBone(
        _ point: PelvicPoint, isIliac: Bool, distance: Double,
        into mix: inout TissueMix<PelvicTissue>
    ) {
        guard distance < 2 else { return }
        let shell = isIliac ? 1.7 : 1.15
        layMarrow(point, distance: distance, shellMM: shell, into: &mix)
        let side = isIliac ? 1.0 : -1.0
        let depth = (point.lateral - joint.lateral(point)) * side - joint.halfWidth(point)
        guard depth < 24 else { return }
        let inside = DistanceField.coverage(distance, width: widthMM)
        let joined = joint.cartilaginous(point)
        let fat = lesions.fat(point, isIliac: isIliac, depth: depth) * inside
        mix.turn(.trabecula, into: .fattyMarrow, fat * 0.35)
        mix.turn(.marrow, into: .fattyMarrow, fat)
        let dense = lesions.sclerosis(point, isIliac: isIliac, depth: depth) * joined * inside
        mix.turn(.marrow, into: .sclerosis, dense)
        mix.turn(.trabecula, into: .sclerosis, dense)
        let hole = lesions.erosion(point, isIliac: isIliac, depth: depth)
        mix.lay(.erosion, DistanceField.coverage(hole, width: widthMM) * joined)
    }

    /// Cortex of `shellMM` around marrow with trabeculae.
    private func layMarrow(
        _ point: PelvicPoint, distance: Double, shellMM: Double,
        into mix: inout TissueMix<PelvicTissue>
    ) {
        let inside = DistanceField.coverage(distance, width: widthMM)
        guard inside > 0 else { return }
        let thick = shellMM * (1 + 0.3 * texture.value(point.vector, sizeMM: 15))
        mix.lay(.cortex, inside)
        let inner = DistanceField.coverage(distance + thick, width: widthMM) * inside
        mix.lay(.marrow, inner)
        guard inner > 0 else { return }
        mix.turn(.marrow, into: .trabecula, trabecular(point, distance))
        let fatty = texture.fractal(point.vector + Vector3(0, 0, 250), sizeMM: 17, octaves: 2)
        mix.turn(.marrow, into: .fattyMarrow, max(0, 0.25 + 0.35 * fatty))
    }

    /// Part of the marrow space taken by trabeculae, denser near the shell.
    private func trabecular(_ point: PelvicPoint, _ distance: Double) -> Double {
        let fine = texture.fractal(point.vector, sizeMM: 2.6, octaves: 2)
        let patches = texture.value(point.vector + Vector3(0, 150, 0), sizeMM: 13)
        let rim = 0.10 * DistanceField.smoothStep(1 + (distance + 2) / 7)
        return min(max(0.24 + 0.11 * fine + 0.07 * patches + rim, 0.02), 0.9)
    }

    /// Bone through the cleft where the joint is fused.
    private func layBridge(_ point: PelvicPoint, into mix: inout TissueMix<PelvicTissue>) {
        let offset = abs(point.lateral - joint.lateral(point)) - joint.halfWidth(point) - 2.2
        guard offset < 2 else { return }
        let bridge = lesions.bridge(point) * DistanceField.coverage(offset, width: widthMM * 2)
        guard bridge > 0 else { return }
        let scar = 0.35 + 0.2 * texture.value(point.vector, sizeMM: 4)
        mix.lay(.marrow, bridge * 0.92)
        mix.turn(.marrow, into: .trabecula, bridge * scar)
    }

    /// Foramina, canal and remnant discs cut the sacrum.
    private func layCanals(
        _ point: PelvicPoint, sacral: Double, into mix: inout TissueMix<PelvicTissue>
    ) {
        guard point.lateral < 40 else { return }
        let foramen = sacrum.foramen(point)
        let bone = DistanceField.coverage(sacral + 0.5, width: 1.5)
        mix.lay(.cortex, DistanceField.coverage(foramen - 0.7, width: widthMM) * bone * 0.8)
        mix.lay(.fat, DistanceField.coverage(foramen, width: widthMM) * bone)
        mix.lay(.nerve, DistanceField.coverage(sacrum.nerve(point), width: widthMM) * bone)
        let canal = sacrum.canal(point)
        mix.lay(.cortex, DistanceField.coverage(canal - 1.2, width: widthMM) * bone)
        mix.lay(.fat, DistanceField.coverage(canal, width: widthMM))
        mix.lay(.nerve, DistanceField.coverage(canal + 3.2, width: widthMM) * 0.7)
        let disc = DistanceField.coverage(sacrum.remnantDisc(point), width: widthMM) * bone
        mix.turn(.marrow, into: .disc, disc)
        mix.turn(.trabecula, into: .cortex, disc * 0.7)
    }
}

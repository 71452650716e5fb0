import Glibc
import Imaging

/// Muscles, vessels, nerves and bowel around the pelvic bones.
struct PelvicSoftTissue: Sendable {
    private let noise: LatticeNoise
    private let ilium: Ilium

    /// The soft tissue around `ilium`.
    init(seed: UInt64, ilium: Ilium) {
        noise = LatticeNoise(seed: seed)
        self.ilium = ilium
    }

    /// Lays the soft tissue at a point of fat.
    func lay(
        _ point: PelvicPoint, plate: Double, widthMM: Double,
        into mix: inout TissueMix<PelvicTissue>
    ) {
        let bent = noise.warped(point.vector, byMM: 2.5, sizeMM: 18)
        let warped = PelvicPoint(across: bent.x, down: bent.y, deep: bent.z)
        let muscle = muscles(warped, plate: plate)
        let coverage = DistanceField.coverage(muscle, width: widthMM)
        if coverage > 0 { mix.lay(.muscle, coverage * (1 - streaks(warped))) }
        septa(warped, into: &mix, outside: 1 - coverage)
        vessels(warped, widthMM: widthMM, into: &mix)
        bowel(warped, widthMM: widthMM, into: &mix)
    }

    /// Signed distance to the nearest muscle.
    private func muscles(_ p: PelvicPoint, plate: Double) -> Double {
        let spot = Vector3(p.lateral, p.down, p.deep)
        let outward = ilium.outward(p)
        var nearest = Double.infinity
        if outward < 4 {
            let iliacus = max(plate - 13, max(p.down + 12 + 0.5 * p.deep, p.deep - 4))
            nearest = min(nearest, iliacus)
            let psoas = DistanceField.rod(
                spot, Vector3(39, -100, 2), Vector3(60, -30, -34), 19, 15)
            nearest = min(nearest, psoas)
        }
        if outward > -12 {
            let medius = max(plate - 30, p.down - 30 - 0.3 * p.deep)
            let gap = abs(plate - 15 - 3 * noise.value(p.vector, sizeMM: 30)) - 0.9
            nearest = min(nearest, max(max(medius, -gap), 3 - plate))
        }
        let maximus = max(
            plate - 62,
            max(20 + 6 * noise.value(p.vector, sizeMM: 25) - p.lateral + 0.12 * p.down, 6 - plate))
        let region = max(maximus, -p.down + 6 - 1.2 * p.deep)
        nearest = min(nearest, region)
        let piriformis = DistanceField.rod(
            spot, Vector3(26, 34, -17), Vector3(92, 62, 2), 10, 11)
        nearest = min(nearest, piriformis)
        let spinae = max(
            DistanceField.ellipse(p.lateral - 20, p.deep - 36, radii: (18, 15)), p.down - 35)
        return min(nearest, spinae)
    }

    /// Fat between muscle fibres, 0...1.
    private func streaks(_ p: PelvicPoint) -> Double {
        let along = Vector3(
            (p.lateral + p.down) * 0.035, (p.lateral - p.down) * 0.19, p.deep * 0.08)
        let fibre = noise.fractal(along, sizeMM: 1, octaves: 3)
        let buttock = DistanceField.smoothStep((p.down + 0.8 * p.deep - 15) / 30)
        let strong = 0.16 + 0.34 * buttock
        return 0.05 + strong * DistanceField.smoothStep((fibre - 0.1) / 1.1)
    }

    /// Thin walls in fat.
    private func septa(
        _ p: PelvicPoint, into mix: inout TissueMix<PelvicTissue>, outside: Double
    ) {
        let value = abs(noise.fractal(p.vector + Vector3(300, 0, 0), sizeMM: 14, octaves: 2))
        mix.lay(.ligament, DistanceField.smoothStep((0.035 - value) / 0.05) * 0.4 * outside)
    }

    private func vessels(
        _ p: PelvicPoint, widthMM: Double, into mix: inout TissueMix<PelvicTissue>
    ) {
        let spot = Vector3(p.lateral, p.down, p.deep)
        let common = DistanceField.rod(
            spot, Vector3(17, -100, -30), Vector3(34, -30, -27), 6.5, 5.5)
        let vein = DistanceField.rod(spot, Vector3(25, -100, -26), Vector3(42, -28, -28), 7.5, 6.5)
        let inner = DistanceField.rod(spot, Vector3(35, -30, -26), Vector3(38, 22, -25), 4, 3)
        let gluteal = DistanceField.rod(spot, Vector3(40, 24, -22), Vector3(66, 38, 6), 3, 2.2)
        let trunk = DistanceField.rod(spot, Vector3(36, -46, -14), Vector3(30, 40, -22), 2.6, 4)
        let blood = min(min(common, vein), min(inner, gluteal))
        mix.lay(.blood, DistanceField.coverage(blood, width: widthMM))
        mix.lay(.nerve, DistanceField.coverage(trunk, width: widthMM))
    }

    private func bowel(
        _ p: PelvicPoint, widthMM: Double, into mix: inout TissueMix<PelvicTissue>
    ) {
        let bend = 10 * sin(p.down / 17)
        let rectum = DistanceField.ellipse(
            p.across - bend * 0.7, p.deep + 36 - 0.1 * p.down, radii: (17, 13))
        let outer = max(rectum, 14 - p.down)
        guard outer < 3 else { return }
        mix.lay(.bowelWall, DistanceField.coverage(outer, width: widthMM))
        mix.lay(.bowelContent, DistanceField.coverage(outer + 2.6, width: widthMM))
        let bubbles = noise.value(p.vector + Vector3(0, 0, 500), sizeMM: 7)
        let gas = max(outer + 4, (p.deep + 37) * 0.8 - 3 * bubbles)
        mix.lay(.gas, DistanceField.coverage(gas, width: widthMM))
    }
}

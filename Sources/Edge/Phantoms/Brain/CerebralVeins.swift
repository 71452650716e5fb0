import Imaging

/// Small veins of the brain, which susceptibility weighting shows as dark lines.
struct CerebralVeins: Sendable {
    private let first: WaveField
    private let second: WaveField
    private let noise: LatticeNoise

    /// Veins that belong to `seed`.
    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        first = WaveField(seed: generator.next(), lengthMM: 26, count: 9)
        second = WaveField(seed: generator.next(), lengthMM: 30, count: 9)
        noise = LatticeNoise(seed: generator.next())
    }

    /// Signed distance to the nearest vein: where two winding sheets cross.
    func distance(_ p: Vector3) -> Double {
        let (a, b) = (first.distance(p), second.distance(p))
        let radius = 0.45 + 0.35 * noise.value(p, sizeMM: 20)
        return min((a * a + b * b).squareRoot() - max(radius, 0.1), internalVein(p))
    }

    /// The veins beside the third ventricle and along the lateral ventricles.
    private func internalVein(_ p: Vector3) -> Double {
        let side = Vector3(abs(p.x), p.y, p.z)
        let inner = DistanceField.rod(side, Vector3(2, -14, 12), Vector3(2, 26, 12), 1.0, 1.2)
        let striate = DistanceField.rod(side, Vector3(3, -14, 12), Vector3(17, 2, 17), 0.9, 0.7)
        let caudate = DistanceField.rod(side, Vector3(5, -20, 10), Vector3(14, -34, 14), 0.7, 0.5)
        let galen = DistanceField.rod(p, Vector3(0, 26, 12), Vector3(0, 46, 14), 1.8, 2.2)
        return min(min(inner, striate), min(caudate, galen))
    }
}

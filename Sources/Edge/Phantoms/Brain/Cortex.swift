import Glibc
import Imaging

/// The folds of the cerebrum.
struct Cortex: Sendable {
    private let waves: WaveField
    private let noise: LatticeNoise
    private let sulcusMM: Double

    /// Folds with sulci about `sulcusMM` wide.
    init(seed: UInt64, sulcusMM: Double) {
        var generator = SeededGenerator(seed: seed)
        waves = WaveField(seed: generator.next(), lengthMM: 21, count: 22)
        noise = LatticeNoise(seed: generator.next())
        self.sulcusMM = sulcusMM
    }

    /// Distance in millimetres to the fluid of the nearest sulcus or of the surface; negative in it.
    ///
    /// - Parameter depth: how far below the surfaces that sulci start from.
    func distance(_ p: Vector3, depth: Double) -> Double {
        guard depth < 32 else { return min(midline(p), sylvian(p)) }
        let outward = onSurface(p, depth: depth)
        let reach = 20 + 9 * noise.value(outward, sizeMM: 30)
        let below = max(0, depth - max(reach, 7))
        let sheet = waves.distance(outward)
        let width = sulcusMM * (0.55 + 0.8 * DistanceField.smoothStep(1 - depth / 10))
        let sulcus = (sheet * sheet + below * below).squareRoot() - width / 2
        return min(sulcus, min(midline(p), sylvian(p)))
    }

    /// Distance to the fissure between the hemispheres, which the corpus callosum closes.
    func midline(_ p: Vector3) -> Double {
        let arch = DistanceField.ellipse(p.y - 3, p.z - 2, radii: (41, 27))
        let open = p.z < -12 && p.y < 12 ? 30 : max(0, -arch)
        let bend = 0.8 * noise.value(Vector3(0, p.y, p.z), sizeMM: 26)
        let across = abs(p.x - bend)
        return (across * across + open * open).squareRoot() - 0.9
    }

    /// Distance to the Sylvian fissure and the cleft over the insula.
    private func sylvian(_ p: Vector3) -> Double {
        let lateral = abs(p.x)
        guard lateral > 24, p.y > -34, p.y < 34 else { return 40 }
        let level = -7 + 0.22 * (p.y + 20) + 1.5 * noise.value(p, sizeMM: 14)
        let ends = max(0, max(-22 - p.y, p.y - 24))
        let stem = max(0, 37 - lateral)
        let cleft = (pow2(p.z - level) + pow2(ends) + pow2(stem)).squareRoot() - 1.5
        let insula =
            (pow2(lateral - 35.5 - 0.011 * pow2(p.y + 1) + 1.2 * noise.value(p, sizeMM: 9))
            + pow2(max(0, abs(p.z - level - 1) - 11)) + pow2(max(0, ends - 2))).squareRoot() - 0.9
        return min(cleft, insula)
    }

    /// The point moved out to the surface, so that sulci go straight in.
    private func onSurface(_ p: Vector3, depth: Double) -> Vector3 {
        let center = Vector3(p.x > 0 ? 18 : -18, 3, 4)
        let out = p - center
        let length = max(out.length, 1)
        let moved = p + out * (0.6 * depth / length)
        let warped = noise.warped(moved, byMM: 6.5, sizeMM: 21)
        return Vector3(abs(warped.x) + (p.x > 0 ? 1.5 : 0), warped.y, warped.z)
    }

    private func pow2(_ value: Double) -> Double { value * value }
}

import Glibc
import Imaging

/// The outer shapes of a chest, in millimetres from the middle of the thorax: z 0 is the carina.
struct Thorax: Sendable {
    private let noise: LatticeNoise
    private let build: Build

    /// How a person is built.
    struct Build: Sendable {
        /// Half the inner width of the rib cage at its widest.
        var halfWidth = 132.0
        /// Half the inner depth of the rib cage at its widest.
        var halfDepth = 86.0
        /// Thickness of the fat under the skin.
        var fatMM = 14.0
        /// How much the right dome of the diaphragm is raised.
        var domeMM = 0.0
    }

    /// A chest that belongs to `seed`.
    init(seed: UInt64, build: Build) {
        noise = LatticeNoise(seed: seed)
        self.build = build
    }

    /// Signed distance to the inner face of the rib cage.
    func cage(_ p: Vector3) -> Double {
        let up = max(0, p.z - 5) / 95
        let down = max(0, -p.z - 60) / 130
        let narrow = 1 - 0.50 * up * up - 0.03 * down
        let shallow = 1 - 0.42 * up * up
        let (rx, ry) = (build.halfWidth * narrow, build.halfDepth * shallow)
        let (x, y) = (abs(p.x) / rx, (p.y - 6 - 14 * up) / ry)
        // A rounded box rather than an ellipse: the back is broad.
        let power = 2.35
        let radius = pow(pow(x, power) + pow(abs(y), power), 1 / power)
        return (radius - 1) * min(rx, ry) + 1.2 * noise.value(p, sizeMM: 60)
    }

    /// Signed distance to the skin.
    func skin(_ p: Vector3) -> Double {
        let up = max(0, p.z - 40) / 80
        let (rx, ry) = (
            build.halfWidth + 24 + build.fatMM + 12 * up,
            build.halfDepth + 18 + build.fatMM - 14 * up
        )
        let power = 2.5
        let radius = pow(
            pow(abs(p.x) / rx, power) + pow(abs(p.y - 8) / ry, power), 1 / power)
        let spine = 9 * exp(-p.x * p.x / 500) * (p.y > 40 ? 1 : 0)
        return (radius - 1) * min(rx, ry) + spine + 1.5 * noise.value(p, sizeMM: 90)
    }

    /// Thickness of the fat under the skin at a point.
    func fat(_ p: Vector3) -> Double {
        build.fatMM * (0.75 + 0.25 * noise.value(p, sizeMM: 60)) * (p.y < -40 ? 0.85 : 1)
    }

    /// Height of the diaphragm above a point of the chest.
    func diaphragm(_ p: Vector3) -> Double {
        let right = p.x < 0
        let center = right ? Vector3(-66, 0, 0) : Vector3(68, 4, 0)
        // Between the domes the diaphragm sags only a little.
        let aside = (p.x - center.x) * (abs(p.x) < abs(center.x) ? 0.5 : 1)
        let reach =
            (aside * aside / 5200)
            + ((p.y - center.y) * (p.y - center.y) / 6200)
        let dome = right ? -88 + build.domeMM : -96
        return dome - 62 * reach - (p.y > 0 ? 0.22 * p.y : 0) + 2 * noise.value(p, sizeMM: 50)
    }
}

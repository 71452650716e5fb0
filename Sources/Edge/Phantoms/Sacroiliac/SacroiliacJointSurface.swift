import Glibc
import Imaging

/// The cleft between sacrum and ilium.
struct SacroiliacJointSurface: Sendable {
    private let noise: LatticeNoise
    private let widthMM: Double
    private let shape: Double

    /// A joint with a cleft of about `widthMM`; `shape` (-1...1) bends its surfaces.
    init(seed: UInt64, widthMM: Double, shape: Double) {
        noise = LatticeNoise(seed: seed)
        self.widthMM = widthMM
        self.shape = shape
    }

    /// Lateral distance of the middle of the cleft from the midline.
    func lateral(_ point: PelvicPoint) -> Double {
        let down = min(max(point.down, -46), 40)
        let slant = 44.5 - 0.33 * down - 0.0028 * down * down
        let turn = -0.42 * point.deep - 0.006 * point.deep * max(point.deep, 0)
        let wave = (1.7 + shape) * sin(down / 9.5 + point.deep / 14 + shape)
        return slant + turn + wave + 0.9 * noise.value(side(point), sizeMM: 8)
            + 0.35 * noise.value(side(point), sizeMM: 3.4)
    }

    /// Half the width of the cleft: narrow in the cartilaginous part, wide behind it.
    func halfWidth(_ point: PelvicPoint) -> Double {
        let irregular = 0.3 * noise.value(side(point) + Vector3(90, 0, 0), sizeMM: 6)
        let behind = max(0, point.deep - 11 + 0.18 * abs(point.down))
        let above = max(0, -33 - point.down)
        let rough = 1.2 * noise.value(side(point) + Vector3(0, 70, 0), sizeMM: 9)
        let opening = min(behind * 0.42, 5.5) + min(above * 0.25, 3)
        return max(0.7, widthMM / 2 + irregular + opening * (1 + 0.4 * rough))
    }

    /// 1 in the cartilaginous part of the joint, 0 outside it.
    func cartilaginous(_ point: PelvicPoint) -> Double {
        DistanceField.band(point.down, from: -29, to: 27, edge: 6)
            * DistanceField.band(point.deep, from: -21, to: 11 - 0.18 * abs(point.down), edge: 4)
    }

    /// The place on the surface, different left and right.
    private func side(_ point: PelvicPoint) -> Vector3 {
        Vector3(point.isLeft ? 200 : 0, point.down, point.deep)
    }
}

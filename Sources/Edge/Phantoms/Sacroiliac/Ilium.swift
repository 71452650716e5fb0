import Glibc
import Imaging

/// One iliac bone and its mirror image.
struct Ilium: Sendable {
    private let joint: SacroiliacJointSurface
    private let noise: LatticeNoise
    private let stations: [Station]

    private struct Station { let lateral, down, turn, radius, radiusBehind: Double }

    /// The ilium whose medial face is the lateral face of `joint`.
    init(seed: UInt64, joint: SacroiliacJointSurface) {
        self.joint = joint
        noise = LatticeNoise(seed: seed)
        stations = [
            Station(lateral: 101, down: -104, turn: 1.15, radius: 6.0, radiusBehind: 6),
            Station(lateral: 88, down: -78, turn: 1.05, radius: 4.0, radiusBehind: 7),
            Station(lateral: 76, down: -52, turn: 0.85, radius: 4.6, radiusBehind: 9),
            Station(lateral: 65, down: -29, turn: 0.6, radius: 9.5, radiusBehind: 12),
            Station(lateral: 57, down: -6, turn: 0.48, radius: 12, radiusBehind: 13),
            Station(lateral: 49, down: 13, turn: 0.46, radius: 10.5, radiusBehind: 9),
            Station(lateral: 42, down: 27, turn: 0.46, radius: 6.0, radiusBehind: 4),
        ]
    }

    /// Signed distance to the bone, before erosion, where the distance to its plate is `plate`.
    func distance(_ point: PelvicPoint, plate: Double) -> Double {
        let face = joint.lateral(point) + joint.halfWidth(point)
        let sheet = plate + 0.8 * noise.value(point.vector, sizeMM: 16)
        return max(sheet, (face - point.lateral) * 0.92)
    }

    /// Signed distance to the bone as if there were no joint; the muscles follow it.
    func plate(_ point: PelvicPoint) -> Double {
        let back = DistanceField.smoothStep((point.deep + 5) / 30)
        var nearest = Double.infinity
        var previous = place(stations[0], point.deep, back)
        for station in stations.dropFirst() {
            let next = place(station, point.deep, back)
            nearest = DistanceField.union(
                nearest, segment(point, previous, next), blend: 4)
            previous = next
        }
        return nearest
    }

    /// Which side of the plate a point lies on: negative towards the pelvis, positive towards the buttock.
    func outward(_ point: PelvicPoint) -> Double {
        let middle = 61 - 0.62 * (point.down + 4) - 0.7 * point.deep
        return point.lateral - middle
    }

    private func place(_ station: Station, _ deep: Double, _ back: Double) -> (Vector3, Double) {
        let shift = -station.turn * deep
        let drop =
            station.down < -60 ? 0.9 * max(0, deep) : -0.35 * deep * (station.down > 10 ? 1 : 0)
        let radius = station.radius + (station.radiusBehind - station.radius) * back
        return (Vector3(station.lateral + shift, station.down + drop, 0), radius)
    }

    private func segment(
        _ point: PelvicPoint, _ a: (Vector3, Double), _ b: (Vector3, Double)
    ) -> Double {
        DistanceField.rod(Vector3(point.lateral, point.down, 0), a.0, b.0, a.1, b.1)
    }
}

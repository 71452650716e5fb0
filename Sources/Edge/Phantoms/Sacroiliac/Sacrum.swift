import Glibc
import Imaging

/// The sacrum, with its foramina, canal and remnant discs, and the fifth lumbar vertebra above it.
struct Sacrum: Sendable {
    private let joint: SacroiliacJointSurface
    private let noise: LatticeNoise
    private let outline = Polygon([
        (0, -46), (20, -47.5), (26, -46), (31, -40), (40, -41), (54, -39), (72, -31), (74, -12),
        (64, 8), (51, 22), (36, 32), (29, 42), (24, 52), (18, 61), (13, 71), (7, 82), (0, 85),
        (-7, 82), (-13, 71), (-18, 61), (-24, 52), (-29, 42), (-36, 32), (-51, 22), (-64, 8),
        (-74, -12), (-72, -31), (-54, -39), (-40, -41), (-31, -40), (-26, -46), (-20, -47.5),
    ])
    private let front = Profile([
        (-47, -22), (-20, -17), (5, -13.5), (30, -13.5), (55, -18), (80, -27),
    ])
    private let back = Profile([(-47, 10), (-20, 13), (10, 12), (40, 5), (60, -3), (80, -14)])

    /// The sacrum whose lateral faces are the medial faces of `joint`.
    init(seed: UInt64, joint: SacroiliacJointSurface) {
        self.joint = joint
        noise = LatticeNoise(seed: seed)
    }

    /// Signed distance to the bone, before erosion; canal and foramina are not cut out.
    func distance(_ point: PelvicPoint) -> Double {
        let alongFace = joint.lateral(point) - joint.halfWidth(point)
        let flat = outline.distance(point.across, point.down)
        let wing = DistanceField.smoothStep((point.lateral - 18) / 20)
        let frontFace = front(point.down) - wing * 3 + 0.5 * ripple(point) * (1 - wing)
        let backFace = back(point.down) + wing * 8
        var bone = DistanceField.intersection(flat, frontFace - point.deep, blend: 6)
        bone = DistanceField.intersection(bone, point.deep - backFace, blend: 5)
        bone = DistanceField.union(bone, arch(point), blend: 3)
        bone += 0.7 * noise.value(point.vector, sizeMM: 11)
        return max(bone, (point.lateral - alongFace) * 0.92)
    }

    /// Signed distance to the nearest sacral foramen, and how far along it the nerve lies.
    func foramen(_ point: PelvicPoint) -> Double {
        var nearest = Double.infinity
        for level in Self.foramina where point.deep < 18 {
            let lateral = level.lateral - 0.42 * point.deep
            let down = level.down - 0.30 * point.deep
            let size = level.radius * (1 + 0.3 * DistanceField.smoothStep(-point.deep / 14))
            let (dx, dy) = (
                point.lateral - lateral, point.down - down - 0.25 * (point.lateral - lateral)
            )
            nearest = min(nearest, DistanceField.ellipse(dx, dy, radii: (size * 1.2, size * 0.88)))
        }
        guard nearest < 5 else { return nearest }
        return nearest + 1.1 * noise.value(point.vector, sizeMM: 7)
    }

    /// Signed distance to the nerve root in the nearest foramen.
    func nerve(_ point: PelvicPoint) -> Double {
        var nearest = Double.infinity
        for level in Self.foramina where point.deep < 18 {
            let lateral = level.lateral - 0.42 * point.deep + 0.8
            let down = level.down - 0.30 * point.deep - 0.6
            let (dx, dy) = (point.lateral - lateral, point.down - down)
            nearest = min(nearest, (dx * dx + dy * dy).squareRoot() - level.radius * 0.42)
        }
        return nearest
    }

    /// Signed distance to the sacral canal.
    func canal(_ point: PelvicPoint) -> Double {
        let down = min(max(point.down, -60), 55)
        let center = back(down) + 7 - max(0, down) * 0.03
        let size = 9.5 - 0.055 * (down + 47)
        let tube = DistanceField.ellipse(
            point.across, point.deep - center, radii: (max(size * 1.35, 3), max(size * 0.8, 2)))
        return max(tube, point.down - 55)
    }

    /// Signed distance to the remnants of the discs between the sacral vertebrae.
    func remnantDisc(_ point: PelvicPoint) -> Double {
        var nearest = Double.infinity
        for disc in Self.discs {
            let bow = 0.012 * point.across * point.across
            let level = disc.down + bow * disc.bow - 0.12 * point.deep
            let thick = abs(point.down - level) - disc.half
            let wide = point.lateral - disc.reach
            nearest = min(nearest, max(thick, wide))
        }
        return nearest
    }

    private struct Foramen { let lateral, down, radius: Double }
    private struct Disc { let down, half, reach, bow: Double }
    private static let foramina = [
        Foramen(lateral: 23, down: -16, radius: 5.6), Foramen(lateral: 20.5, down: 7, radius: 5.2),
        Foramen(lateral: 18, down: 27, radius: 4.5), Foramen(lateral: 14.5, down: 43, radius: 3.4),
    ]
    private static let discs = [
        Disc(down: -19, half: 1.5, reach: 15, bow: 0.4),
        Disc(down: 5, half: 1.0, reach: 13, bow: 0.3),
        Disc(down: 25, half: 0.7, reach: 11, bow: 0.2), Disc(down: 43, half: 0.5, reach: 8, bow: 0),
    ]

    /// The laminae and the median and lateral crests behind the canal.
    private func arch(_ point: PelvicPoint) -> Double {
        let center = back(point.down) + 7
        let shell =
            abs(
                DistanceField.ellipse(point.across, point.deep - center, radii: (17, 11))) - 2.4
        let behind = max(shell, center - 4 - point.deep)
        let knobs = 1 + 0.5 * sin(point.down * 2 * .pi / 24)
        let crest = DistanceField.ellipse(
            point.across, point.deep - center - 13, radii: (3.2, 5 + 5 * knobs))
        let lateralCrest = DistanceField.ellipse(
            point.lateral - 21, point.deep - center - 3, radii: (4, 4 + 2 * knobs))
        let solid = DistanceField.union(
            min(crest, lateralCrest), behind, blend: 3)
        return max(solid, max(point.down - 48, -44 - point.down))
    }

    /// The wavy front of the sacral bodies.
    private func ripple(_ point: PelvicPoint) -> Double { sin((point.down + 6) * 2 * .pi / 23) }
}

import Glibc
import Imaging

/// The branching vessels and airways of one lung.
struct VesselTree: Sendable {
    /// A straight piece of a branch.
    struct Segment: Sendable {
        /// Where it starts and ends.
        let start, end: Vector3
        /// Its radius at both ends, millimetres.
        let startRadius, endRadius: Double
    }

    /// All pieces.
    private(set) var segments: [Segment] = []

    /// How a tree grows.
    struct Habit: Sendable {
        /// Radius where the tree enters the lung.
        var rootRadius = 5.5
        /// Radius below which branches end.
        var tipRadius = 0.3
        /// Length of a branch in multiples of its radius.
        var lengthPerRadius = 7.0
    }

    /// Grows a tree from `root` towards each of `directions`, as long as `inside` holds.
    init(
        root: Vector3, directions: [Vector3], habit: Habit, seed: UInt64,
        inside: (Vector3) -> Bool
    ) {
        var generator = SeededGenerator(seed: seed)
        var growing = directions.compactMap(\.normalized).map {
            Tip(at: root, direction: $0, radius: habit.rootRadius * generator.uniform(in: 0.7...1))
        }
        while let tip = growing.popLast(), segments.count < 12_000 {
            growing += grow(tip, from: root, habit: habit, using: &generator, inside: inside)
        }
    }

    private struct Tip {
        let at: Vector3
        let direction: Vector3
        let radius: Double
    }

    /// Lays one branch and returns the tips of its two children.
    private mutating func grow(
        _ tip: Tip, from root: Vector3, habit: Habit, using generator: inout SeededGenerator,
        inside: (Vector3) -> Bool
    ) -> [Tip] {
        guard tip.radius > habit.tipRadius else { return [] }
        let length =
            min(30, 4 + tip.radius * habit.lengthPerRadius) * generator.uniform(in: 0.7...1.2)
        let middle = tip.at + bent(tip.direction, by: 0.12, using: &generator) * (length / 2)
        let end = middle + bent(tip.direction, by: 0.22, using: &generator) * (length / 2)
        let endRadius = tip.radius * 0.88
        segments.append(
            Segment(
                start: tip.at, end: middle, startRadius: tip.radius,
                endRadius: (tip.radius + endRadius) / 2))
        guard inside(middle) else { return [] }
        segments.append(
            Segment(
                start: middle, end: end, startRadius: (tip.radius + endRadius) / 2,
                endRadius: endRadius))
        guard inside(end) else { return [] }
        return children(of: tip, at: end, from: root, using: &generator)
    }

    private func children(
        of tip: Tip, at end: Vector3, from root: Vector3, using generator: inout SeededGenerator
    ) -> [Tip] {
        let outward = (end - root).normalized ?? tip.direction
        let side =
            bent(outward, by: 1, using: &generator).cross(tip.direction).normalized ?? outward
        let major = generator.uniform(in: 0.80...0.90)
        let minor = generator.uniform(in: 0.62...0.80)
        let forward = tip.direction * 0.72 + outward * 0.28
        let first = forward + side * generator.uniform(in: 0.15...0.40)
        let second = forward + side * -generator.uniform(in: 0.45...0.85)
        return [(first, major), (second, minor)].compactMap { direction, shrink in
            direction.normalized.map {
                Tip(at: end, direction: $0, radius: tip.radius * 0.88 * shrink)
            }
        }
    }

    private func bent(
        _ direction: Vector3, by amount: Double, using generator: inout SeededGenerator
    ) -> Vector3 {
        let random = Vector3(
            generator.uniform(in: -1...1), generator.uniform(in: -1...1),
            generator.uniform(in: -1...1))
        return (direction + random * amount).normalized ?? direction
    }
}

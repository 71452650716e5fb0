import Imaging

/// The vessels and airways of both lungs.
struct LungTrees: Sendable {
    /// Arteries and veins.
    let vessels: [VesselTree]
    /// Airways.
    let airways: [VesselTree]

    /// Grows all trees into the lungs of `chest`.
    init(chest: Chest, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let roots = [
            Vector3(-37, 2, -14), Vector3(41, 6, -4), Vector3(-40, 12, -36), Vector3(42, 16, -34),
        ]
        let bronchi = [Vector3(-33, 12, -20), Vector3(38, 14, -22)]
        vessels = roots.enumerated().map { number, root in
            Self.tree(
                chest, root: root, habit: .init(rootRadius: number < 2 ? 6.2 : 5.2),
                seed: generator.next())
        }
        airways = bronchi.map {
            Self.tree(
                chest, root: $0, habit: .init(rootRadius: 4, tipRadius: 1.7, lengthPerRadius: 7),
                seed: generator.next())
        }
    }

    private static func tree(
        _ chest: Chest, root: Vector3, habit: VesselTree.Habit, seed: UInt64
    ) -> VesselTree {
        let out = root.x > 0 ? 1.0 : -1.0
        let directions = [
            Vector3(0.5 * out, -0.3, 1), Vector3(0.4 * out, 0.5, 1), Vector3(out, -0.5, 0.4),
            Vector3(out, 0.2, 0.35), Vector3(out, -0.8, -0.2), Vector3(out, 0.5, -0.2),
            Vector3(0.7 * out, 0.2, -1), Vector3(0.5 * out, 0.8, -0.7),
            Vector3(0.8 * out, -0.5, -0.9), Vector3(0.25 * out, 0.5, -1.1),
            Vector3(0.35 * out, 1, 0.1), Vector3(0.7 * out, 0.9, 0.3), Vector3(0.5 * out, -1, 0.1),
        ]
        return VesselTree(root: root, directions: directions, habit: habit, seed: seed) { point in
            let distance = chest.lung(point)
            let hilum = (point - root).length < 30 && point.x * out > 25
            return (distance < -1.2 || hilum) && point.x * out > 6
        }
    }
}

import Imaging

/// What is wrong with the joints of one participant, by site.
struct SacroiliacFindings: Sendable {
    /// Number of erosions in each quadrant that has some.
    var erosions: [String: Int] = [:]
    /// Depth of the sclerosis in millimetres in each quadrant that has some; 5 or less is physiological.
    var sclerosisDepthMM: [String: Double] = [:]
    /// Halves bridged by bone.
    var ankylosis: Set<String> = []
    /// Quadrants with fat metaplasia of the marrow.
    var fat: Set<String> = []
}

/// A hole in the bone at the joint.
struct Erosion: Sendable {
    /// Towards the feet.
    let down: Double
    /// Towards the back.
    let deep: Double
    /// Half its size in millimetres.
    let radiusMM: Double
}

/// Where the findings of one participant lie.
struct SacroiliacLesions: Sendable {
    private let noise: LatticeNoise
    private let erosions: [SacroiliacQuadrant: [Erosion]]
    private let sclerosis: [SacroiliacQuadrant: Double]
    private let fat: Set<SacroiliacQuadrant>
    private let fused: Set<String>

    /// Places `findings` at random, away from the border between upper and lower half.
    init(_ findings: SacroiliacFindings, seed: UInt64) {
        noise = LatticeNoise(seed: seed)
        var generator = SeededGenerator(seed: seed)
        var erosions: [SacroiliacQuadrant: [Erosion]] = [:]
        var sclerosis: [SacroiliacQuadrant: Double] = [:]
        for quadrant in SacroiliacQuadrant.all {
            let count = findings.erosions[quadrant.site] ?? 0
            erosions[quadrant] = (0..<count).map {
                Self.erosion(quadrant, number: $0, of: count, using: &generator)
            }
            sclerosis[quadrant] = findings.sclerosisDepthMM[quadrant.site]
        }
        self.erosions = erosions
        self.sclerosis = sclerosis
        fat = Set(findings.fat.compactMap(SacroiliacQuadrant.init(site:)))
        fused = findings.ankylosis
    }

    /// Signed distance to the nearest erosion of a bone whose joint face is `depth` millimetres away.
    func erosion(_ point: PelvicPoint, isIliac: Bool, depth: Double) -> Double {
        var nearest = Double.infinity
        for isUpper in [true, false] {
            let site = SacroiliacQuadrant(isLeft: point.isLeft, isIliac: isIliac, isUpper: isUpper)
            for hole in erosions[site] ?? [] {
                let offset = Vector3(
                    (depth - 0.6) * 0.85, point.down - hole.down, (point.deep - hole.deep) * 0.75)
                nearest = min(nearest, offset.length - hole.radiusMM)
            }
        }
        return nearest + 1.1 * noise.value(point.vector, sizeMM: 3.2)
    }

    /// How sclerotic the bone is `depth` millimetres from its joint face, 0...1.
    func sclerosis(_ point: PelvicPoint, isIliac: Bool, depth: Double) -> Double {
        let rough = 1 + 0.22 * noise.value(point.vector, sizeMM: 9)
        let usual = isIliac ? 1.6 : 1.1
        var strongest = DistanceField.smoothStep((usual - depth) / 1.2 + 0.5) * 0.8
        for isUpper in [true, false] {
            let site = SacroiliacQuadrant(isLeft: point.isLeft, isIliac: isIliac, isUpper: isUpper)
            guard let reach = sclerosis[site] else { continue }
            let place = within(point, isUpper: isUpper)
            let bulge = bulge(point, isUpper: isUpper)
            let dense = DistanceField.smoothStep((reach * rough * bulge - depth) / 2.6 + 0.5)
            strongest = max(strongest, dense * place)
        }
        return strongest
    }

    /// How much of the marrow is fat metaplasia, 0...1.
    func fat(_ point: PelvicPoint, isIliac: Bool, depth: Double) -> Double {
        [true, false].reduce(0) { strongest, isUpper in
            let site = SacroiliacQuadrant(isLeft: point.isLeft, isIliac: isIliac, isUpper: isUpper)
            guard fat.contains(site) else { return strongest }
            let rough = 11 + 3 * noise.value(point.vector, sizeMM: 12)
            let bulge = bulge(point, isUpper: isUpper)
            let near = DistanceField.smoothStep((rough * bulge - depth) / 4 + 0.5)
            return max(strongest, near * within(point, isUpper: isUpper))
        }
    }

    /// How much of the cleft is bridged by bone, 0...1.
    func bridge(_ point: PelvicPoint) -> Double {
        [true, false].reduce(0) { strongest, isUpper in
            let half = "\(point.isLeft ? "L" : "R")-\(isUpper ? "U" : "L")"
            guard fused.contains(half) else { return strongest }
            return max(strongest, within(point, isUpper: isUpper, marginMM: 4))
        }
    }

    /// 1 inside a half of the joint, with a soft, uneven border.
    private func within(_ point: PelvicPoint, isUpper: Bool, marginMM: Double = 0) -> Double {
        let down = point.down + 1.2 * noise.fractal(point.vector, sizeMM: 11, octaves: 2)
        let range = isUpper ? (-23.0, -7.0) : (7.0, 20.0)
        return DistanceField.band(down, from: range.0 - marginMM, to: range.1 + marginMM, edge: 6)
            * DistanceField.band(point.deep, from: -21, to: 8, edge: 5)
    }

    /// Lesions are deepest in the middle of a half, 0...1.
    private func bulge(_ point: PelvicPoint, isUpper: Bool) -> Double {
        let middle = (isUpper ? -14.0 : 13) + 3 * noise.value(point.vector, sizeMM: 14)
        let (down, deep) = ((point.down - middle) / 12.5, (point.deep + 6) / 19)
        return max(0, 1 - down * down * 0.8 - deep * deep * 0.7).squareRoot()
    }

    private static func erosion(
        _ site: SacroiliacQuadrant, number: Int, of count: Int,
        using generator: inout SeededGenerator
    ) -> Erosion {
        let step = 17.0 / Double(count)
        let along = 5.5 + step * (Double(number) + 0.5) + generator.uniform(in: -0.8...0.8)
        return Erosion(
            down: site.isUpper ? -along : along * 0.92, deep: generator.uniform(in: -12...2),
            radiusMM: generator.uniform(in: 3.7...4.9))
    }
}

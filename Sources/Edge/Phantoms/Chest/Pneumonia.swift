import Imaging

/// How much of the lungs of one participant is ill, and how.
struct PneumoniaExtent: Sendable {
    /// Percent of the right and of the left lung with any sign.
    var rightPercent = 0.0
    var leftPercent = 0.0
    /// Part of the ill lung that is consolidated, 0...1.
    var consolidation = 0.0
    /// How strong the network of crazy paving is, 0...1.
    var paving = 0.0
    /// How much the illness prefers the outer, back and lower lung, 0...1.
    var preference = 1.0
}

/// Signs of viral pneumonia in the lungs.
struct Pneumonia: Sendable {
    /// One lung voxel.
    struct LungVoxel: Sendable {
        /// Its place in the volume.
        let index: Int
        /// Its centre.
        let center: Vector3
        /// Its depth under the surface of the lung, millimetres.
        let depthMM: Double
        /// Whether it belongs to the left lung.
        let isLeft: Bool
    }

    /// For each ill voxel, how far above the border of the illness it lies, about 0...1 and more.
    struct Finding: Sendable {
        /// The voxel's place in the volume.
        let index: Int
        /// 0 healthy … 1 fully ill; 0.5 on the border.
        let groundGlass: Double
        /// 0...1.
        let consolidation: Double
        /// Whether the voxel counts as ill.
        let isIll: Bool
        /// Distance to the network of thickened septa.
        let networkMM: Double
    }

    private let noise: LatticeNoise
    private let network: WaveField
    private let cells: WaveField
    private let extent: PneumoniaExtent

    /// An illness of a given extent that belongs to `seed`.
    init(seed: UInt64, extent: PneumoniaExtent) {
        var generator = SeededGenerator(seed: seed)
        noise = LatticeNoise(seed: generator.next())
        network = WaveField(seed: generator.next(), lengthMM: 15, count: 14)
        cells = WaveField(seed: generator.next(), lengthMM: 17, count: 14)
        self.extent = extent
    }

    /// The signs in the voxels of one lung.
    ///
    /// The given percentage of the voxels, rounded to a whole voxel, is ill: those where a random field is highest.
    func findings(in voxels: [LungVoxel], percent: Double) -> [Finding] {
        guard percent > 0 else { return [] }
        let field = voxels.map(severity)
        let ranked = field.indices.sorted {
            field[$0] == field[$1] ? $0 < $1 : field[$0] > field[$1]
        }
        let ill = Int((Double(voxels.count) * percent / 100).rounded(.down))
        let border = field[ranked[min(ill, ranked.count - 1)]]
        let dense = Int(Double(ill) * extent.consolidation)
        let denseBorder = dense > 0 ? field[ranked[dense]] : .infinity
        var isIll = [Bool](repeating: false, count: voxels.count)
        for place in ranked.prefix(ill) { isIll[place] = true }
        return voxels.indices.compactMap { place in
            finding(
                voxels[place], value: field[place], border: border, denseBorder: denseBorder,
                isIll: isIll[place])
        }
    }

    private func finding(
        _ voxel: LungVoxel, value: Double, border: Double, denseBorder: Double, isIll: Bool
    ) -> Finding? {
        let glass = DistanceField.smoothStep((value - border) / 0.18 + 0.5)
        guard glass > 0 || isIll else { return nil }
        let dense = DistanceField.smoothStep((value - denseBorder) / 0.22 + 0.5)
        let lines = min(abs(network.distance(voxel.center)), abs(cells.distance(voxel.center)))
        return Finding(
            index: voxel.index, groundGlass: glass * shade(voxel.center), consolidation: dense,
            isIll: isIll, networkMM: lines)
    }

    /// How dense ground glass is at a point.
    private func shade(_ p: Vector3) -> Double {
        min(1, 0.78 + 0.3 * noise.fractal(p + Vector3(500, 0, 0), sizeMM: 16, octaves: 2))
    }

    /// Where illness begins first: high values.
    private func severity(_ voxel: LungVoxel) -> Double {
        let p = voxel.center
        let patches = noise.fractal(Vector3(p.x, p.y, p.z * 0.8), sizeMM: 42, octaves: 3)
        let outer = max(0, 1 - voxel.depthMM / 26)
        let back = p.y / 90
        let low = -(p.z + 20) / 110
        return 0.62 * patches + extent.preference * (0.55 * outer + 0.42 * back + 0.34 * low)
            + 0.12 * noise.fractal(p, sizeMM: 7, octaves: 2)
    }
}

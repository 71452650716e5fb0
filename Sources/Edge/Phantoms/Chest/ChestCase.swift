import Imaging

/// One participant's chest: the picture and what is true of it.
struct ChestCase: Sendable {
    /// Hounsfield units without noise.
    let picture: FloatVolume
    /// Voxels of the right and left lung.
    let lungVoxels: (right: Int, left: Int)
    /// Ill voxels of the right and left lung.
    let illVoxels: (right: Int, left: Int)
    /// Where the ill voxels lie in the picture.
    private let ill: [Int]

    /// Draws a chest.
    init(
        seed: UInt64, geometry: VolumeGeometry, thicknessMM: Double, build: Thorax.Build,
        extent: PneumoniaExtent
    ) {
        let chest = Chest(seed: seed, build: build, pixelMM: geometry.columnSpacingMM)
        let plain = TissueVolume(geometry, thicknessMM: thicknessMM, depths: 2) {
            chest.tissues(at: $0)
        }
        let lungs = Self.lungs(chest, geometry)
        let pneumonia = Pneumonia(seed: mixBits(seed &+ 1), extent: extent)
        let right = pneumonia.findings(in: lungs.right, percent: extent.rightPercent)
        let left = pneumonia.findings(in: lungs.left, percent: extent.leftPercent)
        var voxels = plain.voxels
        for finding in right + left { Self.lay(finding, paving: extent.paving, into: &voxels) }
        Self.layVessels(chest, geometry, thicknessMM: thicknessMM, seed: seed, into: &voxels)
        let texture = LatticeNoise(seed: mixBits(seed &+ 2))
        let centers = geometry.centers
        picture = FloatVolume(
            geometry,
            values: voxels.indices.map {
                Float(Self.hounsfield(voxels[$0], at: centers[$0], texture: texture))
            })
        lungVoxels = (lungs.right.count, lungs.left.count)
        illVoxels = (right.count { $0.isIll }, left.count { $0.isIll })
        ill = (right + left).filter(\.isIll).map(\.index)
    }

    /// The picture with every ill voxel as bright as bone.
    var marked: FloatVolume {
        var values = picture.values
        for index in ill { values[index] = 600 }
        return FloatVolume(picture.geometry, values: values)
    }

    /// The voxels of both lungs.
    private static func lungs(
        _ chest: Chest, _ geometry: VolumeGeometry
    ) -> (right: [Pneumonia.LungVoxel], left: [Pneumonia.LungVoxel]) {
        var right: [Pneumonia.LungVoxel] = []
        var left: [Pneumonia.LungVoxel] = []
        for (index, center) in geometry.centers.enumerated() {
            let distance = chest.lung(center)
            guard distance < 0 else { continue }
            let voxel = Pneumonia.LungVoxel(
                index: index, center: center, depthMM: -distance, isLeft: center.x > 0)
            if voxel.isLeft { left.append(voxel) } else { right.append(voxel) }
        }
        return (right, left)
    }

    private static func lay(
        _ finding: Pneumonia.Finding, paving: Double, into voxels: inout [TissueMix<ChestTissue>]
    ) {
        voxels[finding.index].turn(.lung, into: .groundGlass, finding.groundGlass)
        let line = DistanceField.smoothStep((1.1 - finding.networkMM) / 0.9) * paving * 0.38
        voxels[finding.index].turn(.groundGlass, into: .septum, line * finding.groundGlass)
        voxels[finding.index].turn(.groundGlass, into: .consolidation, finding.consolidation * 0.92)
    }

    /// Arteries, veins and airways in the lungs.
    private static func layVessels(
        _ chest: Chest, _ geometry: VolumeGeometry, thicknessMM: Double, seed: UInt64,
        into voxels: inout [TissueMix<ChestTissue>]
    ) {
        var blood = VesselRaster(geometry, thicknessMM: thicknessMM)
        var walls = VesselRaster(geometry, thicknessMM: thicknessMM)
        var air = VesselRaster(geometry, thicknessMM: thicknessMM)
        let trees = LungTrees(chest: chest, seed: mixBits(seed &+ 3))
        for tree in trees.vessels { blood.draw(tree) }
        for tree in trees.airways {
            walls.draw(tree, extraMM: 0.9)
            air.draw(tree)
        }
        for index in voxels.indices where blood.parts[index] + walls.parts[index] > 0 {
            let aerated =
                voxels[index][.lung] + voxels[index][.groundGlass]
                + voxels[index][.septum] + voxels[index][.consolidation]
            guard aerated > 0.05 else { continue }
            voxels[index].lay(.blood, Double(blood.parts[index]) * aerated)
            voxels[index].lay(.blood, Double(walls.parts[index]) * aerated * 0.75)
            voxels[index].lay(.air, Double(air.parts[index]) * aerated)
        }
    }

    /// The value of a voxel; healthy lung is denser at the back and never quite even.
    private static func hounsfield(
        _ mix: TissueMix<ChestTissue>, at p: Vector3, texture: LatticeNoise
    ) -> Double {
        let aerated = mix[.lung] + mix[.groundGlass]
        let weight =
            aerated > 0
            ? 0.32 * p.y + 16 * texture.fractal(p, sizeMM: 6, octaves: 2)
                + 9 * texture.value(p, sizeMM: 24) : 0
        return ChestContrast.ct(mix) + aerated * weight
    }
}

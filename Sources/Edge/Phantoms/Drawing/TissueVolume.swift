import Imaging

/// An anatomy sampled on the voxels of a series.
struct TissueVolume<Kind: Tissue>: Sendable {
    /// Where the voxels lie.
    let geometry: VolumeGeometry
    /// The mixture of every voxel, slice by slice, row-major.
    let voxels: [TissueMix<Kind>]

    /// Samples `anatomy` in every voxel, as the mean over `depths` points through the slice.
    ///
    /// - Parameters:
    ///   - thicknessMM: how thick a slice is.
    ///   - anatomy: the mixture at a point in patient millimetres.
    init(
        _ geometry: VolumeGeometry, thicknessMM: Double, depths: Int,
        anatomy: (Vector3) -> TissueMix<Kind>
    ) {
        self.geometry = geometry
        let normal = geometry.normal
        let steps = (0..<depths).map {
            normal * (((Double($0) + 0.5) / Double(depths) - 0.5) * thicknessMM)
        }
        voxels = geometry.centers.map { center in
            var sum = SIMD16<Float>.zero
            for step in steps { sum += anatomy(center + step).parts }
            return TissueMix(meanOf: sum, count: depths)
        }
    }

    /// The picture of the anatomy in one contrast.
    func picture(_ contrast: Contrast<Kind>) -> FloatVolume {
        FloatVolume(geometry, values: voxels.map { Float(contrast($0)) })
    }

    /// A map of any function of the mixture.
    func map(_ function: (TissueMix<Kind>) -> Double) -> FloatVolume {
        FloatVolume(geometry, values: voxels.map { Float(function($0)) })
    }
}

extension VolumeGeometry {
    /// The centres of all voxels, slice by slice, row-major.
    var centers: [Vector3] {
        var centers: [Vector3] = []
        centers.reserveCapacity(slices * rows * columns)
        for slice in 0..<slices {
            for row in 0..<rows {
                for column in 0..<columns {
                    centers.append(
                        position(column: Double(column), row: Double(row), slice: slice))
                }
            }
        }
        return centers
    }
}

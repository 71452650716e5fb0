import Imaging

/// Geometries for tests.
enum TestGeometry {
    /// A slice as scanners send it: axial, rows to the left, columns to the back.
    static func make(
        columns: Int = 4, rows: Int = 3, slices: Int = 1, right: Vector3 = Vector3(1, 0, 0),
        down: Vector3 = Vector3(0, 1, 0), columnSpacingMM: Double = 1, rowSpacingMM: Double = 1
    ) -> VolumeGeometry {
        let normal = right.cross(down)
        return VolumeGeometry(
            columns: columns, rows: rows, rowDirection: right, columnDirection: down,
            columnSpacingMM: columnSpacingMM, rowSpacingMM: rowSpacingMM,
            positions: (0..<slices).map { normal * Double($0) })
    }

    /// A volume of 16-bit samples, one row a slice.
    static func volume(
        _ samples: [Int16], slices: [SliceAttributes] = [SliceAttributes()],
        photometric: Photometric = .monochrome2, modality: Modality = .other
    ) -> ImageVolume {
        let columns = samples.count / slices.count
        return ImageVolume(
            geometry: make(columns: columns, rows: 1, slices: slices.count),
            storage: MemoryStorage(samples, sliceSampleCount: columns), slices: slices,
            photometric: photometric, modality: modality)
    }
}

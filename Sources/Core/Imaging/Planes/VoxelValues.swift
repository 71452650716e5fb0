/// Voxels in modality values, for reading one place at a time; lives only inside `withSlices`.
struct VoxelValues {
    let size: SIMD3<Int>
    let slices: [UnsafeRawBufferPointer]
    let sampleType: SampleType
    let rescale: VolumeRescale

    /// The modality value of a voxel that exists.
    @inline(__always)
    func value(_ column: Int, _ row: Int, _ slice: Int) -> Double {
        let stored = sampleType.value(at: row &* size.x &+ column, in: slices[slice])
        return rescale.modalityValue(stored: stored, slice: slice)
    }

    /// The value at a place in voxel coordinates (column, row, slice); NaN from the outer edge of the outer voxels on.
    ///
    /// Between the outermost centres and the edge, the outermost voxels count. Where slices are missing, each slice beside
    /// the gap has its usual thickness (see `VoxelRun.halfSlice`).
    func value(
        at place: SIMD3<Double>, _ interpolation: Interpolation, halfSlice: Double?
    ) -> Float {
        let limit = SIMD3(Double(size.x), Double(size.y), Double(size.z)) - 0.5
        let edge = 1e-6
        guard place.x >= -0.5 - edge, place.y >= -0.5 - edge, place.z >= -0.5 - edge,
            place.x <= limit.x + edge, place.y <= limit.y + edge, place.z <= limit.z + edge
        else { return .nan }
        var inside = place.clamped(lowerBound: SIMD3(), upperBound: limit - 0.5)
        if let halfSlice {
            let way = inside.z - inside.z.rounded(.down)
            guard min(way, 1 - way) <= halfSlice + edge else { return .nan }
            inside.z = inside.z.rounded()
        }
        return Float(interpolation == .nearest ? nearest(inside) : trilinear(inside))
    }

    private func nearest(_ place: SIMD3<Double>) -> Double {
        value(Int(place.x + 0.5), Int(place.y + 0.5), Int(place.z + 0.5))
    }

    private func trilinear(_ place: SIMD3<Double>) -> Double {
        let (column, row, slice) = (Int(place.x), Int(place.y), Int(place.z))
        let way = place - SIMD3(Double(column), Double(row), Double(slice))
        let lower = bilinear(column, row, slice, way)
        guard way.z > 0 else { return lower }
        return lower + way.z * (bilinear(column, row, slice + 1, way) - lower)
    }

    private func bilinear(
        _ column: Int, _ row: Int, _ slice: Int, _ way: SIMD3<Double>
    ) -> Double {
        let upper = linear(column, row, slice, way.x)
        guard way.y > 0 else { return upper }
        return upper + way.y * (linear(column, row + 1, slice, way.x) - upper)
    }

    private func linear(_ column: Int, _ row: Int, _ slice: Int, _ way: Double) -> Double {
        let left = value(column, row, slice)
        guard way > 0 else { return left }
        return left + way * (value(column + 1, row, slice) - left)
    }
}

/// What turns the stored values of all slices into modality values.
struct VolumeRescale: Sendable {
    /// Slope and intercept that all slices share; `nil` where they differ or use tables.
    let shared: (slope: Double, intercept: Double)?
    /// Slope and intercept of each slice.
    let slopes: [(slope: Double, intercept: Double)]
    private let tables: [SliceAttributes]

    /// Whether slopes and intercepts say all.
    var isLinear: Bool { tables.isEmpty }

    init(_ slices: [SliceAttributes]) {
        slopes = slices.map { ($0.slope, $0.intercept) }
        let hasTables = slices.contains { $0.modalityTable != nil }
        tables = hasTables ? slices.map(\.rescale) : []
        let first = slopes.first ?? (1, 0)
        let isShared = !hasTables && slopes.allSatisfy { $0 == first }
        shared = isShared ? first : nil
    }

    @inline(__always)
    func modalityValue(stored: Double, slice: Int) -> Double {
        guard tables.isEmpty else { return tables[slice].modalityValue(stored: stored) }
        return stored * slopes[slice].slope + slopes[slice].intercept
    }
}

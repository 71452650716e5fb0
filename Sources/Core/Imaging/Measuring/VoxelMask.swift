/// Voxels of a series that a reader painted.
public struct VoxelMask: Hashable, Sendable {
    let geometry: VolumeGeometry
    /// 64 voxels a word, row-major, for each slice that was painted on.
    var words: [Int: [UInt64]] = [:]

    /// No voxel of a series.
    public init(_ geometry: VolumeGeometry) { self.geometry = geometry }

    /// Adds the voxels of a slice (from 0) whose centres lie in a region.
    public mutating func paint(_ region: ImageRegion, slice: Int) throws(MeasureError) {
        try change(region, slice: slice) { $0 |= $1 }
    }

    /// Takes away the voxels of a slice (from 0) whose centres lie in a region.
    public mutating func erase(_ region: ImageRegion, slice: Int) throws(MeasureError) {
        try change(region, slice: slice) { $0 &= ~$1 }
    }

    /// Whether a voxel, each index from 0, is painted.
    public func contains(column: Int, row: Int, slice: Int) -> Bool {
        guard (0..<geometry.columns).contains(column), (0..<geometry.rows).contains(row),
            let painted = words[slice]
        else { return false }
        let index = row * geometry.columns + column
        return painted[index / 64] & 1 << (index % 64) != 0
    }

    /// The slices with painted voxels, from 0, in order.
    public var paintedSlices: [Int] { words.keys.sorted() }

    /// Voxels painted.
    public var count: Int {
        words.values.reduce(0) { $0 + $1.reduce(0) { $0 + $1.nonzeroBitCount } }
    }

    /// Voxels painted in both masks.
    public func count(inCommonWith other: VoxelMask) -> Int {
        words.reduce(0) { sum, entry in
            guard let others = other.words[entry.key] else { return sum }
            return zip(entry.value, others).reduce(sum) { $0 + ($1.0 & $1.1).nonzeroBitCount }
        }
    }

    /// How much of a whole, such as a lung, is painted here too: per cent of its voxels, 0...100.
    ///
    /// - Throws: `MeasureError.noVoxels` when nothing of the whole is painted.
    public func percentage(of whole: VoxelMask) throws(MeasureError) -> Double {
        precondition(geometry == whole.geometry, "masks of two series")
        let total = whole.count
        guard total > 0 else { throw .noVoxels }
        return Double(count(inCommonWith: whole)) / Double(total) * 100
    }

    private mutating func change(
        _ region: ImageRegion, slice: Int, _ combine: (inout UInt64, UInt64) -> Void
    ) throws(MeasureError) {
        guard (0..<geometry.slices).contains(slice) else { throw .noSlice(slice: slice) }
        let wordCount = (geometry.columns * geometry.rows + 63) / 64
        var painted = words[slice] ?? Array(repeating: 0, count: wordCount)
        for (column, row) in try region.voxels(in: geometry) {
            let index = row * geometry.columns + column
            combine(&painted[index / 64], 1 << (index % 64))
        }
        words[slice] = painted.allSatisfy { $0 == 0 } ? nil : painted
    }
}

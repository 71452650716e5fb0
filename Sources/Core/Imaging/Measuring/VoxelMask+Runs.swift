extension VoxelMask {
    /// Adds runs of voxels of a slice (from 0): where each begins, row-major from 0, and how many it has, in turns; what
    /// lies beyond the slice is left out.
    public mutating func insert(runs: [Int], slice: Int) {
        for index in stride(from: 0, to: runs.count - 1, by: 2) {
            insert(from: runs[index], count: runs[index + 1], slice: slice)
        }
    }
}

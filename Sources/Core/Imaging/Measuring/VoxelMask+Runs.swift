extension VoxelMask {
    /// Painted voxels of a slice as runs: where each begins, row-major from 0, and how many it has, in turns.
    public func runs(slice: Int) -> [Int] {
        guard let painted = words[slice] else { return [] }
        let total = geometry.columns * geometry.rows
        var runs: [Int] = []
        var start = Self.next(in: painted, from: 0, isPainted: true)
        while start < total {
            let end = min(total, Self.next(in: painted, from: start, isPainted: false))
            runs += [start, end - start]
            start = Self.next(in: painted, from: end, isPainted: true)
        }
        return runs
    }

    /// Adds runs of voxels of a slice (from 0): where each begins, row-major from 0, and how many it has, in turns; what
    /// lies beyond the slice is left out.
    public mutating func insert(runs: [Int], slice: Int) {
        let total = geometry.columns * geometry.rows
        guard (0..<geometry.slices).contains(slice) else { return }
        var painted = words[slice] ?? Array(repeating: 0, count: (total + 63) / 64)
        for index in stride(from: 0, to: runs.count - 1, by: 2) {
            let (start, count) = (runs[index], runs[index + 1])
            guard (0..<total).contains(start), count > 0 else { continue }
            Self.fill(start..<start + min(count, total - start), in: &painted)
        }
        words[slice] = painted.allSatisfy { $0 == 0 } ? nil : painted
    }

    /// The first voxel from `index` on that is painted, or is not; beyond the last word where there is none.
    private static func next(in painted: [UInt64], from index: Int, isPainted: Bool) -> Int {
        var word = index / 64
        guard word < painted.count else { return painted.count * 64 }
        var bits = (isPainted ? painted[word] : ~painted[word]) & (~0 << UInt64(index % 64))
        while bits == 0 {
            word += 1
            guard word < painted.count else { return painted.count * 64 }
            bits = isPainted ? painted[word] : ~painted[word]
        }
        return word * 64 + bits.trailingZeroBitCount
    }

    private static func fill(_ voxels: Range<Int>, in painted: inout [UInt64]) {
        for word in voxels.lowerBound / 64...(voxels.upperBound - 1) / 64 {
            let first = max(voxels.lowerBound - word * 64, 0)
            let last = min(voxels.upperBound - word * 64, 64) - 1
            painted[word] |= (~0 << UInt64(first)) & (~0 >> UInt64(63 - last))
        }
    }
}

/// A stretch of one register's row of sixels, without a gap of more than `SixelBand.longestGap` columns.
struct SixelSegment {
    /// The colour register.
    let register: Int32
    /// Index of the first sixel in the band's buffer.
    let first: Int32
    /// Index after the last sixel.
    var end: Int32
}

/// The six rows that are being encoded: each register's sixels, cut into segments in order of their left edge.
///
/// Buffers are made once a picture and used again for each band.
struct SixelBand: ~Copyable {
    /// Wider gaps split a register's row: painting nothing for so long costs more than a new segment.
    static let longestGap = 4

    /// Columns.
    let width: Int
    /// Column of each sixel; the sixels of register p begin at `p * width`.
    let columns: UnsafeMutablePointer<UInt16>
    /// Rows painted by each sixel, the highest in bit 0.
    let bits: UnsafeMutablePointer<UInt8>
    /// For each column the rows that need no more paint and must not get any.
    let finished: UnsafeMutablePointer<UInt8>
    /// The segments; a column has six at most.
    private let segments: UnsafeMutablePointer<SixelSegment>
    private(set) var segmentCount = 0
    /// For each column the first segment that begins there or later.
    private let starts: UnsafeMutablePointer<Int32>
    /// For each segment itself while it is unused, else one nearer to the next unused; the last entry is the end.
    private let skips: UnsafeMutablePointer<Int32>
    private let tails: UnsafeMutablePointer<SixelTail>
    /// Registers that any band used so far.
    private(set) var used = [Bool](repeating: false, count: SixelPalette.greyCount)

    /// Buffers for bands of `width` columns, 65,535 at most: small numbers keep them in the fastest memory.
    init(width: Int) {
        precondition(width <= Int(UInt16.max), "a sixel picture of \(width) columns")
        self.width = width
        columns = .allocate(capacity: SixelPalette.greyCount * width)
        bits = .allocate(capacity: SixelPalette.greyCount * width)
        finished = .allocate(capacity: width)
        segments = .allocate(capacity: 6 * width)
        starts = .allocate(capacity: width + 1)
        skips = .allocate(capacity: 6 * width + 1)
        tails = .allocate(capacity: SixelPalette.greyCount)
    }

    deinit {
        columns.deallocate()
        bits.deallocate()
        finished.deallocate()
        segments.deallocate()
        starts.deallocate()
        skips.deallocate()
        tails.deallocate()
    }

    /// Takes in up to six rows: pixels of `stride` a row, mapped to registers.
    mutating func load(
        _ pixels: UnsafePointer<UInt8>, stride: Int, rows: Int, registers: UnsafePointer<UInt8>
    ) {
        finished.update(repeating: 0, count: width)
        for register in 0..<SixelPalette.greyCount {
            tails[register] = SixelTail(end: Int32(truncatingIfNeeded: register &* width))
        }
        // A constant number of rows in all bands but the last, so that the loops over them are unrolled.
        var loader = SixelLoader(
            width: width, columns: columns, bits: bits, segments: segments, starts: starts,
            skips: skips, tails: tails)
        if rows == 6 {
            loader.load(pixels, stride: stride, rows: 6, registers: registers)
        } else {
            loader.load(pixels, stride: stride, rows: rows, registers: registers)
        }
        segmentCount = loader.segmentCount
        close()
    }

    /// Ends the segments that are still open.
    private mutating func close() {
        starts[width] = Int32(truncatingIfNeeded: segmentCount)
        skips[segmentCount] = Int32(truncatingIfNeeded: segmentCount)
        for register in 0..<SixelPalette.greyCount where tails[register].segment >= 0 {
            segments[Int(tails[register].segment)].end = tails[register].end
            used[register] = true
        }
    }

    /// The register in the most pieces and how many they are.
    var mostFragmented: (register: Int, pieces: Int) {
        var best = 0
        for register in 1..<SixelPalette.greyCount
        where tails[register].pieces > tails[best].pieces { best = register }
        return (best, Int(tails[best].pieces))
    }

    /// Marks all sixels of a register as finished and its segments as used.
    func finish(_ register: Int) {
        for index in register * width..<Int(tails[register].end) {
            finished[Int(columns[index])] |= bits[index]
        }
        for index in 0..<segmentCount where segments[index].register == register {
            skips[index] = Int32(truncatingIfNeeded: index &+ 1)
        }
    }

    /// Takes the first unused segment that begins at `column` or later, or returns `nil`.
    @inline(__always)
    func takeSegment(from column: Int) -> SixelSegment? {
        let index = unused(Int(starts[column]))
        guard index < segmentCount else { return nil }
        skips[index] = Int32(truncatingIfNeeded: index &+ 1)
        return segments[index]
    }

    /// The first unused segment from `index` on; shortens the way for the next search.
    @inline(__always)
    private func unused(_ index: Int) -> Int {
        var end = index
        while Int(skips[end]) != end { end = Int(skips[end]) }
        var place = index
        while place != end {
            let next = Int(skips[place])
            skips[place] = Int32(truncatingIfNeeded: end)
            place = next
        }
        return end
    }
}

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

    /// What is known of a register while a band is loaded.
    private struct Tail {
        /// Column of its last sixel; far to the left when it has none.
        var column: Int32 = -1_000
        /// Index after its last sixel.
        var end: Int32 = 0
        /// Its last segment.
        var segment: Int32 = -1
        /// Its segments.
        var pieces: Int32 = 0
    }

    /// Columns.
    let width: Int
    /// Column of each sixel; the sixels of register p begin at `p * width`.
    let columns: UnsafeMutablePointer<Int32>
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
    private let tails: UnsafeMutablePointer<Tail>
    /// Registers that any band used so far.
    private(set) var used = [Bool](repeating: false, count: SixelPalette.greyCount)

    init(width: Int) {
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
        segmentCount = 0
        finished.update(repeating: 0, count: width)
        for register in 0..<SixelPalette.greyCount {
            tails[register] = Tail(end: Int32(truncatingIfNeeded: register &* width))
        }
        var last = UInt64.max
        // The registers of the last column, each once, one a byte, and how many they are.
        var (distinct, count) = (UInt64(0), 0)
        for column in 0..<width {
            starts[column] = Int32(truncatingIfNeeded: segmentCount)
            var pixel = pixels + column
            // The registers of this column, the highest row in the lowest byte.
            var sixel: UInt64 = 0
            for row in 0..<rows {
                sixel |= UInt64(registers[Int(pixel.pointee)]) &<< UInt64(8 &* row)
                pixel += stride
            }
            if sixel == last {
                // Even areas: only the sixels of the column before are needed once more.
                for place in 0..<count { extend(distinct &>> UInt64(8 &* place), column: column) }
            } else {
                last = sixel
                (distinct, count) = (0, 0)
                for row in 0..<rows {
                    let register = UInt8(truncatingIfNeeded: sixel)
                    sixel &>>= 8
                    if add(register, column: column, bit: 1 &<< UInt8(row)) {
                        distinct = distinct &<< 8 | UInt64(register)
                        count &+= 1
                    }
                }
            }
        }
        close()
    }

    /// Adds a pixel; returns whether it is the first of its register in the column.
    @inline(__always)
    private mutating func add(_ register: UInt8, column: Int, bit: UInt8) -> Bool {
        let tail = tails + Int(register)
        let place = Int(tail.pointee.end)
        let gap = Int32(truncatingIfNeeded: column) &- tail.pointee.column
        if gap == 0 {
            bits[place &- 1] |= bit
            return false
        }
        if gap > Int32(Self.longestGap + 1) { beginSegment(register) }
        columns[place] = Int32(truncatingIfNeeded: column)
        bits[place] = bit
        tail.pointee.column = Int32(truncatingIfNeeded: column)
        tail.pointee.end &+= 1
        return true
    }

    /// Repeats the sixel that the register in the lowest byte has in the column before.
    @inline(__always)
    private mutating func extend(_ register: UInt64, column: Int) {
        let tail = tails + Int(register & 0xFF)
        let place = Int(tail.pointee.end)
        columns[place] = Int32(truncatingIfNeeded: column)
        bits[place] = bits[place &- 1]
        tail.pointee.column = Int32(truncatingIfNeeded: column)
        tail.pointee.end &+= 1
    }

    @inline(__always)
    private mutating func beginSegment(_ register: UInt8) {
        let tail = tails + Int(register)
        let last = Int(tail.pointee.segment)
        if last >= 0 { segments[last].end = tail.pointee.end }
        segments[segmentCount] = SixelSegment(
            register: Int32(register), first: tail.pointee.end, end: 0)
        skips[segmentCount] = Int32(truncatingIfNeeded: segmentCount)
        tail.pointee.segment = Int32(truncatingIfNeeded: segmentCount)
        tail.pointee.pieces &+= 1
        segmentCount &+= 1
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

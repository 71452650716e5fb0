/// What is known of a register while a band is loaded.
struct SixelTail {
    /// Column of its last sixel; far to the left when it has none.
    var column: Int32 = -1_000
    /// Index after its last sixel.
    var end: Int32 = 0
    /// Its last segment.
    var segment: Int32 = -1
    /// Its segments.
    var pieces: Int32 = 0
}

/// Fills the buffers of a band with its pixels.
///
/// A value of its own in the caller's frame: so its pointers stay in registers, and not in a band that any store
/// might have changed.
struct SixelLoader {
    /// Columns of the band.
    let width: Int
    /// Buffers of the band; see `SixelBand`.
    let columns: UnsafeMutablePointer<UInt16>
    let bits: UnsafeMutablePointer<UInt8>
    let segments: UnsafeMutablePointer<SixelSegment>
    let starts: UnsafeMutablePointer<Int32>
    let skips: UnsafeMutablePointer<Int32>
    let tails: UnsafeMutablePointer<SixelTail>
    /// Segments so far.
    private(set) var segmentCount = 0

    init(
        width: Int, columns: UnsafeMutablePointer<UInt16>, bits: UnsafeMutablePointer<UInt8>,
        segments: UnsafeMutablePointer<SixelSegment>, starts: UnsafeMutablePointer<Int32>,
        skips: UnsafeMutablePointer<Int32>, tails: UnsafeMutablePointer<SixelTail>
    ) {
        (self.width, self.columns, self.bits, self.segments) = (width, columns, bits, segments)
        (self.starts, self.skips, self.tails) = (starts, skips, tails)
    }

    /// Takes in the pixels of `rows` rows, 6 at most, column by column.
    @inline(__always)
    mutating func load(
        _ pixels: UnsafePointer<UInt8>, stride: Int, rows: Int, registers: UnsafePointer<UInt8>
    ) {
        var last = UInt64.max
        // The registers of the last column, each once, one a byte, and how many they are.
        var (distinct, count) = (UInt64(0), 0)
        for column in 0..<width {
            starts[column] = Int32(truncatingIfNeeded: segmentCount)
            // The registers of this column, the highest row in the lowest byte.
            var sixel: UInt64 = 0
            for row in 0..<rows {
                let pixel = pixels[row &* stride &+ column]
                sixel |= UInt64(registers[Int(pixel)]) &<< UInt64(8 &* row)
            }
            if sixel == last {
                // Even areas: only the sixels of the column before are needed once more.
                for place in 0..<count { extend(distinct &>> UInt64(8 &* place), column: column) }
                continue
            }
            last = sixel
            (distinct, count) = (0, 0)
            for row in 0..<rows {
                let register = sixel &>> UInt64(8 &* row) & 0xFF
                if add(register, column: column, bit: 1 &<< UInt8(row)) {
                    distinct = distinct &<< 8 | register
                    count &+= 1
                }
            }
        }
    }

    /// Adds a pixel; returns whether it is the first of its register in the column.
    @inline(__always)
    private mutating func add(_ register: UInt64, column: Int, bit: UInt8) -> Bool {
        let tail = tails + Int(truncatingIfNeeded: register)
        let place = Int(tail.pointee.end)
        let gap = Int32(truncatingIfNeeded: column) &- tail.pointee.column
        if gap == 0 {
            bits[place &- 1] |= bit
            return false
        }
        if gap > Int32(SixelBand.longestGap + 1) { beginSegment(register) }
        columns[place] = UInt16(truncatingIfNeeded: column)
        bits[place] = bit
        tail.pointee.column = Int32(truncatingIfNeeded: column)
        tail.pointee.end &+= 1
        return true
    }

    /// Repeats the sixel that the register in the lowest byte has in the column before.
    @inline(__always)
    private func extend(_ register: UInt64, column: Int) {
        let tail = tails + Int(truncatingIfNeeded: register & 0xFF)
        let place = Int(tail.pointee.end)
        columns[place] = UInt16(truncatingIfNeeded: column)
        bits[place] = bits[place &- 1]
        tail.pointee.column = Int32(truncatingIfNeeded: column)
        tail.pointee.end &+= 1
    }

    @inline(__always)
    private mutating func beginSegment(_ register: UInt64) {
        let tail = tails + Int(truncatingIfNeeded: register)
        let last = Int(tail.pointee.segment)
        if last >= 0 { segments[last].end = tail.pointee.end }
        segments[segmentCount] = SixelSegment(
            register: Int32(truncatingIfNeeded: register), first: tail.pointee.end, end: 0)
        skips[segmentCount] = Int32(truncatingIfNeeded: segmentCount)
        tail.pointee.segment = Int32(truncatingIfNeeded: segmentCount)
        tail.pointee.pieces &+= 1
        segmentCount &+= 1
    }
}

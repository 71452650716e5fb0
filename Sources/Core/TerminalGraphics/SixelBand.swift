/// A stretch of one register's row of sixels, without a gap of more than `SixelBand.longestGap` columns.
struct SixelSegment {
    /// The colour register.
    let register: Int
    /// Index of the first sixel in the band's buffer.
    let first: Int
    /// Index after the last sixel.
    var end: Int
    /// Index of the next segment that begins at the same column, or -1.
    var next: Int
}

/// The six rows that are being encoded: each register's sixels, cut into segments by left edge.
///
/// Buffers are made once a picture and used again for each band.
struct SixelBand: ~Copyable {
    /// Wider gaps split a register's row: painting nothing for so long costs more than a new segment.
    static let longestGap = 6
    private static let registerCount = 101

    /// Columns.
    let width: Int
    /// Column of each sixel; the sixels of register p begin at `p * width`.
    let columns: UnsafeMutablePointer<Int32>
    /// Rows painted by each sixel, the highest in bit 0.
    let bits: UnsafeMutablePointer<UInt8>
    /// Sixels of each register.
    private let counts: UnsafeMutablePointer<Int>
    /// First segment at each column, or -1.
    private let heads: UnsafeMutablePointer<Int>
    /// For each column one at or after it, nearer to the next that has a segment; the last entry is the end.
    private let skips: UnsafeMutablePointer<Int>
    /// For each column the rows that need no more paint and must not get any.
    let finished: UnsafeMutablePointer<UInt8>
    /// The segments of the band.
    var segments: [SixelSegment] = []
    /// Segments of each register.
    private var fragments = [Int](repeating: 0, count: registerCount)

    init(width: Int) {
        self.width = width
        columns = .allocate(capacity: Self.registerCount * width)
        bits = .allocate(capacity: Self.registerCount * width)
        counts = .allocate(capacity: Self.registerCount)
        heads = .allocate(capacity: width)
        skips = .allocate(capacity: width + 1)
        finished = .allocate(capacity: width)
        segments.reserveCapacity(6 * width)
    }

    deinit {
        columns.deallocate()
        bits.deallocate()
        counts.deallocate()
        heads.deallocate()
        skips.deallocate()
        finished.deallocate()
    }

    /// Takes in up to six rows: pixels of `stride` a row, mapped to registers.
    mutating func load(
        _ pixels: UnsafePointer<UInt8>, stride: Int, rows: Int, registers: UnsafePointer<UInt8>
    ) {
        counts.initialize(repeating: 0, count: Self.registerCount)
        for column in 0..<width {
            for row in 0..<rows {
                let register = Int(registers[Int(pixels[row * stride + column])])
                add(register, column: column, bit: 1 << UInt8(row))
            }
        }
        cut()
    }

    @inline(__always)
    private func add(_ register: Int, column: Int, bit: UInt8) {
        let index = register * width + counts[register]
        if counts[register] > 0, columns[index - 1] == Int32(column) {
            bits[index - 1] |= bit
        } else {
            columns[index] = Int32(truncatingIfNeeded: column)
            bits[index] = bit
            counts[register] += 1
        }
    }

    /// Cuts the registers' sixels into segments and puts each in the bucket of its first column.
    private mutating func cut() {
        segments.removeAll(keepingCapacity: true)
        heads.initialize(repeating: -1, count: width)
        finished.initialize(repeating: 0, count: width)
        for register in 0..<Self.registerCount {
            let before = segments.count
            if counts[register] > 0 { cut(register) }
            fragments[register] = segments.count - before
        }
        for column in 0...width {
            skips[column] = column == width || heads[column] >= 0 ? column : column + 1
        }
    }

    private mutating func cut(_ register: Int) {
        let start = register * width
        var first = start
        for index in start + 1...start + counts[register] {
            let ends =
                index == start + counts[register]
                || Int(columns[index] - columns[index - 1]) - 1 > Self.longestGap
            guard ends else { continue }
            let column = Int(columns[first])
            segments.append(
                SixelSegment(register: register, first: first, end: index, next: heads[column]))
            heads[column] = segments.count - 1
            first = index
        }
    }

    /// The register in the most pieces and how many they are.
    var mostFragmented: (register: Int, pieces: Int) {
        var best = 0
        for register in 1..<Self.registerCount where fragments[register] > fragments[best] {
            best = register
        }
        return (best, fragments[best])
    }

    /// Marks all sixels of a register as finished and takes its segments out.
    mutating func finish(_ register: Int) {
        for index in register * width..<register * width + counts[register] {
            finished[Int(columns[index])] |= bits[index]
        }
        for index in segments.indices where segments[index].register == register {
            segments[index].end = segments[index].first
        }
    }

    /// Takes the first segment that begins at `column` or later, or returns `nil`.
    mutating func takeSegment(from column: Int) -> SixelSegment? {
        var place = nonEmpty(column)
        while place < width {
            let segment = segments[heads[place]]
            heads[place] = segment.next
            if segment.next < 0 { skips[place] = place + 1 }
            if segment.end > segment.first { return segment }
            place = nonEmpty(place)
        }
        return nil
    }

    /// The first column from `column` on that has a segment, or `width`; shortens the way for the next search.
    private func nonEmpty(_ column: Int) -> Int {
        var end = column
        while skips[end] != end { end = skips[end] }
        var place = column
        while place != end { (skips[place], place) = (end, skips[place]) }
        return end
    }
}

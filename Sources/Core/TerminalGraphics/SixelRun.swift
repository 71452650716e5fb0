/// A run of equal sixels that is still growing.
struct SixelRun {
    /// Rows that the run must paint.
    private var must: UInt8 = 0
    /// Rows that it may paint.
    private var may: UInt8 = 63
    private var length = 0

    /// Adds a column that must and may be painted so, ending the run first when it cannot grow.
    @inline(__always)
    mutating func add(must more: UInt8, may allowed: UInt8, to output: inout SixelOutput) {
        let wanted = must | more
        let common = may & allowed
        if wanted & ~common == 0 {
            (must, may) = (wanted, common)
            length += 1
        } else {
            output.add(bits: must, length: length)
            (must, may, length) = (more, allowed, 1)
        }
    }

    /// Adds a segment and marks it finished; returns the column after it.
    mutating func add(
        _ segment: SixelSegment, of band: borrowing SixelBand, to output: inout SixelOutput
    ) -> Int {
        var column = Int(band.columns[segment.first])
        for index in segment.first..<segment.end {
            let next = Int(band.columns[index])
            while column < next {
                add(must: 0, may: 63 & ~band.finished[column], to: &output)
                column += 1
            }
            add(must: band.bits[index], may: 63 & ~band.finished[column], to: &output)
            band.finished[column] |= band.bits[index]
            column += 1
        }
        return column
    }

    /// Passes over columns between two segments: by growing the run when all of them allow it, else empty.
    mutating func bridge(
        _ gap: Range<Int>, finished: UnsafePointer<UInt8>, to output: inout SixelOutput
    ) {
        guard !gap.isEmpty else { return }
        if length > 0, gap.allSatisfy({ must & finished[$0] == 0 }) {
            length += gap.count
        } else {
            end(to: &output)
            output.add(bits: 0, length: gap.count)
        }
    }

    /// Ends the run.
    mutating func end(to output: inout SixelOutput) {
        output.add(bits: must, length: length)
        (must, may, length) = (0, 63, 0)
    }
}

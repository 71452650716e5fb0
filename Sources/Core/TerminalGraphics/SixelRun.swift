/// A run of equal sixels that is still growing.
struct SixelRun {
    /// Rows that the run must paint.
    private var must: UInt8 = 0
    /// Rows that it must not paint.
    private var mustNot: UInt8 = 0
    private var length = 0

    /// Adds a column that must and must not be painted so, ending the run first when it cannot grow.
    @inline(__always)
    private mutating func add(must more: UInt8, not finished: UInt8, to output: inout SixelOutput) {
        let wanted = must | more
        let closed = mustNot | finished
        if wanted & closed == 0 {
            (must, mustNot) = (wanted, closed)
            length &+= 1
        } else {
            output.add(bits: must, length: length)
            (must, mustNot, length) = (more, finished, 1)
        }
    }

    /// Adds a segment and marks it finished; returns the column after it.
    @inline(__always)
    mutating func add(
        _ segment: SixelSegment, of band: borrowing SixelBand, to output: inout SixelOutput
    ) -> Int {
        let (columns, bits, finished) = (band.columns, band.bits, band.finished)
        var column = Int(columns[Int(segment.first)])
        for index in Int(segment.first)..<Int(segment.end) {
            let next = Int(columns[index])
            while column < next {
                add(must: 0, not: finished[column], to: &output)
                column &+= 1
            }
            let own = bits[index]
            let closed = finished[column]
            add(must: own, not: closed, to: &output)
            finished[column] = closed | own
            column &+= 1
        }
        return column
    }

    /// Passes over columns between two segments: by growing the run when all of them allow it, else empty.
    @inline(__always)
    mutating func bridge(
        from start: Int, to end: Int, finished: UnsafePointer<UInt8>, to output: inout SixelOutput
    ) {
        guard start < end else { return }
        var column = length > 0 ? start : end &+ 1
        while column < end, must & finished[column] == 0 { column &+= 1 }
        if column == end {
            length &+= end &- start
        } else {
            self.end(to: &output)
            output.add(bits: 0, length: end &- start)
        }
    }

    /// Ends the run.
    @inline(__always)
    mutating func end(to output: inout SixelOutput) {
        output.add(bits: must, length: length)
        (must, mustNot, length) = (0, 0, 0)
    }
}

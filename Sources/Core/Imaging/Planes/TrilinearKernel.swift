/// Trilinear values along a straight row, eight at a time.
///
/// Works in three passes over short stretches: where the voxels are, fetching them, mixing them. Each pass is simple enough
/// that loads do not wait for stores just made; in one pass it took three times as long.
struct TrilinearKernel<Voxel: KernelVoxel> {
    private let slices: [UnsafeRawPointer]
    private let columns: Int32
    private let shared: (slope: Float, intercept: Float)?
    private let rescales: [(slope: Float, intercept: Float)]

    /// - Parameters:
    ///   - slices: The first sample of each slice.
    ///   - rescale: Slopes and intercepts, no tables.
    init(slices: [UnsafeRawPointer], columns: Int, rescale: VolumeRescale) {
        self.slices = slices
        self.columns = Int32(columns)
        shared = rescale.shared.map { (Float($0.slope), Float($0.intercept)) }
        rescales = rescale.slopes.map { (Float($0.slope), Float($0.intercept)) }
    }

    /// Fills `output`, one value for each place from `start` on; all of them lie between voxel centres.
    func fill(
        _ output: UnsafeMutableBufferPointer<Float>, from start: SIMD3<Double>,
        step: SIMD3<Double>, scratch: KernelScratch
    ) {
        var done = 0
        while done < output.count {
            let count = min(KernelScratch.stretch, output.count - done)
            place(count, from: start + step * Double(done), step: step, scratch)
            fetch(count, scratch)
            if shared == nil { fetchRescales(count, scratch) }
            mix(count, UnsafeMutableBufferPointer(rebasing: output[done..<done + count]), scratch)
            done += count
        }
    }

    private func place(
        _ count: Int, from start: SIMD3<Double>, step: SIMD3<Double>, _ scratch: KernelScratch
    ) {
        let lanes = SIMD8<Float>(0, 1, 2, 3, 4, 5, 6, 7)
        let (across, down, through) = (
            lanes * Float(step.x), lanes * Float(step.y), lanes * Float(step.z)
        )
        for first in stride(from: 0, to: count, by: 8) {
            // Only differences within eight places are floats: with steps of a voxel or so, the error stays below a
            // hundred-thousandth of a voxel.
            let base = start + step * Double(first)
            let (column, row, slice) = (Int(base.x), Int(base.y), Int(base.z))
            let x = Self.split(across + Float(base.x - Double(column)))
            let y = Self.split(down + Float(base.y - Double(row)))
            let z = Self.split(through + Float(base.z - Double(slice)))
            let corner =
                Int32(truncatingIfNeeded: row) &* columns &+ Int32(truncatingIfNeeded: column)
            scratch.store(y.whole &* columns &+ x.whole &+ corner, .offset, first)
            scratch.store(z.whole &+ Int32(truncatingIfNeeded: slice), .slice, first)
            scratch.store(x.share, .columnShare, first)
            scratch.store(y.share, .rowShare, first)
            scratch.store(z.share, .sliceShare, first)
        }
    }

    /// The whole number below, or at worst the one above, and the rest in 0...1.
    @inline(__always)
    private static func split(
        _ value: SIMD8<Float>
    ) -> (whole: SIMD8<Int32>, share: SIMD8<Float>) {
        // Adding it to a float of less than 4 million moves the nearest whole number into the low bits.
        let wholeBits: Float = 12_582_912
        let moved = value - 0.5 + wholeBits
        let whole =
            unsafeBitCast(moved, to: SIMD8<Int32>.self) &- Int32(bitPattern: wholeBits.bitPattern)
        return (whole, value - (moved - wholeBits))
    }

    /// Fetches two neighbours of a row at once, from two rows of two slices.
    private func fetch(_ count: Int, _ scratch: KernelScratch) {
        let size = MemoryLayout<Voxel>.size
        let row = Int(columns) * size
        slices.withUnsafeBufferPointer { slices in
            for pixel in 0..<count {
                let offset: Int32 = scratch.load(.offset, pixel)
                let slice: Int32 = scratch.load(.slice, pixel)
                let lower = slices[Int(slice)] + Int(offset) &* size
                let upper = slices[Int(slice) &+ 1] + Int(offset) &* size
                scratch.copy(Voxel.self, lower, .lowerFirstRow, pixel)
                scratch.copy(Voxel.self, lower + row, .lowerSecondRow, pixel)
                scratch.copy(Voxel.self, upper, .upperFirstRow, pixel)
                scratch.copy(Voxel.self, upper + row, .upperSecondRow, pixel)
            }
        }
    }

    /// Slopes and intercepts of both slices of each pixel.
    private func fetchRescales(_ count: Int, _ scratch: KernelScratch) {
        rescales.withUnsafeBufferPointer { rescales in
            for pixel in 0..<count {
                let slice: Int32 = scratch.load(.slice, pixel)
                let (lower, upper) = (rescales[Int(slice)], rescales[Int(slice) &+ 1])
                scratch.store(lower.slope, .lowerSlope, pixel)
                scratch.store(lower.intercept, .lowerIntercept, pixel)
                scratch.store(upper.slope, .upperSlope, pixel)
                scratch.store(upper.intercept, .upperIntercept, pixel)
            }
        }
    }

    private func mix(
        _ count: Int, _ output: UnsafeMutableBufferPointer<Float>, _ scratch: KernelScratch
    ) {
        for first in stride(from: 0, to: count, by: 8) {
            let rowShare: SIMD8<Float> = scratch.load(.rowShare, first)
            let sliceShare: SIMD8<Float> = scratch.load(.sliceShare, first)
            let a = across(.lowerFirstRow, first, scratch)
            let b = across(.lowerSecondRow, first, scratch)
            let c = across(.upperFirstRow, first, scratch)
            let d = across(.upperSecondRow, first, scratch)
            var lower = a + rowShare * (b - a)
            var upper = c + rowShare * (d - c)
            if shared == nil {
                lower = rescaled(lower, .lowerSlope, .lowerIntercept, first, scratch)
                upper = rescaled(upper, .upperSlope, .upperIntercept, first, scratch)
            }
            var value = lower + sliceShare * (upper - lower)
            if let shared { value = value * shared.slope + shared.intercept }
            write(value, output, first)
        }
    }

    /// Mixes two neighbours of a row.
    @inline(__always)
    private func across(
        _ part: KernelScratch.Part, _ first: Int, _ scratch: KernelScratch
    ) -> SIMD8<Float> {
        let share: SIMD8<Float> = scratch.load(.columnShare, first)
        let pair = scratch.parted(Voxel.self, part, first)
        return pair.first + share * (pair.second - pair.first)
    }

    @inline(__always)
    private func rescaled(
        _ value: SIMD8<Float>, _ slope: KernelScratch.Part, _ intercept: KernelScratch.Part,
        _ first: Int, _ scratch: KernelScratch
    ) -> SIMD8<Float> {
        let slope: SIMD8<Float> = scratch.load(slope, first)
        let intercept: SIMD8<Float> = scratch.load(intercept, first)
        return value * slope + intercept
    }

    @inline(__always)
    private func write(
        _ value: SIMD8<Float>, _ output: UnsafeMutableBufferPointer<Float>, _ first: Int
    ) {
        if first + 8 <= output.count {
            UnsafeMutableRawBufferPointer(output).storeBytes(
                of: value, toByteOffset: first &* 4, as: SIMD8<Float>.self)
        } else {
            for lane in 0..<output.count - first { output[first + lane] = value[lane] }
        }
    }
}

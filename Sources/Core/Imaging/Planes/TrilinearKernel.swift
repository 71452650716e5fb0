/// Trilinear values of 16-bit voxels along a straight row, eight at a time.
///
/// Works in three passes over short stretches: where the voxels are, fetching them, mixing them. Each pass is simple enough
/// that loads do not wait for stores just made; in one pass it took three times as long.
struct TrilinearKernel {
    private static let stretch = 64
    /// Adding it to a float of less than 4 million moves the nearest whole number into the low bits.
    private static let wholeBits: Float = 12_582_912

    private let slices: [UnsafeRawPointer]
    private let columns: Int32
    private let signFlip: UInt32
    private let bias: Float
    private let slope: Float
    private let intercept: Float

    /// - Parameters:
    ///   - slices: The first sample of each slice.
    ///   - isSigned: Whether samples are `Int16`, else `UInt16`.
    init(
        slices: [UnsafeRawPointer], columns: Int, isSigned: Bool,
        rescale: (slope: Double, intercept: Double)
    ) {
        self.slices = slices
        self.columns = Int32(columns)
        // A 16-bit number in the low bits of the float 2^23 is that float plus the number.
        signFlip = isSigned ? 0x8000 : 0
        bias = isSigned ? 8_388_608 + 32_768 : 8_388_608
        slope = Float(rescale.slope)
        intercept = Float(rescale.intercept)
    }

    /// Scratch memory for one caller: indexes, shares and fetched voxels of a stretch.
    static func withScratch<Result>(_ body: (Scratch) -> Result) -> Result {
        withUnsafeTemporaryAllocation(byteCount: 9 * stretch * 4, alignment: 32) {
            body(Scratch($0))
        }
    }

    struct Scratch {
        private let bytes: UnsafeMutableRawBufferPointer

        fileprivate init(_ bytes: UnsafeMutableRawBufferPointer) { self.bytes = bytes }

        /// One of nine arrays of a stretch's length.
        fileprivate func array(_ number: Int) -> UnsafeMutableRawBufferPointer {
            let size = TrilinearKernel.stretch * 4
            return UnsafeMutableRawBufferPointer(
                rebasing: bytes[number * size..<(number + 1) * size])
        }
    }

    /// Fills `output`, one value for each place from `start` on; all of them lie between voxel centres.
    func fill(
        _ output: UnsafeMutableBufferPointer<Float>, from start: SIMD3<Double>,
        step: SIMD3<Double>, scratch: Scratch
    ) {
        var done = 0
        while done < output.count {
            let count = min(Self.stretch, output.count - done)
            place(count, from: start + step * Double(done), step: step, scratch)
            fetch(count, scratch)
            mix(count, UnsafeMutableBufferPointer(rebasing: output[done..<done + count]), scratch)
            done += count
        }
    }

    private func place(
        _ count: Int, from start: SIMD3<Double>, step: SIMD3<Double>, _ scratch: Scratch
    ) {
        let lanes = SIMD8<Float>(0, 1, 2, 3, 4, 5, 6, 7)
        let (across, down, through) = (
            lanes * Float(step.x), lanes * Float(step.y), lanes * Float(step.z)
        )
        for first in Swift.stride(from: 0, to: count, by: 8) {
            // Only differences within eight places are floats: the error stays below a hundred-thousandth of a voxel.
            let base = start + step * Double(first)
            let (column, row, slice) = (Int(base.x), Int(base.y), Int(base.z))
            let x = Self.split(across + Float(base.x - Double(column)))
            let y = Self.split(down + Float(base.y - Double(row)))
            let z = Self.split(through + Float(base.z - Double(slice)))
            let corner =
                Int32(truncatingIfNeeded: row) &* columns &+ Int32(truncatingIfNeeded: column)
            Self.store(y.whole &* columns &+ x.whole &+ corner, scratch.array(0), first)
            Self.store(z.whole &+ Int32(truncatingIfNeeded: slice), scratch.array(1), first)
            Self.store(x.share, scratch.array(2), first)
            Self.store(y.share, scratch.array(3), first)
            Self.store(z.share, scratch.array(4), first)
        }
    }

    /// The whole number below, or at worst the one above, and the rest in 0...1.
    @inline(__always)
    private static func split(
        _ value: SIMD8<Float>
    ) -> (whole: SIMD8<Int32>, share: SIMD8<Float>) {
        let moved = value - 0.5 + wholeBits
        let whole =
            unsafeBitCast(moved, to: SIMD8<Int32>.self) &- Int32(bitPattern: wholeBits.bitPattern)
        return (whole, value - (moved - wholeBits))
    }

    /// Fetches two neighbours of a row at once, from two rows of two slices.
    private func fetch(_ count: Int, _ scratch: Scratch) {
        let (offsets, numbers) = (scratch.array(0), scratch.array(1))
        let row = Int(columns) * 2
        slices.withUnsafeBufferPointer { slices in
            for index in 0..<count {
                let byte = index &* 4
                let offset = Int(offsets.load(fromByteOffset: byte, as: Int32.self)) &* 2
                let slice = Int(numbers.load(fromByteOffset: byte, as: Int32.self))
                let lower = slices[slice] + offset
                let upper = slices[slice &+ 1] + offset
                Self.copy(lower, scratch.array(5), byte)
                Self.copy(lower + row, scratch.array(6), byte)
                Self.copy(upper, scratch.array(7), byte)
                Self.copy(upper + row, scratch.array(8), byte)
            }
        }
    }

    private func mix(
        _ count: Int, _ output: UnsafeMutableBufferPointer<Float>, _ scratch: Scratch
    ) {
        for first in Swift.stride(from: 0, to: count, by: 8) {
            let x: SIMD8<Float> = Self.load(scratch.array(2), first)
            let y: SIMD8<Float> = Self.load(scratch.array(3), first)
            let z: SIMD8<Float> = Self.load(scratch.array(4), first)
            let a = across(Self.load(scratch.array(5), first), x)
            let b = across(Self.load(scratch.array(6), first), x)
            let c = across(Self.load(scratch.array(7), first), x)
            let d = across(Self.load(scratch.array(8), first), x)
            let lower = a + y * (b - a)
            let upper = c + y * (d - c)
            let value = (lower + z * (upper - lower)) * slope + intercept
            write(value, output, first)
        }
    }

    /// Mixes the two samples that lie in each 32 bits, the first one low.
    @inline(__always)
    private func across(_ pair: SIMD8<UInt32>, _ share: SIMD8<Float>) -> SIMD8<Float> {
        let float: UInt32 = 0x4B00_0000
        let first =
            unsafeBitCast(((pair ^ signFlip) & 0xFFFF) | float, to: SIMD8<Float>.self) - bias
        let second = unsafeBitCast(((pair &>> 16) ^ signFlip) | float, to: SIMD8<Float>.self) - bias
        return first + share * (second - first)
    }

    @inline(__always)
    private func write(
        _ value: SIMD8<Float>, _ output: UnsafeMutableBufferPointer<Float>, _ first: Int
    ) {
        if first + 8 <= output.count {
            Self.store(value, UnsafeMutableRawBufferPointer(output), first)
        } else {
            for lane in 0..<output.count - first { output[first + lane] = value[lane] }
        }
    }

    @inline(__always)
    private static func store<Value>(
        _ value: Value, _ array: UnsafeMutableRawBufferPointer, _ index: Int
    ) {
        array.storeBytes(of: value, toByteOffset: index &* 4, as: Value.self)
    }

    @inline(__always)
    private static func load<Value: BitwiseCopyable>(
        _ array: UnsafeMutableRawBufferPointer, _ index: Int
    ) -> Value {
        array.loadUnaligned(fromByteOffset: index &* 4, as: Value.self)
    }

    @inline(__always)
    private static func copy(
        _ source: UnsafeRawPointer, _ array: UnsafeMutableRawBufferPointer, _ byte: Int
    ) {
        array.storeBytes(
            of: source.loadUnaligned(as: UInt32.self), toByteOffset: byte, as: UInt32.self)
    }
}

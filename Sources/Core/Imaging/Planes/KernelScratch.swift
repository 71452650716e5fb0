/// Memory of one caller of `TrilinearKernel` for a stretch of a row: places, shares and fetched voxels.
struct KernelScratch {
    /// Pixels of a stretch, a multiple of eight.
    static let stretch = 64

    /// Arrays of a number or a pair of voxels for each pixel.
    enum Part: Int {
        case offset, slice
        case columnShare, rowShare, sliceShare
        case lowerFirstRow, lowerSecondRow, upperFirstRow, upperSecondRow
        case lowerSlope, lowerIntercept, upperSlope, upperIntercept

        /// Where the array begins.
        @inline(__always) var firstByte: Int { rawValue &* KernelScratch.stretch &* 8 }
    }

    private let bytes: UnsafeMutableRawBufferPointer

    /// Calls `body` with memory that is valid only during the call.
    static func with<Result>(_ body: (KernelScratch) -> Result) -> Result {
        let count = Part.upperIntercept.firstByte + stretch * 8
        return withUnsafeTemporaryAllocation(byteCount: count, alignment: 64) {
            body(KernelScratch(bytes: $0))
        }
    }

    /// Writes numbers of four bytes from a pixel on.
    @inline(__always)
    func store<Value: BitwiseCopyable>(_ value: Value, _ part: Part, _ pixel: Int) {
        bytes.storeBytes(of: value, toByteOffset: part.firstByte &+ pixel &* 4, as: Value.self)
    }

    /// Reads numbers of four bytes from a pixel on.
    @inline(__always)
    func load<Value: BitwiseCopyable>(_ part: Part, _ pixel: Int) -> Value {
        bytes.loadUnaligned(fromByteOffset: part.firstByte &+ pixel &* 4, as: Value.self)
    }

    /// Copies the pair of voxels at `source`.
    @inline(__always)
    func copy<Voxel: KernelVoxel>(
        _ type: Voxel.Type, _ source: UnsafeRawPointer, _ part: Part, _ pixel: Int
    ) {
        let size = MemoryLayout<Voxel.Pair>.size
        bytes.storeBytes(
            of: source.loadUnaligned(as: Voxel.Pair.self),
            toByteOffset: part.firstByte &+ pixel &* size, as: Voxel.Pair.self)
    }

    /// The pairs of eight pixels, the first and the second voxel of each.
    @inline(__always)
    func parted<Voxel: KernelVoxel>(
        _ type: Voxel.Type, _ part: Part, _ pixel: Int
    ) -> (first: SIMD8<Float>, second: SIMD8<Float>) {
        let size = MemoryLayout<Voxel.Pair>.size
        return Voxel.parted(bytes, from: part.firstByte &+ pixel &* size)
    }
}

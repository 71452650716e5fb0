import Glibc
import Imaging

/// Samples of a frame file, mapped read-only and paged in when looked at; unmapped with the last reference.
final class MappedFrames: SampleStorage {
    /// How samples are held.
    let sampleType: SampleType
    /// The whole file, header too; valid while `self` lives.
    // Shared between threads without a lock: nobody can write through a read-only mapping.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
    private let layout: FrameLayout

    /// Takes over a mapping of a whole file that has this layout.
    init(bytes: UnsafeRawBufferPointer, layout: FrameLayout, sampleType: SampleType) {
        precondition(bytes.count == layout.fileByteCount, "\(bytes.count) bytes mapped")
        self.bytes = bytes
        self.layout = layout
        self.sampleType = sampleType
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

    /// Calls `body` with the samples of one slice.
    func withSlice<Result>(
        _ slice: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        precondition((0..<layout.sliceCount).contains(slice), "slice \(slice)")
        let start = layout.firstSlice + slice * layout.stride
        return try body(
            UnsafeRawBufferPointer(rebasing: bytes[start..<start + layout.sliceByteCount]))
    }

    /// Calls `body` with the samples of some slices; none is paged in before it is looked at.
    func withSlices<Result>(
        _ slices: Range<Int>, _ body: ([UnsafeRawBufferPointer]) throws -> Result
    ) rethrows -> Result {
        precondition(
            slices.lowerBound >= 0 && slices.upperBound <= layout.sliceCount, "slices \(slices)")
        return try body(
            slices.map { slice in
                let start = layout.firstSlice + slice * layout.stride
                return UnsafeRawBufferPointer(
                    rebasing: bytes[start..<start + layout.sliceByteCount])
            })
    }
}

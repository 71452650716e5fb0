/// Where things lie in a frame file: header, then slices, each starting on a page so that it can be mapped.
struct FrameLayout: Hashable, Sendable {
    /// Bytes of a page; fixed, so that a file is the same on every machine.
    static let pageByteCount = 4096
    /// The first eight bytes of a frame file.
    static let magic: [UInt8] = Array("RRFRAMES".utf8)
    /// The format that this program writes and reads.
    static let version = 1
    /// The largest header that is read: room for the tables of a long series, not for an attack.
    static let largestHeader = 64 << 20
    /// The most slices of a series.
    static let mostSlices = 20_000
    /// The most columns and rows of a slice.
    static let longestSide = 65_535

    /// Bytes of the header without padding.
    let headerByteCount: Int
    /// Bytes of the samples of a slice without padding.
    let sliceByteCount: Int
    /// Number of slices.
    let sliceCount: Int

    /// Where the first slice starts.
    var firstSlice: Int { Self.padded(headerByteCount) }
    /// Bytes from the start of one slice to the start of the next.
    var stride: Int { Self.padded(sliceByteCount) }
    /// Bytes of the whole file.
    var fileByteCount: Int { firstSlice + stride * sliceCount }

    /// The least multiple of a page that holds `count` bytes.
    static func padded(_ count: Int) -> Int {
        (count + pageByteCount - 1) / pageByteCount * pageByteCount
    }
}

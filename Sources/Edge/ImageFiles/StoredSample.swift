import Imaging

/// How decoded samples are held, native byte order, before rescale.
public enum StoredSample: UInt8, Hashable, Sendable {
    /// 16-bit signed integers.
    case int16 = 1
    /// 16-bit unsigned integers; also luminance of colours and indexes of palettes.
    case uint16 = 2
    /// 32-bit signed integers.
    case int32 = 3
    /// 32-bit unsigned integers.
    case uint32 = 4
    /// 32-bit floats; doubles are rounded to them.
    case float32 = 5

    /// Bytes of one sample.
    public var byteCount: Int { self == .int16 || self == .uint16 ? 2 : 4 }

    /// The type that an image volume holds these samples as: the same for 16 bits, floats for all others.
    public var volumeType: SampleType {
        switch self {
        case .int16: .int16
        case .uint16: .uint16
        case .int32, .uint32, .float32: .float32
        }
    }
}

/// What a stored sample stands for.
public enum StoredColour: UInt8, Hashable, Sendable {
    /// Low values are white.
    case monochrome1 = 1
    /// Low values are black.
    case monochrome2 = 2
    /// Colours through a palette, shown as luminance.
    case palette = 3
    /// Colours, shown as luminance.
    case colour = 4

    /// Whether the file holds colours.
    public var isColour: Bool { self == .palette || self == .colour }
}

/// The shape of the frames of one file, checked against the limits.
public struct PixelShape: Hashable, Sendable {
    /// Rows of a frame.
    public var rows: Int
    /// Columns of a frame.
    public var columns: Int
    /// Frames in the file.
    public var frames: Int
    /// How decoded samples are held.
    public var sample: StoredSample
    /// Bits that carry the value in the file.
    public var bitsStored: Int
    /// What a sample stands for.
    public var colour: StoredColour
    /// The transfer syntax UID, or `NIfTI`.
    public var transferSyntax: String
    /// The compression lost information.
    public var isLossy: Bool

    /// Bytes of one decoded frame.
    public var frameByteCount: Int { rows * columns * sample.byteCount }
}

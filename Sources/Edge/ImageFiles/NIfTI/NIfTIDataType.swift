/// How voxels are stored in a NIfTI file.
///
/// Source: the NIfTI-1 header, field `datatype`.
enum NIfTIDataType: Int {
    case uint8 = 2
    case int16 = 4
    case int32 = 8
    case float32 = 16
    case float64 = 64
    case rgb24 = 128
    case int8 = 256
    case uint16 = 512
    case uint32 = 768
    case int64 = 1024
    case uint64 = 1280
    case rgba32 = 2304

    /// Bytes of a voxel.
    var byteCount: Int {
        switch self {
        case .uint8, .int8: 1
        case .int16, .uint16: 2
        case .rgb24: 3
        case .int32, .uint32, .float32, .rgba32: 4
        case .float64, .int64, .uint64: 8
        }
    }

    /// How decoded samples are held; 64-bit integers and doubles are rounded to floats.
    var sample: StoredSample {
        switch self {
        case .uint8, .uint16, .rgb24, .rgba32: .uint16
        case .int8, .int16: .int16
        case .int32: .int32
        case .uint32: .uint32
        case .float32, .float64, .int64, .uint64: .float32
        }
    }

    /// Whether voxels are colours.
    var isColour: Bool { self == .rgb24 || self == .rgba32 }
}

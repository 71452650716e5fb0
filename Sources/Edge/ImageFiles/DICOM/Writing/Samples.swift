extension DICOMSeries {
    /// The samples of one slice, row-major.
    public enum Samples: Hashable, Sendable {
        /// 8-bit unsigned greys.
        case uint8([UInt8])
        /// 16-bit signed greys.
        case int16([Int16])
        /// 16-bit unsigned greys.
        case uint16([UInt16])
        /// 32-bit signed greys.
        case int32([Int32])
        /// 32-bit floats.
        case float32([Float])
        /// Red, green and blue of 8 bits for each pixel.
        case rgb([UInt8])

        var bitsAllocated: Int {
            switch self {
            case .uint8, .rgb: 8
            case .int16, .uint16: 16
            case .int32, .float32: 32
            }
        }

        var isSigned: Bool {
            switch self {
            case .int16, .int32: true
            default: false
            }
        }

        var isFloat: Bool {
            if case .float32 = self { true } else { false }
        }

        var samplesPerPixel: Int {
            if case .rgb = self { 3 } else { 1 }
        }

        /// The samples as bytes, native byte order.
        var bytes: [UInt8] {
            switch self {
            case .uint8(let samples), .rgb(let samples): samples
            case .int16(let samples): samples.withUnsafeBytes(Array.init)
            case .uint16(let samples): samples.withUnsafeBytes(Array.init)
            case .int32(let samples): samples.withUnsafeBytes(Array.init)
            case .float32(let samples): samples.withUnsafeBytes(Array.init)
            }
        }
    }
}

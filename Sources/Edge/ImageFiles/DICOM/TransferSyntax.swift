/// How a DICOM file encodes its elements and pixels.
///
/// Source: DICOM PS3.6 annex A.
public enum TransferSyntax: String, CaseIterable, Hashable, Sendable {
    /// Implicit VR Little Endian.
    case implicitLittleEndian = "1.2.840.10008.1.2"
    /// Explicit VR Little Endian.
    case explicitLittleEndian = "1.2.840.10008.1.2.1"
    /// Deflated Explicit VR Little Endian.
    case deflated = "1.2.840.10008.1.2.1.99"
    /// Explicit VR Big Endian (retired).
    case explicitBigEndian = "1.2.840.10008.1.2.2"
    /// JPEG Baseline, 8 bits, lossy.
    case jpegBaseline = "1.2.840.10008.1.2.4.50"
    /// JPEG Extended, 12 bits, lossy.
    case jpegExtended = "1.2.840.10008.1.2.4.51"
    /// JPEG Lossless, any selection value.
    case jpegLossless = "1.2.840.10008.1.2.4.57"
    /// JPEG Lossless, selection value 1.
    case jpegLosslessSV1 = "1.2.840.10008.1.2.4.70"
    /// JPEG-LS Lossless.
    case jpegLSLossless = "1.2.840.10008.1.2.4.80"
    /// JPEG-LS Near-lossless.
    case jpegLSNearLossless = "1.2.840.10008.1.2.4.81"
    /// JPEG 2000, lossless only.
    case jpeg2000Lossless = "1.2.840.10008.1.2.4.90"
    /// JPEG 2000.
    case jpeg2000 = "1.2.840.10008.1.2.4.91"
    /// High-Throughput JPEG 2000, lossless only.
    case htj2kLossless = "1.2.840.10008.1.2.4.201"
    /// High-Throughput JPEG 2000 with RPCL progression, lossless only.
    case htj2kLosslessRPCL = "1.2.840.10008.1.2.4.202"
    /// High-Throughput JPEG 2000.
    case htj2k = "1.2.840.10008.1.2.4.203"
    /// RLE Lossless.
    case rleLossless = "1.2.840.10008.1.2.5"

    /// The syntaxes that `DICOMWriter` writes.
    public static let writable: [TransferSyntax] = allCases.filter {
        ![.jpeg2000, .htj2kLossless, .htj2kLosslessRPCL, .htj2k].contains($0)
    }

    /// Whether pixels may differ from those that were written.
    public var isLossy: Bool {
        [.jpegBaseline, .jpegExtended, .jpegLSNearLossless, .jpeg2000, .htj2k].contains(self)
    }

    /// The name that DICOM gives it, shortened.
    public var name: String {
        switch self {
        case .implicitLittleEndian: "Implicit VR Little Endian"
        case .explicitLittleEndian: "Explicit VR Little Endian"
        case .deflated: "Deflated Explicit VR Little Endian"
        case .explicitBigEndian: "Explicit VR Big Endian"
        case .jpegBaseline: "JPEG Baseline"
        case .jpegExtended: "JPEG Extended"
        case .jpegLossless: "JPEG Lossless"
        case .jpegLosslessSV1: "JPEG Lossless SV1"
        case .jpegLSLossless: "JPEG-LS Lossless"
        case .jpegLSNearLossless: "JPEG-LS Near-lossless"
        case .jpeg2000Lossless: "JPEG 2000 Lossless"
        case .jpeg2000: "JPEG 2000"
        case .htj2kLossless: "HTJ2K Lossless"
        case .htj2kLosslessRPCL: "HTJ2K Lossless RPCL"
        case .htj2k: "HTJ2K"
        case .rleLossless: "RLE Lossless"
        }
    }
}

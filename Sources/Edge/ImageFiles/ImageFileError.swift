/// Why an image file cannot be used; each case is a sentence about the file.
public enum ImageFileError: Error, Hashable, Sendable {
    /// The file has no bytes.
    case empty
    /// The file is neither DICOM nor NIfTI.
    case notAnImage
    /// The file cannot be read from its disk.
    case unreadable
    /// The file ends before what it announces.
    case truncated
    /// The file does not follow its format.
    case malformed
    /// Sequences are nested deeper than 16 levels.
    case tooDeep
    /// There is not enough memory to read the file.
    case noMemory
    /// DCMTK's data dictionary is missing from this computer.
    case noDictionary
    /// The file holds no image.
    case noPixels
    /// No decoder for the transfer syntax; `uid` as the file names it.
    case unsupportedSyntax(uid: String)
    /// Bits, samples or colours that are not read.
    case unsupportedPixels
    /// Rows, columns, frames or samples are 0 or above the limits.
    case outOfLimits(rows: Int, columns: Int, frames: Int, samples: Int)
    /// Fewer pixels than the header declares.
    case pixelsShort
    /// A compressed frame that cannot be decoded; `frame` from 1.
    case corruptFrame(frame: Int)
    /// The pixels cannot be written in that transfer syntax.
    case notEncodable
    /// A NIfTI header that contradicts itself; `reason` completes "The NIfTI header ...".
    case badNIfTI(reason: String)
    /// Bytes of a decoded header that do not follow the transfer format.
    case badTransfer
}

extension ImageFileError: CustomStringConvertible {
    /// What happened and what to do next.
    public var description: String {
        switch self {
        case .empty: "The file is empty. Copy it again from its source."
        case .notAnImage: "The file is neither DICOM nor NIfTI. Leave it out."
        case .unreadable: "The file cannot be read. Check the disk and the permissions."
        case .truncated: "The file ends too early. Copy it again from its source."
        case .malformed: "The file does not follow its format. Export it again."
        case .tooDeep: "The file nests sequences deeper than 16 levels. Leave it out."
        case .noMemory: "The file needs more memory than is allowed. Split the series."
        case .noDictionary:
            "DCMTK's data dictionary is missing. Run Scripts/install-dependencies."
        case .noPixels: "The file holds no image. Leave it out."
        case .unsupportedSyntax(let uid):
            "The transfer syntax \(uid.isEmpty ? "(none)" : uid) is not supported. "
                + "Export the series uncompressed."
        case .unsupportedPixels:
            "The pixel format is not supported. Export the series as greys of 8, 16 or 32 bits."
        case .outOfLimits(let rows, let columns, let frames, let samples):
            "The image declares \(rows) rows, \(columns) columns, \(frames) frames and \(samples) "
                + "samples; allowed are 1 to 8192, 1 to 8192, 1 to 20000 and 1 to 3, "
                + "2 GiB in all. Leave it out."
        case .pixelsShort: "The file holds fewer pixels than its header declares. Export it again."
        case .corruptFrame(let frame):
            "Frame \(frame) cannot be decoded. Export the series again."
        case .notEncodable: "The pixels cannot be written in that transfer syntax. Choose another."
        case .badNIfTI(let reason): "The NIfTI header \(reason). Convert the image again."
        case .badTransfer: "The decoder sent a header that cannot be read. Report the file."
        }
    }
}

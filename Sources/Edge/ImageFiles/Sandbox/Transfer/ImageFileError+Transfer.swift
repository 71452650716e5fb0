extension TransferWriter {
    /// Appends why a file cannot be used.
    mutating func write(_ error: ImageFileError) {
        switch error {
        case .unsupportedSyntax(let uid):
            write(Payload.syntax.rawValue)
            write(uid)
        case .outOfLimits(let rows, let columns, let frames, let samples):
            write(Payload.sizes.rawValue)
            for size in [rows, columns, frames, samples] { write(Int64(size)) }
        case .corruptFrame(let frame):
            write(Payload.frame.rawValue)
            write(Int64(frame))
        case .badNIfTI(let reason):
            write(Payload.reason.rawValue)
            write(reason)
        default:
            write(UInt8(ImageFileError.plain.firstIndex(of: error) ?? ImageFileError.plain.count))
        }
    }
}

extension TransferReader {
    /// Reads why a file cannot be used.
    mutating func error() throws(ImageFileError) -> ImageFileError {
        let code = try integer(UInt8.self)
        switch Payload(rawValue: code) {
        case .syntax: return .unsupportedSyntax(uid: try text())
        case .sizes:
            return .outOfLimits(
                rows: try size(), columns: try size(), frames: try size(), samples: try size())
        case .frame: return .corruptFrame(frame: try size())
        case .reason: return .badNIfTI(reason: try text())
        case nil:
            guard ImageFileError.plain.indices.contains(Int(code)) else { throw .badTransfer }
            return ImageFileError.plain[Int(code)]
        }
    }

    private mutating func size() throws(ImageFileError) -> Int { Int(try integer(Int64.self)) }
}

/// Codes of errors that say more than their name.
private enum Payload: UInt8 {
    case syntax = 200
    case sizes = 201
    case frame = 202
    case reason = 203
}

extension ImageFileError {
    /// Errors that say nothing but their name, by code.
    fileprivate static var plain: [ImageFileError] {
        [
            .badTransfer, .empty, .notAnImage, .unreadable, .truncated, .malformed, .tooDeep,
            .noMemory, .noDictionary, .noPixels, .unsupportedPixels, .pixelsShort, .notEncodable,
        ]
    }
}

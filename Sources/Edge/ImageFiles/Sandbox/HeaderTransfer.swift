/// How a child hands over what it read: numbers and texts one after the other, checked on arrival, because the child may
/// have been taken over.
enum HeaderTransfer {
    /// The most bytes of a description.
    static let capacity = 64 << 20
    /// The most files that one DICOMDIR may name.
    static let mostReferences = 1_000_000

    /// A header as bytes.
    static func bytes(_ header: ImageFileHeader) -> [UInt8] {
        var writer = TransferWriter()
        writer.write(header)
        return writer.bytes
    }

    /// The references of a DICOMDIR as bytes.
    static func bytes(_ references: [String]) -> [UInt8] {
        var writer = TransferWriter()
        writer.write(references) { $0.write($1) }
        return writer.bytes
    }

    /// A refusal as bytes.
    static func refusal(_ error: ImageFileError) -> DecoderRefusal {
        var writer = TransferWriter()
        writer.write(error)
        return DecoderRefusal(writer.bytes)
    }

    /// A header from a child.
    static func header(_ bytes: UnsafeRawBufferPointer) throws(ImageFileError) -> ImageFileHeader {
        var reader = TransferReader(bytes)
        let header = try reader.header()
        guard reader.isAtEnd else { throw .badTransfer }
        return header
    }

    /// The references of a DICOMDIR from a child.
    static func references(_ bytes: UnsafeRawBufferPointer) throws(ImageFileError) -> [String] {
        var reader = TransferReader(bytes)
        let references = try reader.elements(upTo: mostReferences) {
            reader throws(ImageFileError) in try reader.text()
        }
        guard reader.isAtEnd else { throw .badTransfer }
        return references
    }

    /// The error behind a refusal.
    static func error(_ bytes: UnsafeRawBufferPointer) -> ImageFileError {
        var reader = TransferReader(bytes)
        do throws(ImageFileError) { return try reader.error() } catch { return error }
    }
}

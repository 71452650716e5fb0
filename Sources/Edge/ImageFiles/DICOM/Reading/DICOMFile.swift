import CDCMTK

/// An opened DICOM file.
public final class DICOMFile: ImageFile {
    /// The shape of its frames.
    public let pixels: PixelShape
    /// What the file says; read when it is asked for first.
    public private(set) lazy var header = HeaderReader(handle: handle).header(pixels)
    private let handle: DICOMHandle

    /// Parses a file through a descriptor of a regular file, which must stay open as long as this value lives.
    ///
    /// Opens nothing, so it works in a sandbox after `DICOMLibrary.prepare()`.
    public convenience init(descriptor: Int32) throws(ImageFileError) {
        try self.init(DICOMHandle(descriptor: descriptor))
    }

    /// Parses a file in memory.
    public convenience init(bytes: [UInt8]) throws(ImageFileError) {
        try self.init(DICOMHandle(bytes: bytes))
    }

    private init(_ handle: DICOMHandle) throws(ImageFileError) {
        self.handle = handle
        pixels = try HeaderReader(handle: handle).shape()
    }

    /// Decodes one frame; see `ImageFile`.
    public func decode(
        _ frame: Int, into samples: UnsafeMutableRawBufferPointer
    ) throws(ImageFileError) {
        precondition((0..<pixels.frames).contains(frame), "frame \(frame)")
        let status = cdcmtk_decode(
            handle.pointer, UInt32(frame), samples.baseAddress, samples.count)
        if let error = handle.error(status, frame: frame) { throw error }
        let decoded = UnsafeMutableRawBufferPointer(
            rebasing: samples[..<pixels.frameByteCount])
        if pixels.sample == .float32 { FiniteSamples.clean(decoded) }
        if let palette = handle.palette { palette.apply(to: decoded) }
    }
}

/// Owns DCMTK's file and the bytes that it reads.
final class DICOMHandle {
    let pointer: OpaquePointer
    private let stored: UnsafeMutableRawBufferPointer?
    /// The palette of a PALETTE COLOR image, set when the header is read.
    var palette: LuminancePalette?

    init(descriptor: Int32) throws(ImageFileError) {
        var opened: OpaquePointer?
        let status = cdcmtk_open_descriptor(descriptor, &opened)
        guard let opened else { throw Self.error(status) }
        pointer = opened
        stored = nil
    }

    init(bytes: [UInt8]) throws(ImageFileError) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        copy.copyBytes(from: bytes)
        var opened: OpaquePointer?
        let status = cdcmtk_open_bytes(copy.baseAddress, copy.count, &opened)
        guard let opened else {
            copy.deallocate()
            throw Self.error(status)
        }
        pointer = opened
        stored = copy
    }

    deinit {
        cdcmtk_close(pointer)
        stored?.deallocate()
    }

    /// The error that a status stands for; `nil` for success.
    func error(_ status: Int32, frame: Int = 0) -> ImageFileError? {
        switch UInt32(bitPattern: status) {
        case CDCMTK_OK.rawValue: nil
        case CDCMTK_CORRUPT_FRAME.rawValue: .corruptFrame(frame: frame + 1)
        case CDCMTK_UNSUPPORTED_SYNTAX.rawValue: .unsupportedSyntax(uid: transferSyntax)
        default: Self.error(status)
        }
    }

    /// The transfer syntax UID as the file names it, with what is not printable replaced.
    var transferSyntax: String {
        let stored = cdcmtk_transfer_syntax(pointer)
        return SafeText.ascii(Array(String(cString: stored ?? cdcmtk_version()).utf8))
    }

    private static func error(_ status: Int32) -> ImageFileError {
        switch UInt32(bitPattern: status) {
        case CDCMTK_EMPTY.rawValue: .empty
        case CDCMTK_NOT_DICOM.rawValue: .notAnImage
        case CDCMTK_TRUNCATED.rawValue: .truncated
        case CDCMTK_TOO_DEEP.rawValue: .tooDeep
        case CDCMTK_UNREADABLE.rawValue: .unreadable
        case CDCMTK_NO_MEMORY.rawValue: .noMemory
        case CDCMTK_NO_DICTIONARY.rawValue: .noDictionary
        case CDCMTK_NO_PIXELS.rawValue: .noPixels
        case CDCMTK_UNSUPPORTED_PIXELS.rawValue: .unsupportedPixels
        case CDCMTK_PIXELS_SHORT.rawValue: .pixelsShort
        default: .malformed
        }
    }
}

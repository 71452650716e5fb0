import CDCMTK

/// Reads DICOM and NIfTI files inside the sandbox.
public final class ImageDecoderWork: DecoderWork {
    private var file: (any ImageFile)?

    /// Work on no file yet.
    public init() {}

    /// Loads DCMTK's dictionary and codecs, and whatever the transfer format needs.
    public func prepare() throws {
        try DICOMLibrary.prepare()
        _ = try HeaderTransfer.encode(HeaderTransfer.sample)
    }

    /// Describes a file.
    public func open(_ descriptor: Int32) throws(DecoderRefusal) -> [UInt8] {
        do throws(ImageFileError) {
            file = nil
            let opened = try ImageFileOpener.open(descriptor: descriptor)
            file = opened
            return try HeaderTransfer.encode(opened.header)
        } catch {
            throw HeaderTransfer.refusal(error)
        }
    }

    /// Lists the files of a DICOMDIR.
    public func list(_ descriptor: Int32) throws(DecoderRefusal) -> [UInt8] {
        do throws(ImageFileError) {
            file = nil
            let references = try DirectoryReader(descriptor: descriptor).references()
            return try HeaderTransfer.encode(references)
        } catch {
            throw HeaderTransfer.refusal(error)
        }
    }

    /// Decodes a frame to the type that volumes hold it as.
    public func decode(
        _ frame: Int, into samples: UnsafeMutableRawBufferPointer
    ) throws(DecoderRefusal) {
        guard let file, (0..<file.header.pixels.frames).contains(frame),
            samples.count == file.header.pixels.frameByteCount
        else { throw HeaderTransfer.refusal(.badTransfer) }
        do throws(ImageFileError) {
            try file.decode(frame, into: samples)
        } catch {
            throw HeaderTransfer.refusal(error)
        }
        file.header.pixels.sample.convert(samples)
    }
}

extension StoredSample {
    /// Turns integers of 32 bits into floats, in place; other types stay as they are.
    func convert(_ samples: UnsafeMutableRawBufferPointer) {
        let floats = samples.bindMemory(to: Float.self)
        switch self {
        case .int32:
            for index in floats.indices {
                floats[index] = Float(Int32(bitPattern: floats[index].bitPattern))
            }
        case .uint32:
            for index in floats.indices { floats[index] = Float(floats[index].bitPattern) }
        case .int16, .uint16, .float32: break
        }
    }
}

import CDCMTK

/// Reads DICOM and NIfTI files inside the sandbox.
public final class ImageDecoderWork: DecoderWork {
    private var file: (any ImageFile)?

    /// Work on no file yet.
    public init() {}

    /// Loads DCMTK's dictionary and codecs.
    public func prepare() throws { try DICOMLibrary.prepare() }

    /// Opens a file and reads its header.
    public func open(_ descriptor: Int32) throws(DecoderRefusal) {
        file = nil
        do throws(ImageFileError) {
            file = try ImageFileOpener.open(descriptor: descriptor)
        } catch {
            throw HeaderTransfer.refusal(error)
        }
    }

    /// The header as bytes.
    public func describe() throws(DecoderRefusal) -> [UInt8] {
        guard let file else { throw HeaderTransfer.refusal(.badTransfer) }
        return HeaderTransfer.bytes(file.header)
    }

    /// Lists the files of a DICOMDIR.
    public func list(_ descriptor: Int32) throws(DecoderRefusal) -> [UInt8] {
        file = nil
        do throws(ImageFileError) {
            return HeaderTransfer.bytes(try DirectoryReader(descriptor: descriptor).references())
        } catch {
            throw HeaderTransfer.refusal(error)
        }
    }

    /// Decodes a frame to the type that volumes hold it as.
    public func decode(
        _ frame: Int, into samples: UnsafeMutableRawBufferPointer
    ) throws(DecoderRefusal) {
        guard let file, (0..<file.pixels.frames).contains(frame),
            samples.count == file.pixels.frameByteCount
        else { throw HeaderTransfer.refusal(.badTransfer) }
        do throws(ImageFileError) {
            try file.decode(frame, into: samples)
        } catch {
            throw HeaderTransfer.refusal(error)
        }
        file.pixels.sample.convert(samples)
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

import Imaging

extension SliceStack {
    /// The stack as a volume in memory, positions relative to `origin`.
    ///
    /// - Parameters:
    ///   - origin: The patient position, in millimetres, that becomes 0, 0, 0.
    ///   - modality: What the volume says it is.
    ///   - file: Opens a file of those that were grouped; asked once for each run of frames of one file.
    /// - Returns: `nil` when the stack has no geometry; a fatal issue says why.
    /// - Throws: What `file` throws, or `ImageFileError` when a frame cannot be decoded.
    public func volume(
        relativeTo origin: Vector3, modality: Modality, file: (Int) throws -> any ImageFile
    ) throws -> ImageVolume? {
        guard let geometry = geometry(relativeTo: origin) else { return nil }
        let sliceByteCount = rows * columns * sample.byteCount
        var bytes = [UInt8](repeating: 0, count: sliceByteCount * frames.count)
        var current: (index: Int, file: any ImageFile)?
        for (slice, reference) in frames.enumerated() {
            let opened: any ImageFile
            if let current, current.index == reference.file {
                opened = current.file
            } else {
                opened = try file(reference.file)
            }
            current = (reference.file, opened)
            try bytes.withUnsafeMutableBytes { buffer in
                let start = slice * sliceByteCount
                let samples = UnsafeMutableRawBufferPointer(
                    rebasing: buffer[start..<start + sliceByteCount])
                try opened.decode(reference.frame, into: samples)
                sample.convert(samples)
            }
        }
        return ImageVolume(
            geometry: geometry,
            storage: MemoryStorage(
                sampleType: sample.volumeType, sliceByteCount: sliceByteCount, bytes: bytes),
            slices: slices, photometric: photometric, modality: modality, units: units)
    }
}

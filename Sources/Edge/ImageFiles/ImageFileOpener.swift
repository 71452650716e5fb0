/// Opens image files by what they hold, not by their names.
public enum ImageFileOpener {
    /// Opens a regular file through a descriptor, which must stay open as long as the result lives.
    ///
    /// Opens no path, so it works in a sandbox after `DICOMLibrary.prepare()`.
    public static func open(descriptor: Int32) throws(ImageFileError) -> any ImageFile {
        let source = try RawBytes(descriptor: descriptor)
        if isNIfTI(source.prefix(132)) { return try NIfTIFile(source) }
        return try DICOMFile(descriptor: descriptor)
    }

    /// Opens a file in memory.
    public static func open(bytes: [UInt8]) throws(ImageFileError) -> any ImageFile {
        if isNIfTI(Array(bytes.prefix(132))) { return try NIfTIFile(bytes: bytes) }
        return try DICOMFile(bytes: bytes)
    }

    /// gzip, or the size of a NIfTI header where DICOM's preamble would lie, without DICOM's mark behind it.
    private static func isNIfTI(_ head: [UInt8]) -> Bool {
        if head.starts(with: [0x1F, 0x8B]) { return true }
        let isDICOM = head.count == 132 && head[128...].elementsEqual("DICM".utf8)
        return !isDICOM && NIfTIFields(head) != nil
    }
}

/// Makes a DICOMDIR byte by byte.
///
/// Source: DICOM PS3.10 7.1, PS3.3 F.3; Explicit VR Little Endian.
public enum DirectoryBytes {
    /// A list of `files`, components divided by backslashes.
    public static func make(files: [String]) -> [UInt8] {
        let meta =
            element(0x0002, 0x0001, "OB", [0, 1])
            + element(0x0002, 0x0002, "UI", text("1.2.840.10008.1.3.10", padding: 0))
            + element(0x0002, 0x0003, "UI", text("2.25.99", padding: 0))
            + element(0x0002, 0x0010, "UI", text("1.2.840.10008.1.2.1", padding: 0))
        var length: [UInt8] = []
        length.add(UInt32(meta.count))
        let records =
            record("PATIENT", nil) + files.flatMap { record("IMAGE", $0) }
        return [UInt8](repeating: 0, count: 128) + Array("DICM".utf8)
            + element(0x0002, 0x0000, "UL", length) + meta
            + element(0x0004, 0x1130, "CS", text("MEDIUM"))
            + element(0x0004, 0x1220, "SQ", records)
    }

    private static func record(_ kind: String, _ file: String?) -> [UInt8] {
        let content =
            element(0x0004, 0x1430, "CS", text(kind))
            + (file.map { element(0x0004, 0x1500, "CS", text($0)) } ?? [])
        var item: [UInt8] = []
        item.add(UInt16(0xFFFE))
        item.add(UInt16(0xE000))
        item.add(UInt32(content.count))
        return item + content
    }

    private static func element(
        _ group: UInt16, _ number: UInt16, _ kind: String, _ value: [UInt8]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.add(group)
        bytes.add(number)
        bytes += Array(kind.utf8)
        if kind == "OB" || kind == "SQ" {
            bytes.add(UInt16(0))
            bytes.add(UInt32(value.count))
        } else {
            bytes.add(UInt16(value.count))
        }
        return bytes + value
    }

    private static func text(_ text: String, padding: UInt8 = 0x20) -> [UInt8] {
        let bytes = Array(text.utf8)
        return bytes.count % 2 == 0 ? bytes : bytes + [padding]
    }
}

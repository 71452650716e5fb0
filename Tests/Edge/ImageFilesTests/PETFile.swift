/// A PET file of one pixel, written element by element: only what the uptake needs, or a mapping to the real world.
struct PETFile {
    /// Texts of elements by tag and value representation.
    var texts: [UInt32: (vr: String, text: String)] = [
        0x0008_0016: ("UI", "1.2.840.10008.5.1.4.1.1.128"),
        0x0008_0018: ("UI", "2.25.7"),
        0x0008_0021: ("DA", "20240229"), 0x0008_0022: ("DA", "20240229"),
        0x0008_0031: ("TM", "111500.00"), 0x0008_0032: ("TM", "111502"),
        0x0008_0060: ("CS", "PT"), 0x0010_1030: ("DS", "70"),
        0x0028_0004: ("CS", "MONOCHROME2"), 0x0028_0051: ("CS", "DECY\\ATTN\\SCAT"),
        0x0028_1052: ("DS", "0"), 0x0028_1053: ("DS", "2.5"), 0x0028_1054: ("LO", "US"),
        0x0054_1001: ("CS", "BQML"), 0x0054_1102: ("CS", "START"),
    ]
    /// Texts of the radiopharmaceutical.
    var drug: [UInt32: (vr: String, text: String)] = [
        0x0018_1072: ("TM", "101500"), 0x0018_1074: ("DS", "370000000"),
        0x0018_1075: ("DS", "6586.2"),
    ]

    /// Mappings to the real world: slope, intercept, code of the unit.
    var mappings: [(slope: Double, intercept: Double, unit: String)] = []

    /// A map of diffusion of one voxel, without the elements of PET.
    static func diffusion(slope: Double, intercept: Double = 0, unit: String) -> PETFile {
        var file = PETFile()
        file.texts = file.texts.filter { $0.key < 0x0054_0000 }
        file.texts[0x0008_0060] = ("CS", "MR")
        file.texts[0x0028_1050] = ("DS", "2000")
        file.texts[0x0028_1051] = ("DS", "1000")
        file.mappings = [(slope, intercept, unit)]
        return file
    }

    /// The file.
    var bytes: [UInt8] {
        let meta = Self.element(0x0002_0010, "UI", Self.padded("1.2.840.10008.1.2.1", "UI"))
        let length = Self.element(0x0002_0000, "UL", Self.number(UInt32(meta.count)))
        var parts = texts.map { ($0.key, Self.element($0.key, $0.value.vr, $0.value.text)) }
        for (tag, value) in [
            (0x0028_0002, 1), (0x0028_0010, 1), (0x0028_0011, 1), (0x0028_0100, 16),
            (0x0028_0101, 16), (0x0028_0102, 15), (0x0028_0103, 0),
        ] as [(UInt32, UInt16)] {
            parts.append((tag, Self.element(tag, "US", Self.number(value))))
        }
        let item = drug.sorted { $0.key < $1.key }.flatMap {
            Self.element($0.key, $0.value.vr, $0.value.text)
        }
        parts.append((0x0054_0016, Self.element(0x0054_0016, "SQ", Self.item(item))))
        if !mappings.isEmpty {
            let items = mappings.flatMap { mapping in
                Self.item(
                    Self.element(
                        0x0040_08EA, "SQ",
                        Self.item(Self.element(0x0008_0100, "SH", mapping.unit)))
                        + Self.element(0x0040_9224, "FD", Self.double(mapping.intercept))
                        + Self.element(0x0040_9225, "FD", Self.double(mapping.slope)))
            }
            parts.append((0x0040_9096, Self.element(0x0040_9096, "SQ", items)))
        }
        parts.append((0x7FE0_0010, Self.element(0x7FE0_0010, "OW", [0x39, 0x30])))
        return [UInt8](repeating: 0, count: 128) + Array("DICM".utf8) + length + meta
            + parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }

    private static func element(_ tag: UInt32, _ vr: String, _ text: String) -> [UInt8] {
        element(tag, vr, padded(text, vr))
    }

    private static func element(_ tag: UInt32, _ vr: String, _ value: [UInt8]) -> [UInt8] {
        let isLong = ["SQ", "OW"].contains(vr)
        let length =
            isLong ? [0, 0] + number(UInt32(value.count)) : number(UInt16(value.count))
        return number(UInt16(tag >> 16)) + number(UInt16(tag & 0xFFFF)) + Array(vr.utf8) + length
            + value
    }

    private static func item(_ elements: [UInt8]) -> [UInt8] {
        number(UInt16(0xFFFE)) + number(UInt16(0xE000)) + number(UInt32(elements.count)) + elements
    }

    private static func double(_ value: Double) -> [UInt8] { number(value.bitPattern) }

    private static func padded(_ text: String, _ vr: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return bytes.count.isMultiple(of: 2) ? bytes : bytes + [vr == "UI" ? 0 : 0x20]
    }

    private static func number<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian, Array.init)
    }
}

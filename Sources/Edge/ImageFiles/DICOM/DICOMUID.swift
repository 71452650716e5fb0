/// Unique identifiers made from words, so that the same words give the same identifier.
public enum DICOMUID {
    /// A UID under the root 2.25, which stands for a 128-bit number, from the words of `parts`.
    ///
    /// Source: DICOM PS3.5 B.2; the number has the version and variant bits of a UUID of RFC 9562, version 8.
    public static func derived(from parts: String...) -> String {
        var high = Hash(state: 0x6C62_272E_07BB_0142)
        var low = Hash(state: 0xCBF2_9CE4_8422_2325)
        for part in parts {
            for byte in part.utf8 {
                high.add(byte)
                low.add(byte ^ 0x5A)
            }
            // A mark that no UTF-8 text contains divides the parts.
            high.add(0xFF)
            low.add(0xFF)
        }
        let versioned = (high.mixed & ~0xF000) | 0x8000
        let variant = (low.mixed & ~(3 << 62)) | (2 << 62)
        return "2.25.\(UInt128(versioned) << 64 | UInt128(variant))"
    }
}

/// FNV-1a with a final mix, so that near words give far numbers.
private struct Hash {
    var state: UInt64

    mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    var mixed: UInt64 {
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

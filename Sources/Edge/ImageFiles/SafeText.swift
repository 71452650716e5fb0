/// Texts from files, made harmless: no control character, no bidirectional override, at most 256 characters.
enum SafeText {
    private static let limit = 256

    /// A text whose bytes outside printable ASCII become `?`.
    static func ascii(_ bytes: [UInt8]) -> String {
        let kept = trimmed(bytes).prefix(limit).map { (0x20..<0x7F).contains($0) ? $0 : 0x3F }
        return String(decoding: kept, as: UTF8.self)
    }

    /// A text in the character set that DICOM's Specific Character Set names; bytes of sets that are not read become
    /// `?`.
    ///
    /// Source: DICOM PS3.3 C.12.1.1.2.
    static func text(_ bytes: [UInt8], characterSet: String) -> String {
        let bytes = trimmed(bytes)
        let scalars: [Unicode.Scalar]
        if characterSet.contains("192") {
            scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        } else if characterSet.contains("144") {
            scalars = bytes.map(cyrillic)
        } else if characterSet.isEmpty || characterSet.contains("100") {
            scalars = bytes.map { Unicode.Scalar($0) }
        } else {
            scalars = bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : "?" }
        }
        return harmless(scalars)
    }

    /// The characters without those that act on a terminal.
    static func harmless(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars.prefix(limit) { text.append(isHarmless(scalar) ? scalar : "?") }
        return String(text)
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            false
        default: true
        }
    }

    /// ISO 8859-5.
    private static func cyrillic(_ byte: UInt8) -> Unicode.Scalar {
        switch byte {
        case 0xF0: "№"
        case 0xFD: "§"
        case 0xAE...: Unicode.Scalar(UInt32(byte) + 0x360) ?? "?"
        case 0xA1...0xAC: Unicode.Scalar(UInt32(byte) + 0x360) ?? "?"
        default: Unicode.Scalar(byte)
        }
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        let isPadding = { (byte: UInt8) in byte == 0x20 || byte == 0 }
        guard let first = bytes.firstIndex(where: { !isPadding($0) }),
            let last = bytes.lastIndex(where: { !isPadding($0) })
        else { return [] }
        return Array(bytes[first...last])
    }
}

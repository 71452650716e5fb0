/// Reads Base64 back, bit by bit from its definition.
///
/// Source: RFC 4648, section 4.
enum Base64Reader {
    /// The bytes of `text`, which has no other characters than those of the alphabet and `=` at the end.
    static func decode(_ text: some Sequence<UInt8>) -> [UInt8] {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var bits: UInt32 = 0
        var count = 0
        var bytes: [UInt8] = []
        for character in text where character != UInt8(ascii: "=") {
            bits = bits << 6 | UInt32(alphabet.firstIndex(of: character) ?? 0)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return bytes
    }
}

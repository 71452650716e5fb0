/// Bytes as text of 64 characters.
///
/// Source: RFC 4648, section 4.
enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The text of `bytes`, four characters for three bytes, padded with `=`.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let count = (bytes.count + 2) / 3 * 4
        return [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
            alphabet.withUnsafeBufferPointer { alphabet in
                let whole = bytes.count / 3
                bytes.withUnsafeBufferPointer { bytes in
                    for group in 0..<whole {
                        let (from, to) = (3 &* group, 4 &* group)
                        let (a, b, c) = (bytes[from], bytes[from &+ 1], bytes[from &+ 2])
                        output[to] = alphabet[Int(a &>> 2)]
                        output[to &+ 1] = alphabet[Int((a & 3) &<< 4 | b &>> 4)]
                        output[to &+ 2] = alphabet[Int((b & 15) &<< 2 | c &>> 6)]
                        output[to &+ 3] = alphabet[Int(c & 63)]
                    }
                }
                addRest(bytes[(3 * whole)...], to: output, at: 4 * whole, alphabet)
            }
            initialized = count
        }
    }

    private static func addRest(
        _ rest: ArraySlice<UInt8>, to output: UnsafeMutableBufferPointer<UInt8>, at place: Int,
        _ alphabet: UnsafeBufferPointer<UInt8>
    ) {
        guard let a = rest.first else { return }
        let b = rest.count > 1 ? rest[rest.startIndex + 1] : 0
        output[place] = alphabet[Int(a >> 2)]
        output[place + 1] = alphabet[Int((a & 3) << 4 | b >> 4)]
        output[place + 2] = rest.count > 1 ? alphabet[Int((b & 15) << 2)] : UInt8(ascii: "=")
        output[place + 3] = UInt8(ascii: "=")
    }
}

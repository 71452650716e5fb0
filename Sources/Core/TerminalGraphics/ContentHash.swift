/// A 64-bit hash that is the same in every process, eight bytes at a time.
///
/// Not against attackers: each step is a bijection of the state, so that any single change shows.
struct ContentHash {
    /// The hash so far.
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Adds a number.
    mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0xD6E8_FEB8_6659_FD93
        value ^= value >> 32
    }

    /// Adds bytes, the last word filled up with zeros.
    mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            let whole = buffer.count / 8
            for index in 0..<whole {
                add(buffer.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
            }
            var rest: UInt64 = 0
            for byte in buffer[(whole * 8)...] { rest = rest << 8 | UInt64(byte) }
            add(rest)
        }
    }
}

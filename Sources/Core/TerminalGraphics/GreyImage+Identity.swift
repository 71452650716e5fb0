import Imaging

extension GreyRenderer {
    /// A number that is equal for equal pictures shown in the same way, to tell whether anything must be written.
    ///
    /// The ids of kitty pictures do not count: they change with every picture that is sent.
    public func identity(of image: GreyImage) -> UInt64 {
        var hash = ContentHash()
        switch self {
        case .sixel(let options):
            hash.add(1)
            hash.add(UInt64(SixelRounding.allCases.firstIndex(of: options.rounding) ?? 0))
        case .kitty: hash.add(2)
        case .halfBlocks(let colors):
            hash.add(3)
            hash.add(UInt64(colors.greyCount))
        case .ascii(let ramp): hash.add(ramp.isDarkOnLight ? 5 : 4)
        }
        hash.add(UInt64(image.width))
        hash.add(UInt64(image.height))
        hash.add(image.pixels)
        return hash.value
    }
}

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

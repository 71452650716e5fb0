/// Numbers of a NIfTI header at their offsets, in the byte order of the file.
struct NIfTIFields {
    private let bytes: [UInt8]
    /// The numbers are stored most significant byte first.
    let isBigEndian: Bool
    /// The header is of NIfTI-2.
    let isSecond: Bool

    /// Size of a NIfTI-1 header.
    static let firstSize = 348
    /// Size of a NIfTI-2 header.
    static let secondSize = 540

    /// A header, or `nil` if the first number is neither of the sizes in either byte order.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 4 else { return nil }
        let little =
            UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16
            | UInt32(bytes[3]) << 24
        switch (little, little.byteSwapped) {
        case (UInt32(Self.firstSize), _): (isBigEndian, isSecond) = (false, false)
        case (UInt32(Self.secondSize), _): (isBigEndian, isSecond) = (false, true)
        case (_, UInt32(Self.firstSize)): (isBigEndian, isSecond) = (true, false)
        case (_, UInt32(Self.secondSize)): (isBigEndian, isSecond) = (true, true)
        default: return nil
        }
        self.bytes = bytes
    }

    /// Bytes of the header.
    var size: Int { isSecond ? Self.secondSize : Self.firstSize }

    /// An integer of 2, 4 or 8 bytes.
    func integer(at offset: Int, bytes count: Int) -> Int {
        let raw = unsigned(at: offset, bytes: count)
        let shift = UInt64(64 - count * 8)
        return Int(Int64(bitPattern: raw << shift) >> shift)
    }

    /// A float of 4 or 8 bytes.
    func number(at offset: Int, bytes count: Int) -> Double {
        let raw = unsigned(at: offset, bytes: count)
        return count == 4
            ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: raw))) : Double(bitPattern: raw)
    }

    /// A byte as it is stored.
    func byte(at offset: Int) -> UInt8 { bytes[offset] }

    private func unsigned(at offset: Int, bytes count: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<count {
            let byte = bytes[isBigEndian ? offset + index : offset + count - 1 - index]
            value = value << 8 | UInt64(byte)
        }
        return value
    }
}

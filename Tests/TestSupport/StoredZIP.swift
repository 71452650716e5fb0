/// Makes ZIP archives byte by byte, so that tests can also make those that lie.
///
/// Source: PKWARE APPNOTE 4.3; entries are stored, unless they are given packed.
public struct StoredZIP {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// An archive without entries.
    public init() {}

    /// Adds an entry; `claimedSize` is what the archive says of its unpacked size, `deflated` the content as it is packed.
    public mutating func add(
        _ name: String, _ content: [UInt8], claimedSize: UInt32? = nil, flags: UInt16 = 0,
        deflated: [UInt8]? = nil
    ) {
        let offset = UInt32(body.count)
        let size = claimedSize ?? UInt32(content.count)
        var common: [UInt8] = []
        common.add(UInt16(20))
        common.add(flags)
        common.add(UInt16(deflated == nil ? 0 : 8))
        common.add(UInt32(0))
        common.add(Self.checksum(content))
        common.add(UInt32((deflated ?? content).count))
        common.add(size)
        common.add(UInt16(name.utf8.count))
        common.add(UInt16(0))
        body.add(UInt32(0x0403_4B50))
        body += common + Array(name.utf8) + (deflated ?? content)
        directory.add(UInt32(0x0201_4B50))
        directory.add(UInt16(20))
        directory += common
        directory.add(UInt16(0))
        directory.add(UInt16(0))
        directory.add(UInt16(0))
        directory.add(UInt32(0))
        directory.add(offset)
        directory += Array(name.utf8)
        count += 1
    }

    /// The archive.
    public var bytes: [UInt8] {
        var end: [UInt8] = []
        end.add(UInt32(0x0605_4B50))
        end.add(UInt32(0))
        end.add(count)
        end.add(count)
        end.add(UInt32(directory.count))
        end.add(UInt32(body.count))
        end.add(UInt16(0))
        return body + directory + end
    }

    /// CRC-32 of the bytes.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

extension [UInt8] {
    /// Appends a number, least byte first.
    mutating func add(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}

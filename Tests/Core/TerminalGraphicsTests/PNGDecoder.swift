import CDeflate

/// Reads an 8-bit grey PNG back, written from the specification and not from the encoder.
///
/// Source: https://www.w3.org/TR/png-3/.
struct PNGDecoder {
    /// What can be wrong with a file.
    enum Fault: Error { case signature, chunk, checksum, header, data, filter }

    private(set) var width = 0
    private(set) var height = 0
    private(set) var pixels: [UInt8] = []
    /// Names of the chunks in their order.
    private(set) var chunks: [String] = []
    private var data: [UInt8] = []

    init(_ file: [UInt8]) throws {
        guard file.starts(with: [137, 80, 78, 71, 13, 10, 26, 10]) else { throw Fault.signature }
        var rest = file.dropFirst(8)
        while !rest.isEmpty { try takeChunk(&rest) }
        try unfilter(try inflated())
    }

    private mutating func takeChunk(_ rest: inout ArraySlice<UInt8>) throws {
        guard rest.count >= 12 else { throw Fault.chunk }
        let length = Int(Self.number(rest.prefix(4)))
        guard rest.count >= 12 + length else { throw Fault.chunk }
        let named = Array(rest.dropFirst(4).prefix(4 + length))
        let checksum = Self.number(rest.dropFirst(8 + length).prefix(4))
        guard checksum == Self.crc(named) else { throw Fault.checksum }
        rest = rest.dropFirst(12 + length)
        let name = String(decoding: named.prefix(4), as: UTF8.self)
        chunks.append(name)
        if name == "IHDR" { try takeHeader(Array(named.dropFirst(4))) }
        if name == "IDAT" { data += named.dropFirst(4) }
    }

    private mutating func takeHeader(_ header: [UInt8]) throws {
        guard header.count == 13, Array(header[8...]) == [8, 0, 0, 0, 0]
        else { throw Fault.header }
        width = Int(Self.number(header[0..<4]))
        height = Int(Self.number(header[4..<8]))
    }

    private func inflated() throws -> [UInt8] {
        var output = [UInt8](repeating: 0, count: (width + 1) * height)
        let decompressor = libdeflate_alloc_decompressor()
        defer { libdeflate_free_decompressor(decompressor) }
        var count = 0
        let result = libdeflate_zlib_decompress(
            decompressor, data, data.count, &output, output.count, &count)
        guard result == LIBDEFLATE_SUCCESS, count == output.count else { throw Fault.data }
        return output
    }

    private mutating func unfilter(_ rows: [UInt8]) throws {
        var above = [UInt8](repeating: 0, count: width)
        for row in 0..<height {
            let start = row * (width + 1)
            let filtered = rows[start + 1..<start + 1 + width]
            switch rows[start] {
            case 0: above = Array(filtered)
            case 2: above = zip(filtered, above).map { $0 &+ $1 }
            default: throw Fault.filter
            }
            pixels += above
        }
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The cyclic redundancy code of appendix D, bit by bit.
    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { code, byte in
            (0..<8).reduce(code ^ UInt32(byte)) { bits, _ in
                bits & 1 == 1 ? 0xEDB8_8320 ^ (bits >> 1) : bits >> 1
            }
        }
    }
}

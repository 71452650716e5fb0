import Foundation
import Testing

@testable import ImageFiles

private func little(_ value: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt32(value).littleEndian, Array.init)
}

private func index(of mark: [UInt8], in bytes: [UInt8], from start: Int = 0) throws -> Int {
    try #require(bytes.indices.first { $0 >= start && bytes[$0...].starts(with: mark) })
}

/// A JPEG 2000 file of `frames` frames.
private func written(frames: Int) throws -> [UInt8] {
    try DICOMWriter.enhancedFile(SmallSeries.series(slices: frames), syntax: .jpeg2000Lossless)
}

private let pixelData: [UInt8] = [0xE0, 0x7F, 0x10, 0x00, 0x4F, 0x42, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]

/// The fragments of a file, without the offset table.
private func fragments(of bytes: [UInt8]) throws -> [[UInt8]] {
    var place = try index(of: pixelData, in: bytes) + pixelData.count
    var items: [[UInt8]] = []
    while bytes[place + 2] == 0x00 {
        let count = (4..<8).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
        items.append(Array(bytes[place + 8..<place + 8 + count]))
        place += 8 + count
    }
    return Array(items.dropFirst())
}

/// The file with other fragments and another offset table.
private func file(
    _ bytes: [UInt8], fragments: [[UInt8]], offsets: [Int] = []
) throws -> [UInt8] {
    let start = try index(of: pixelData, in: bytes) + pixelData.count
    var changed = Array(bytes[..<start])
    for item in [offsets.flatMap(little)] + fragments {
        changed += [0xFE, 0xFF, 0x00, 0xE0] + little(item.count) + item
    }
    return changed + [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]
}

/// Each fragment cut in two of even lengths.
private func halves(_ fragment: [UInt8]) -> [[UInt8]] {
    let middle = fragment.count / 4 * 2
    return [Array(fragment[..<middle]), Array(fragment[middle...])]
}

private func expectFrames(_ bytes: [UInt8], _ count: Int) throws {
    let opened = try DICOMFile(bytes: bytes)
    for frame in 0..<count {
        #expect(try opened.integers(frame: frame) == SmallSeries.values(slice: frame))
    }
}

@Test func `all fragments of a single frame are joined`() throws {
    let whole = try written(frames: 1)
    let parts = try fragments(of: whole).flatMap(halves).flatMap(halves)

    try expectFrames(try file(whole, fragments: parts), 1)
}

@Test func `fragments are shared out by the offset table`() throws {
    let whole = try written(frames: 3)
    let parts = try fragments(of: whole).map(halves)
    var offsets: [Int] = []
    var offset = 0
    for frame in parts {
        offsets.append(offset)
        offset += frame.reduce(0) { $0 + $1.count + 8 }
    }

    try expectFrames(try file(whole, fragments: parts.flatMap { $0 }, offsets: offsets), 3)
}

@Test func `without an offset table the codestream's first marker divides frames`() throws {
    let whole = try written(frames: 3)
    let parts = try fragments(of: whole).flatMap(halves)

    try expectFrames(try file(whole, fragments: parts), 3)
}

@Test func `fragments that cannot be shared out are refused`() throws {
    let whole = try written(frames: 3)
    let two = Array(try fragments(of: whole).dropLast())

    let opened = try DICOMFile(bytes: try file(whole, fragments: two))

    #expect(throws: ImageFileError.corruptFrame(frame: 1)) { try opened.integers() }
}

@Test func `the data set's sign wins over the codestream's`() throws {
    var bytes = try DICOMWriter.file(
        SmallSeries.series(bitsStored: 12), slice: 0, syntax: .jpeg2000Lossless)
    let place = try index(of: [0x28, 0, 0x03, 0x01], in: bytes)
    bytes[place + 8] = 1

    let opened = try DICOMFile(bytes: bytes)

    #expect(
        try opened.integers()
            == SmallSeries.values(slice: 0).map { $0 > 2047 ? $0 - 4096 : $0 })
}

/// A lossless codestream of 24 × 32 pixels, each (100 × row + 37 × column) modulo 4096.
private let highThroughput = """
    /0//UQApQAAAAAAgAAAAGAAAAAAAAAAAAAAAIAAAABgAAAAAAAAAAAABDwEB/1AACAACAAAACv9SAAwAAgABAAUE
    BEAB/1wAEyCIkJCQkJCQkJCQkJCQiIiI/2QAFwABT3BlbkpQSCBWZXIgMC4yNi4zLv+QAAoAAAAAALwAAf+TwAAm
    3/YFB3QAwAATQAATAEj9Aod0AGL9Awd0AMAAE8AAEwCiRP0CAnQA8fgAIjQAwAAVMAAFWFBQUKBiMYJ2AI477rjj
    wEIBvrYAwAAVsAAFpCQSiUQi/eeKenECdwDAgYGBgYGBgfoMYHv2MYHsugDAAC1IAAXQgAiCIAiCIAiCIPn+Cnp6
    enpwgnsAxkaj0Wg0Go1Go9FoNBr/cYCEB79iEB79iEB79iEB7LMB/9k=
    """

@Test(arguments: ["1", "2", "3"])
func `high-throughput JPEG 2000 comes back bit for bit`(last: String) throws {
    let codestream = try #require(
        Data(base64Encoded: highThroughput.filter { !$0.isWhitespace }))
    let padding: [UInt8] = codestream.count % 2 == 1 ? [0] : []
    var bytes = try file(
        try DICOMWriter.file(
            SmallSeries.series(bitsStored: 16), slice: 0, syntax: .jpeg2000Lossless),
        fragments: [Array(codestream) + padding])
    let syntax = try index(of: [2, 0, 0x10, 0, 0x55, 0x49], in: bytes)
    bytes.replaceSubrange(
        syntax + 6..<syntax + 8 + 22,
        with: [24, 0] + Array("1.2.840.10008.1.2.4.20\(last)".utf8) + [0])
    // The group of file meta information has grown by two bytes.
    bytes[140] += 2

    let opened = try DICOMFile(bytes: bytes)

    #expect(opened.header.pixels.transferSyntax == "1.2.840.10008.1.2.4.20\(last)")
    #expect(
        try opened.integers()
            == (0..<24 * 32).map { ($0 / 32 * 100 + $0 % 32 * 37) % 4096 })
}

@Test(arguments: [[0x01], [0x02, 0x03], [0xD0, 0x01], [0xFF, 0x01]] as [[UInt8]])
func `a JPEG frame whose markers lead nowhere is refused`(markers: [UInt8]) throws {
    let eight = SmallSeries.series(slices: 3, bitsStored: 8) { .uint8($0.map { UInt8($0 / 16) }) }
    var bytes = try DICOMWriter.enhancedFile(eight, syntax: .jpegLosslessSV1)
    let first = try index(of: [0xFF, 0xD8, 0xFF], in: bytes)
    let second = try index(of: [0xFF, 0xD8, 0xFF], in: bytes, from: first + 1)
    for (place, marker) in markers.enumerated() {
        bytes.replaceSubrange(
            second + 2 + 2 * place..<second + 4 + 2 * place, with: [0xFF, marker])
    }

    let opened = try DICOMFile(bytes: bytes)

    #expect(throws: ImageFileError.corruptFrame(frame: 2)) { try opened.samples(ofFrame: 1) }
    for frame in [2, 0] { _ = try opened.samples(ofFrame: frame) }
}

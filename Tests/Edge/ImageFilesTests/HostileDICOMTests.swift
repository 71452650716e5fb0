import Imaging
import Testing

@testable import ImageFiles

/// The error that opening and decoding all frames comes to, or `nil`.
private func failure(_ bytes: [UInt8]) -> ImageFileError? {
    do throws(ImageFileError) {
        let file = try ImageFileOpener.open(bytes: bytes)
        for frame in 0..<file.header.pixels.frames { _ = try file.samples(ofFrame: frame) }
        return nil
    } catch {
        return error
    }
}

/// A one-slice file whose element `tag` has the value bytes `value` of the same length.
private func changed(
    _ tag: (UInt16, UInt16), _ value: [UInt8], in bytes: [UInt8]? = nil
) throws -> [UInt8] {
    var bytes = try bytes ?? DICOMWriter.file(SmallSeries.series(), slice: 0)
    let mark = [UInt8(tag.0 & 0xFF), UInt8(tag.0 >> 8), UInt8(tag.1 & 0xFF), UInt8(tag.1 >> 8)]
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
    bytes.replaceSubrange(start + 8..<start + 8 + value.count, with: value)
    return bytes
}

@Test func `a file cut anywhere is refused or loads clean`() throws {
    for syntax in [TransferSyntax.explicitLittleEndian, .jpegLosslessSV1, .jpeg2000Lossless] {
        let whole = try DICOMWriter.file(SmallSeries.series(), slice: 0, syntax: syntax)
        for length in stride(from: 0, to: whole.count, by: 7) {
            let error = failure(Array(whole[..<length]))
            #expect(error != nil, "\(syntax) cut to \(length) of \(whole.count) bytes")
        }
    }
}

@Test func `65535 by 65535 pixels are refused before memory is taken`() throws {
    let bytes = try changed(
        (0x28, 0x10), [0xFF, 0xFF], in: changed((0x28, 0x11), [0xFF, 0xFF]))

    #expect(
        failure(bytes) == .outOfLimits(rows: 65535, columns: 65535, frames: 1, samples: 1))
}

@Test func `no rows are refused`() throws {
    #expect(
        failure(try changed((0x28, 0x10), [0, 0]))
            == .outOfLimits(rows: 0, columns: 32, frames: 1, samples: 1))
}

@Test func `more rows than pixels are refused`() throws {
    #expect(failure(try changed((0x28, 0x10), [200, 0])) == .pixelsShort)
}

@Test func `an unknown transfer syntax is named`() throws {
    let bytes = replaced(
        "1.2.840.10008.1.2.4.90", by: "1.2.840.10008.1.2.4.99",
        in: try DICOMWriter.file(SmallSeries.series(), slice: 0, syntax: .jpeg2000Lossless))

    #expect(failure(bytes) == .unsupportedSyntax(uid: "1.2.840.10008.1.2.4.99"))
}

@Test func `an image without pixel data is refused`() throws {
    var bytes = try DICOMWriter.file(SmallSeries.series(), slice: 0)
    let start = try #require(
        bytes.indices.first { bytes[$0...].starts(with: [0xE0, 0x7F, 0x10, 0x00]) })
    bytes.removeSubrange(start...)

    #expect(failure(bytes) == .noPixels)
}

@Test func `impossible bits are refused`() throws {
    #expect(failure(try changed((0x28, 0x100), [12, 0])) == .unsupportedPixels)
    #expect(failure(try changed((0x28, 0x101), [0, 0])) == .unsupportedPixels)
    #expect(failure(try changed((0x28, 0x102), [99, 0])) == .unsupportedPixels)
}

@Test func `a thousand nested sequences do not exhaust the stack`() throws {
    // Sequence (0008,1140) with an item with the sequence again, all of undefined length.
    let sequence: [UInt8] = [0x08, 0, 0x40, 0x11, 0x53, 0x51, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]
    let item: [UInt8] = [0xFE, 0xFF, 0x00, 0xE0, 0xFF, 0xFF, 0xFF, 0xFF]
    var bytes = try DICOMWriter.file(SmallSeries.series(), slice: 0)
    let start = try #require(
        bytes.indices.first { bytes[$0...].starts(with: [0x10, 0, 0x10, 0]) })
    let nested = (0..<1000).flatMap { _ in sequence + item }
    bytes.replaceSubrange(start..., with: nested)

    #expect(failure(bytes) == .tooDeep)
}

@Test func `seventeen levels are too deep and sixteen are not`() throws {
    func nested(_ levels: Int) throws -> [UInt8] {
        var inner: [UInt8] = []
        for _ in 0..<levels {
            let item: [UInt8] = [0xFE, 0xFF, 0x00, 0xE0] + length(inner.count) + inner
            inner = [0x08, 0, 0x40, 0x11, 0x53, 0x51, 0, 0] + length(item.count) + item
        }
        var bytes = try DICOMWriter.file(SmallSeries.series(), slice: 0)
        let start = try #require(
            bytes.indices.first { bytes[$0...].starts(with: [0x10, 0, 0x10, 0]) })
        bytes.insert(contentsOf: inner, at: start)
        return bytes
    }
    func length(_ count: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(count).littleEndian, Array.init)
    }

    #expect(failure(try nested(16)) == nil)
    #expect(failure(try nested(17)) == .tooDeep)
}

@Test func `control characters of texts do not come through`() throws {
    var series = SmallSeries.series()
    series.series.description = "bone\u{1B}[2J\u{9B}31m\u{7}\u{202E}end"

    let header = try DICOMFile(bytes: DICOMWriter.file(series, slice: 0)).header

    #expect(header.facts.seriesDescription == "bone?[2J?31m??end")
}

@Test func `numbers that are none are left out`() throws {
    let bytes = replaced(
        "-8\\-9\\30", by: "nan\\-9\\1", in: try DICOMWriter.file(SmallSeries.series(), slice: 0))

    #expect(try DICOMFile(bytes: bytes).header.frames[0].plane == nil)
}

@Test func `the pixels behind the last frame are ignored`() throws {
    var series = SmallSeries.series(slices: 2)
    series.slices[0].samples = .uint16(SmallSeries.values(slice: 0).map { UInt16($0) })
    let bytes = replaced(
        "2 ", by: "1 ", after: [0x28, 0, 8, 0], in: try DICOMWriter.enhancedFile(series))

    let file = try DICOMFile(bytes: bytes)

    #expect(file.header.pixels.frames == 1)
    #expect(try file.integers() == SmallSeries.values(slice: 0))
}

@Test func `bits above the stored ones are not part of the value`() throws {
    let values = SmallSeries.values(slice: 0)
    var series = SmallSeries.series(bitsStored: 12) { _ in
        .uint16(values.map { UInt16($0) | 0xA000 })
    }
    let unsigned = try DICOMFile(bytes: DICOMWriter.file(series, slice: 0))
    series.slices[0].samples = .int16(
        values.map { Int16(bitPattern: UInt16($0) | 0x5000) })
    let signed = try DICOMFile(bytes: DICOMWriter.file(series, slice: 0))

    #expect(try unsigned.integers() == values)
    #expect(try signed.integers() == values.map { $0 > 2047 ? $0 - 4096 : $0 })
}

import Imaging
import Testing

@testable import ImageFiles

private func file(
    _ syntax: TransferSyntax = .explicitLittleEndian, bitsStored: Int,
    _ samples: DICOMSeries.Samples
) throws -> DICOMFile {
    let series = SmallSeries.series(bitsStored: bitsStored) { _ in samples }
    return try DICOMFile(bytes: DICOMWriter.file(series, slice: 0, syntax: syntax))
}

@Test(arguments: [TransferSyntax.explicitLittleEndian, .implicitLittleEndian, .explicitBigEndian])
func `32-bit integers come back in every byte order`(syntax: TransferSyntax) throws {
    let expected = SmallSeries.values(slice: 0).map { Int32($0 - 2048) * 1_000_003 }

    let file = try file(syntax, bitsStored: 32, .int32(expected))

    #expect(file.header.pixels.sample == .int32)
    #expect(try file.integers() == expected.map { Int($0) })
}

@Test(arguments: [TransferSyntax.explicitLittleEndian, .explicitBigEndian])
func `floats come back, and what is not a number becomes 0`(syntax: TransferSyntax) throws {
    var values = SmallSeries.values(slice: 0).map { Float($0) / 7 }
    values[5] = .nan

    let file = try file(syntax, bitsStored: 32, .float32(values))
    let samples = try file.samples(ofFrame: 0).withUnsafeBytes {
        Array($0.bindMemory(to: Float.self))
    }

    #expect(samples[..<5] == values[..<5])
    #expect(samples[5] == 0)
    #expect(samples[6...] == values[6...])
}

@Test(
    arguments: [
        TransferSyntax.explicitLittleEndian, .rleLossless, .jpegLosslessSV1, .jpegLSLossless,
        .jpeg2000Lossless,
    ])
func `colours come back as luminance, and that is said`(syntax: TransferSyntax) throws {
    let greys = SmallSeries.values(slice: 0).map { $0 / 16 }
    let colours = greys.flatMap { [UInt8($0), UInt8(255 - $0), UInt8($0 / 2)] }
    let expected = greys.map { grey in
        (299 * grey + 587 * (255 - grey) + 114 * (grey / 2) + 500) / 1000
    }

    let file = try file(syntax, bitsStored: 8, .rgb(colours))

    #expect(file.header.pixels.colour == .colour)
    #expect(file.header.remarks == ["Colours are shown as luminance."])
    #expect(try file.integers() == expected)
}

@Test func `what lies behind a frame in a larger buffer is left alone`() throws {
    let file = try file(bitsStored: 32, .float32(SmallSeries.values(slice: 0).map { Float($0) }))
    let size = file.header.pixels.frameByteCount
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size + 8, alignment: 8)
    defer { buffer.deallocate() }
    buffer.storeBytes(of: UInt64.max, toByteOffset: size, as: UInt64.self)

    try file.decode(0, into: buffer)

    #expect(buffer.load(fromByteOffset: size, as: UInt64.self) == UInt64.max)
}

@Test func `a palette becomes luminance`() {
    let palette = LuminancePalette(
        firstIndex: 10, bits: 16, red: [0, 0xFF00, 0xFF00], green: [0, 0, 0xFF00],
        blue: [0, 0, 0xFF00])
    var samples: [UInt16] = [0, 10, 11, 12, 99]

    samples.withUnsafeMutableBytes { palette?.apply(to: $0) }

    #expect(samples == [0, 0, 76, 255, 255])
}

@Test func `windows, functions and tables come back`() throws {
    var series = SmallSeries.series()
    let table = LookupTable(firstInput: 0, bits: 12, entries: (0..<4096).map { 4095 - UInt16($0) })
    series.slices[0].attributes.voiTable = table
    series.slices[0].attributes.windows = [
        VOIWindow(center: 40.5, width: 0.5, function: .sigmoid),
        VOIWindow(center: -600, width: 1500, function: .sigmoid),
    ]

    let slice = try DICOMFile(bytes: DICOMWriter.file(series, slice: 0)).header.frames[0].slice

    #expect(slice.windows == series.slices[0].attributes.windows)
    #expect(slice.voiTable == table)
    #expect(slice.intercept == -1024)
}

@Test func `a modality table takes the place of the slope`() throws {
    var series = SmallSeries.series()
    let table = LookupTable(firstInput: 0, bits: 16, entries: (0..<4096).map { UInt16($0 * 2) })
    series.slices[0].attributes.modalityTable = table

    let slice = try DICOMFile(bytes: DICOMWriter.file(series, slice: 0)).header.frames[0].slice

    #expect(slice.modalityTable == table)
    #expect(slice.slope == 1)
}

@Test func `low values that are white are told`() throws {
    var series = SmallSeries.series()
    series.photometric = .monochrome1

    #expect(
        try DICOMFile(bytes: DICOMWriter.file(series, slice: 0)).header.pixels.colour
            == .monochrome1)
}

@Test func `a linear window narrower than 1 is left out`() throws {
    var series = SmallSeries.series()
    series.slices[0].attributes.windows = [VOIWindow(center: 40, width: 0)]

    #expect(
        try DICOMFile(bytes: DICOMWriter.file(series, slice: 0)).header.frames[0].slice.windows
            .isEmpty)
}

@Test func `a stack becomes a volume around any origin`() throws {
    let series = SmallSeries.series(slices: 3)
    let files = try DICOMWriter.files(series).map { try DICOMFile(bytes: $0) }
    let stack = SeriesGrouping(files.map(\.header)).series[0].stacks[0]

    let volume = try #require(
        try stack.volume(relativeTo: Vector3(-8, -9, 30), modality: .computedTomography) {
            files[$0]
        })

    #expect(volume.geometry.positions.map(\.z) == [0, 3, 6])
    #expect(volume.units == "HU")
    let second = volume.storage.withSlice(1) { $0.bindMemory(to: UInt16.self).map { Int($0) } }
    #expect(second == SmallSeries.values(slice: 1))
}

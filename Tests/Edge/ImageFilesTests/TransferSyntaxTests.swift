import ImageFiles
import Imaging
import Testing

@Test(arguments: TransferSyntax.writable.filter { !$0.isLossy })
func `12-bit greys come back bit for bit`(syntax: TransferSyntax) throws {
    let series = SmallSeries.series()

    let file = try DICOMFile(bytes: DICOMWriter.file(series, slice: 0, syntax: syntax))

    #expect(file.header.pixels.transferSyntax == syntax.rawValue)
    #expect(try file.integers() == SmallSeries.values(slice: 0))
}

@Test(arguments: TransferSyntax.writable.filter { !$0.isLossy })
func `negative numbers come back bit for bit`(syntax: TransferSyntax) throws {
    let expected = SmallSeries.values(slice: 0).map { $0 * 16 - 32768 }
    let series = SmallSeries.series(bitsStored: 16) { _ in .int16(expected.map { Int16($0) }) }

    let file = try DICOMFile(bytes: DICOMWriter.file(series, slice: 0, syntax: syntax))

    #expect(file.header.pixels.sample == .int16)
    #expect(try file.integers() == expected)
}

@Test(arguments: TransferSyntax.writable.filter { !$0.isLossy })
func `8-bit greys come back bit for bit`(syntax: TransferSyntax) throws {
    let expected = SmallSeries.values(slice: 0).map { $0 / 16 }
    let series = SmallSeries.series(bitsStored: 8) { _ in .uint8(expected.map { UInt8($0) }) }

    let file = try DICOMFile(bytes: DICOMWriter.file(series, slice: 0, syntax: syntax))

    #expect(try file.integers() == expected)
}

@Test(arguments: TransferSyntax.writable.filter { !$0.isLossy })
func `frames of a multi-frame object come back in order`(syntax: TransferSyntax) throws {
    let series = SmallSeries.series(slices: 5)

    let file = try DICOMFile(bytes: DICOMWriter.enhancedFile(series, syntax: syntax))

    #expect(file.header.pixels.frames == 5)
    for frame in [0, 1, 2, 3, 4, 2, 0] {
        #expect(try file.integers(frame: frame) == SmallSeries.values(slice: frame))
    }
}

@Test(arguments: TransferSyntax.writable.filter(\.isLossy))
func `lossy greys come back within what was allowed`(syntax: TransferSyntax) throws {
    let bits = syntax == .jpegBaseline ? 8 : 12
    let expected = SmallSeries.values(slice: 0).map { $0 >> (12 - bits) }
    let series = SmallSeries.series(bitsStored: bits) { _ in
        bits == 8
            ? .uint8(expected.map { UInt8($0) }) : .uint16(expected.map { UInt16($0) })
    }
    let loss = DICOMWriter.Loss(quality: 100, nearLossless: 3)

    let file = try DICOMFile(bytes: DICOMWriter.file(series, slice: 0, syntax: syntax, loss: loss))
    let greatest = zip(try file.integers(), expected).map { abs($0 - $1) }.max() ?? 0

    #expect(file.header.pixels.isLossy)
    #expect(greatest <= (syntax == .jpegExtended ? 8 : 3))
}

@Test(arguments: TransferSyntax.writable)
func `the same series gives the same bytes`(syntax: TransferSyntax) throws {
    let series = SmallSeries.series(slices: 2, bitsStored: 8) { values in
        .uint8(values.map { UInt8($0 / 16) })
    }

    let first = try DICOMWriter.enhancedFile(series, syntax: syntax)
    let second = try DICOMWriter.enhancedFile(series, syntax: syntax)

    let isSame = first == second
    #expect(isSame)
}

import Imaging

/// Greys to sixel: every pixel painted, 101 neutral greys, no dithering.
///
/// Within a band the registers' rows are packed into passes. A pixel that a later pass paints may get any colour
/// now, so runs are extended over such pixels.
struct SixelEncoder {
    /// Registers for greys.
    let palette: SixelPalette

    /// A whole sixel picture, from the device control string to its end, of a part of `image`.
    func encode(_ image: GreyImage, columns: Range<Int>, rows: Range<Int>) -> [UInt8] {
        image.pixels.withUnsafeBufferPointer { pixels in
            palette.registers.withUnsafeBufferPointer { registers in
                guard let base = pixels.baseAddress, let registers = registers.baseAddress,
                    !columns.isEmpty, !rows.isEmpty
                else { return [] }
                let source = Source(
                    pixels: base + rows.lowerBound * image.width + columns.lowerBound,
                    stride: image.width, width: columns.count, height: rows.count,
                    registers: registers)
                return encode(source)
            }
        }
    }

    /// Pixels of the part that is encoded.
    private struct Source {
        let pixels: UnsafePointer<UInt8>
        let stride: Int
        let width: Int
        let height: Int
        let registers: UnsafePointer<UInt8>
    }

    /// Room for raster attributes and registers.
    private static let headerRoom = 2_048

    /// The body is written behind room for the header, which is known last: pages that are never written cost
    /// nothing, those of a copy would.
    private func encode(_ source: Source) -> [UInt8] {
        let bands = (source.height + 5) / 6
        // A segment costs at most a selection, a gap and its columns; there are at most six a column.
        let capacity = Self.headerRoom + bands * (source.width * 128 + 64) + 4
        return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
            guard let start = buffer.baseAddress else { return }
            var output = SixelOutput(into: start + Self.headerRoom)
            let header = header(source, used: addBands(source, bands, to: &output))
            precondition(header.count <= Self.headerRoom, "a header of \(header.count) bytes")
            _ = buffer.update(fromContentsOf: header)
            (start + header.count).update(from: start + Self.headerRoom, count: output.count)
            initialized = header.count + output.count
        }
    }

    /// Adds all bands and the end; returns which registers were used.
    private func addBands(_ source: Source, _ bands: Int, to output: inout SixelOutput) -> [Bool] {
        var band = SixelBand(width: source.width)
        for index in 0..<bands {
            if index > 0 { output.add(UInt8(ascii: "-")) }
            let rows = min(6, source.height - index * 6)
            band.load(
                source.pixels + index * 6 * source.stride, stride: source.stride, rows: rows,
                registers: source.registers)
            addPasses(band, rows: rows, to: &output)
        }
        output.add(0x1B)
        output.add(UInt8(ascii: "\\"))
        return band.used
    }

    /// Raster attributes, without which some terminals guess the shape, and the registers in use.
    private func header(_ source: Source, used: [Bool]) -> [UInt8] {
        var writer = ByteWriter(capacity: 1_600)
        writer.add("\u{1B}P0;1;0q\"1;1;\(source.width);\(source.height)".utf8)
        for (register, isUsed) in used.enumerated() where isUsed {
            writer.add("#\(register);2;\(register);\(register);\(register)".utf8)
        }
        return writer.bytes
    }

    /// Paints a band: the most fragmented register everywhere first, then the others in passes over it.
    private func addPasses(_ band: borrowing SixelBand, rows: Int, to output: inout SixelOutput) {
        let ground = band.mostFragmented
        var isFirst = true
        if ground.pieces > 2 {
            output.select(ground.register)
            output.add(bits: UInt8((1 << rows) - 1), length: band.width)
            band.finish(ground.register)
            isFirst = false
        }
        while let segment = band.takeSegment(from: 0) {
            if !isFirst { output.add(UInt8(ascii: "$")) }
            isFirst = false
            addPass(segment, of: band, to: &output)
        }
    }

    /// One pass from left to right, beginning with a segment.
    @inline(__always)
    private func addPass(
        _ first: SixelSegment, of band: borrowing SixelBand, to output: inout SixelOutput
    ) {
        var run = SixelRun()
        var column = 0
        var taken: SixelSegment? = first
        while let segment = taken {
            let start = Int(band.columns[Int(segment.first)])
            run.bridge(from: column, to: start, finished: band.finished, to: &output)
            run.end(to: &output)
            output.select(Int(segment.register))
            column = run.add(segment, of: band, to: &output)
            taken = column < band.width ? band.takeSegment(from: column) : nil
        }
        run.end(to: &output)
    }
}

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
    /// Pixels from which on a second thread pays.
    private static let pixelsForTwo = 1 << 16

    /// Bands that are done.
    private struct Part {
        let bytes: UnsafeMutablePointer<UInt8>
        let count: Int
        /// Whether any of the bands uses a register.
        let used: [Bool]
    }

    /// The body is written behind room for the header, which is known last: pages that are never written cost
    /// nothing, those of a copy would.
    private func encode(_ source: Source) -> [UInt8] {
        let bands = (source.height + 5) / 6
        // A segment costs at most a selection, a gap and its columns; there are at most six a column.
        let bandRoom = source.width * 128 + 64
        // Room for the end, and for what is stored behind the last byte of a part.
        let capacity = Self.headerRoom + bands * bandRoom + 8
        return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
            guard let start = buffer.baseAddress else { return }
            let body = start + Self.headerRoom
            guard source.width * source.height >= Self.pixelsForTwo, bands > 1 else {
                let all = bytes(of: source, 0..<bands, into: body)
                initialized = join(all, nil, header(source, used: all.used), at: start)
                return
            }
            let half = bands / 2
            let (upper, lower) = TwoAtOnce.run(
                { bytes(of: source, 0..<half, into: body) },
                { bytes(of: source, half..<bands, into: body + half * bandRoom + 4) })
            let used = zip(upper.used, lower.used).map { $0 || $1 }
            initialized = join(upper, lower, header(source, used: used), at: start)
        }
    }

    /// Moves everything to where it belongs, from `start` on; returns how many bytes it is.
    private func join(
        _ upper: Part, _ lower: Part?, _ header: [UInt8], at start: UnsafeMutablePointer<UInt8>
    ) -> Int {
        precondition(header.count <= Self.headerRoom, "a header of \(header.count) bytes")
        start.update(from: header, count: header.count)
        var end = start + header.count
        for part in [upper, lower].compactMap(\.self) {
            end.update(from: part.bytes, count: part.count)
            end += part.count
        }
        end[0] = 0x1B
        end[1] = UInt8(ascii: "\\")
        return end - start + 2
    }

    /// Writes some bands, the first of which selects its registers anew.
    private func bytes(
        of source: Source, _ bands: Range<Int>, into bytes: UnsafeMutablePointer<UInt8>
    ) -> Part {
        var output = SixelOutput(into: bytes)
        var band = SixelBand(width: source.width)
        for index in bands {
            if index > 0 { output.add(UInt8(ascii: "-")) }
            let rows = min(6, source.height - index * 6)
            band.load(
                source.pixels + index * 6 * source.stride, stride: source.stride, rows: rows,
                registers: source.registers)
            addPasses(band, rows: rows, to: &output)
        }
        return Part(bytes: bytes, count: output.count, used: band.used)
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

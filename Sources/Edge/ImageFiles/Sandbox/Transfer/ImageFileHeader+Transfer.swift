extension TransferWriter {
    /// Appends all that was read from a file beside its pixels.
    mutating func write(_ header: ImageFileHeader) {
        let facts = header.facts
        for text in SourceFacts.texts { write(facts[keyPath: text]) }
        write(header.instanceUID)
        write(header.pixels)
        write(header.frames) { $0.write($1) }
        write(header.remarks) { $0.write($1) }
        write(header.uptakeFactor)
    }

    private mutating func write(_ pixels: PixelShape) {
        for size in [pixels.rows, pixels.columns, pixels.frames, pixels.bitsStored] {
            write(UInt32(size))
        }
        write(pixels.sample.rawValue)
        write(pixels.colour.rawValue)
        write(pixels.transferSyntax)
        write(pixels.isLossy)
    }
}

extension TransferReader {
    /// Reads a header whose sizes lie within the limits and fit each other, so that nothing later can trap on them.
    mutating func header() throws(ImageFileError) -> ImageFileHeader {
        var facts = SourceFacts()
        for path in SourceFacts.texts { facts[keyPath: path] = try text() }
        let instanceUID = try text()
        let pixels = try pixels()
        let frames = try elements(upTo: pixels.frames) { reader throws(ImageFileError) in
            try reader.frame()
        }
        guard frames.count == pixels.frames else { throw .badTransfer }
        let remarks = try elements(upTo: 100) { reader throws(ImageFileError) in
            try reader.text()
        }
        var header = ImageFileHeader(
            facts: facts, instanceUID: instanceUID, pixels: pixels, frames: frames,
            remarks: remarks)
        header.uptakeFactor = try optionalNumber()
        return header
    }

    private mutating func pixels() throws(ImageFileError) -> PixelShape {
        let rows = try count(upTo: 8192)
        let columns = try count(upTo: 8192)
        let frames = try count(upTo: 20_000)
        let bits = try count(upTo: 64)
        guard rows > 0, columns > 0, frames > 0,
            let sample = StoredSample(rawValue: try integer()),
            let colour = StoredColour(rawValue: try integer())
        else { throw .badTransfer }
        return PixelShape(
            rows: rows, columns: columns, frames: frames, sample: sample, bitsStored: bits,
            colour: colour, transferSyntax: try text(), isLossy: try flag())
    }
}

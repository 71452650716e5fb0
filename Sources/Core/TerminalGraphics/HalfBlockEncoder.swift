import Imaging

extension CellColors {
    /// A picture in half blocks, two pixels a cell, one chunk a row that ends with a reset.
    func tile(_ image: GreyImage) -> PictureTile {
        let rows = (image.height + 1) / 2
        let encoder = HalfBlockEncoder(self)
        return PictureTile(
            column: 0, row: 0, columns: image.width, rows: rows,
            chunks: (0..<rows).map { encoder.row($0, of: image) })
    }
}

/// Rows of half blocks that say only what changed since the cell before.
struct HalfBlockEncoder {
    /// The most bytes of one cell: two colours of 16 bytes, `ESC [ ; m`, a block of 3, and the slack of a store.
    private static let cellCapacity = 2 * 16 + 4 + 3 + 16

    /// A full block takes 3 bytes where a space takes 1 after a colour of about 16 bytes.
    private static let mostFullBlocks = 8

    private let levels: [UInt8]
    private let foreground: [CellText]
    private let background: [CellText]

    init(_ colors: CellColors) {
        levels = colors.shownLevels
        let parameters = colors.parameters
        foreground = parameters.foreground.map(CellText.init)
        background = parameters.background.map(CellText.init)
    }

    /// One row of cells (from 0); below the last row of pixels is black.
    func row(_ row: Int, of image: GreyImage) -> [UInt8] {
        let width = image.width
        let capacity = width * Self.cellCapacity + 19
        return [UInt8](unsafeUninitializedCapacity: capacity) { output, initialized in
            guard let base = output.baseAddress else { return }
            var pen = CellPen(output: UnsafeMutableRawPointer(base))
            image.pixels.withUnsafeBufferPointer { pixels in
                levels.withUnsafeBufferPointer { levels in
                    let upper = 2 * row * width
                    let lower = 2 * row + 1 < image.height ? upper + width : -1
                    func cell(_ column: Int) -> (upper: UInt8, lower: UInt8) {
                        let below = lower < 0 ? 0 : Int(pixels[lower + column])
                        return (levels[Int(pixels[upper + column])], levels[below])
                    }
                    for column in 0..<width {
                        let (upper, lower) = cell(column)
                        add(upper, lower, with: &pen) {
                            let end = column + Self.mostFullBlocks
                            return end < width
                                && (column + 1...end).allSatisfy { cell($0) == (upper, lower) }
                        }
                    }
                }
            }
            pen.add("\u{1B}[m")
            initialized = pen.count
        }
    }

    /// One cell: an upper and a lower level; `isLong` tells whether it is followed by many like it.
    @inline(__always)
    private func add(
        _ upper: UInt8, _ lower: UInt8, with pen: inout CellPen, isLong: () -> Bool
    ) {
        let (upper, lower) = (Int(upper), Int(lower))
        if upper == lower {
            if pen.foreground == upper, pen.background != upper, !isLong() { return pen.add("█") }
            set(foreground: pen.foreground, background: upper, with: &pen)
            return pen.add(" ")
        }
        let upright = (pen.foreground == upper ? 0 : 1) + (pen.background == lower ? 0 : 1)
        let turned = (pen.foreground == lower ? 0 : 1) + (pen.background == upper ? 0 : 1)
        if turned < upright {
            set(foreground: lower, background: upper, with: &pen)
            pen.add("▄")
        } else {
            set(foreground: upper, background: lower, with: &pen)
            pen.add("▀")
        }
    }

    @inline(__always)
    private func set(foreground front: Int, background back: Int, with pen: inout CellPen) {
        let changesFront = front != pen.foreground
        let changesBack = back != pen.background
        guard changesFront || changesBack else { return }
        pen.add("\u{1B}[")
        if changesFront { pen.add(foreground[front]) }
        if changesFront && changesBack { pen.add(";") }
        if changesBack { pen.add(background[back]) }
        pen.add("m")
        (pen.foreground, pen.background) = (front, back)
    }
}

/// Up to 16 bytes that are stored in one go.
private struct CellText {
    let bytes: SIMD16<UInt8>
    let length: Int

    init(_ text: [UInt8]) {
        var bytes = SIMD16<UInt8>()
        for (index, byte) in text.enumerated() { bytes[index] = byte }
        self.bytes = bytes
        length = text.count
    }
}

/// What the terminal's pen has, and the bytes that brought it there.
private struct CellPen {
    let output: UnsafeMutableRawPointer
    var count = 0
    /// Level of the foreground; -1 while unknown.
    var foreground = -1
    /// Level of the background; -1 while unknown.
    var background = -1

    @inline(__always)
    mutating func add(_ text: CellText) {
        (output + count).storeBytes(of: text.bytes, as: SIMD16<UInt8>.self)
        count &+= text.length
    }

    @inline(__always)
    mutating func add(_ text: StaticString) {
        (output + count).copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
        count &+= text.utf8CodeUnitCount
    }
}

import Imaging

/// A coarse picture over the same cells as a full one, in few bytes, to look at while the link is slow.
///
/// Never for reading: it has fewer pixels, perhaps fewer greys, and the terminal may have scaled it.
public struct Preview: Hashable, Sendable {
    /// How it is drawn: as the full picture, or in half blocks where that would take too many bytes.
    public let renderer: GreyRenderer
    /// What to write: one chunk, or one a row of cells.
    public let chunks: [[UInt8]]
    /// Pixels of its data in a cell, where the terminal scales them: kitty only.
    public let dataPixels: CellSize?

    /// A preview of `image` in about `bytes` bytes, the coarsest that there is when none is so small.
    ///
    /// - Parameters:
    ///   - image: The full picture, as `renderer` would show it.
    ///   - renderer: What shows it.
    ///   - cell: Pixels of a cell.
    ///   - columns: Cells across.
    ///   - rows: Cells down.
    ///   - colors: Greys that cells can have; `nil` when there are none.
    ///   - bytes: Bytes that the preview may have, more or less.
    ///   - full: Bytes that the full picture has, more or less.
    /// - Returns: `nil` when the renderer has no coarser form, such as characters.
    public init?(
        of image: GreyImage, by renderer: GreyRenderer, cell: CellSize, columns: Int, rows: Int,
        colors: CellColors?, bytes: Int, full: Int
    ) {
        let source = Source(image: image, cell: cell, columns: columns, rows: rows)
        let found: Preview?
        switch renderer {
        case .kitty(let options): found = source.kitty(renderer, options, bytes)
        case .inline: found = source.inline(bytes)
        case .sixel:
            found =
                source.sixel(renderer, bytes, full: full, isLast: colors == nil)
                ?? colors.flatMap { source.cells($0, bytes) }
        case .halfBlocks(let own), .quadrants(let own), .sextants(let own):
            found = source.cells(own, bytes)
        case .ascii, .mono: found = nil
        }
        guard let found else { return nil }
        self = found
    }

    fileprivate init(_ renderer: GreyRenderer, _ chunks: [[UInt8]], dataPixels: CellSize? = nil) {
        self.renderer = renderer
        self.chunks = chunks
        self.dataPixels = dataPixels
    }

    fileprivate var byteCount: Int { chunks.reduce(0) { $0 + $1.count } }
}

/// A full picture on its cells.
private struct Source {
    let image: GreyImage
    let cell: CellSize
    let columns: Int
    let rows: Int

    /// By how much pixels are coarsened, finest first.
    private static let factors = [2, 3, 4, 6, 8]

    /// A smaller PNG that the terminal scales to the cells, under any full picture.
    func kitty(_ renderer: GreyRenderer, _ options: KittyOptions, _ bytes: Int) -> Preview? {
        finest(bytes, of: Self.factors) { factor in
            let cell = CellSize(
                width: max(1, cell.width / factor), height: max(1, cell.height / factor))
            let small = reduced(columns * cell.width, rows * cell.height)
            return Preview(
                renderer,
                [
                    KittyGraphics.transmit(small, as: options.image, level: options.level)
                        + KittyGraphics.placePreview(options.image, columns: columns, rows: rows)
                ], dataPixels: cell)
        }
    }

    func inline(_ bytes: Int) -> Preview? {
        finest(bytes, of: Self.factors) { factor in
            let small = reduced(image.width / factor, image.height / factor)
            return Preview(
                .inline, [InlineImage.display(small, width: image.width, height: image.height)])
        }
    }

    /// The picture blown up from fewer pixels; `nil` when that has too many bytes and half blocks would be finer.
    func sixel(
        _ renderer: GreyRenderer, _ bytes: Int, full: Int, isLast: Bool
    ) -> Preview? {
        // Encoding takes long, so that only what will probably fit is tried.
        let likely = Self.factors.filter { full * 4 / ($0 * $0 * 3) + full / 20 <= bytes }
        let tried = isLast ? (likely.isEmpty ? [8] : likely) : likely.filter { $0 <= 4 }
        let preview = finest(bytes, of: tried) { factor in
            let blown = reduced(image.width / factor, image.height / factor)
                .enlarged(width: image.width, height: image.height)
            let tiles = renderer.encode(blown, cell: cell)
            return tiles.count == 1 ? Preview(renderer, tiles[0].chunks) : nil
        }
        guard let preview, preview.byteCount <= bytes || isLast else { return nil }
        return preview
    }

    /// Half blocks in fewer greys, then in fewer pixels.
    func cells(_ colors: CellColors, _ bytes: Int) -> Preview? {
        let fewer: CellColors = colors == .truecolor ? .palette256 : colors
        let coarse = [(1, 1), (2, 1), (2, 24), (3, 24), (4, 24), (6, 32), (8, 32), (12, 64)]
        if colors == .truecolor, let best = halfBlocks(colors, factor: 1, step: 1),
            best.byteCount <= bytes
        {
            return best
        }
        return finest(bytes, of: Array(coarse.indices)) {
            halfBlocks(fewer, factor: coarse[$0].0, step: coarse[$0].1)
        }
    }

    /// Half blocks of squares of `factor × factor` pixels, their greys in steps of `step`.
    private func halfBlocks(_ colors: CellColors, factor: Int, step: Int) -> Preview? {
        let (width, height) = (columns, rows * 2)
        guard image.width >= width, image.height >= height else { return nil }
        var small = reduced(width / factor, height / factor)
        if step > 1 {
            small = GreyImage(
                width: small.width, height: small.height,
                pixels: small.pixels.map { UInt8(min(255, (Int($0) + step / 2) / step * step)) })
        }
        let renderer = GreyRenderer.halfBlocks(colors)
        let tiles = renderer.encode(small.enlarged(width: width, height: height), cell: cell)
        return tiles.first.map { Preview(renderer, $0.chunks) }
    }

    private func reduced(_ width: Int, _ height: Int) -> GreyImage {
        image.reduced(
            width: min(image.width, max(1, width)), height: min(image.height, max(1, height)))
    }

    /// The first form that has few enough bytes, or the last there is.
    private func finest(_ bytes: Int, of forms: [Int], _ make: (Int) -> Preview?) -> Preview? {
        var last: Preview?
        for form in forms {
            guard let preview = make(form) else { continue }
            last = preview
            if preview.byteCount <= bytes { return preview }
        }
        return last
    }
}

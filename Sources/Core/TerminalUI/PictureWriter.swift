/// Decides which bytes pictures need from one frame to the next: a pure state machine beside the
/// cells.
///
/// The cells of a picture belong to it. Nothing is written for a picture that is shown already
/// with the same identity, at the same place, under the same popups.
public struct PictureWriter: Sendable {
    private struct Shown {
        var picture: Picture
        var covered: [Rect]
    }

    private let painter: CellPainter
    private let cellWidthPX: Int
    private let cellHeightPX: Int
    private var shown: [Shown] = []

    /// A writer for a terminal on which nothing is shown.
    ///
    /// - Parameters:
    ///   - painter: Prints the popups over pictures that are written anew.
    ///   - capabilities: Gives the size of a cell, by which kitty pictures are cropped.
    public init(painter: CellPainter, capabilities: TerminalCapabilities) {
        self.painter = painter
        cellWidthPX = capabilities.cellWidthPX ?? 0
        cellHeightPX = capabilities.cellHeightPX ?? 0
    }

    /// What to write around the cells of a frame.
    public struct Output: Hashable, Sendable {
        /// Before the cells: real spaces where a picture may not shine through.
        public var before: [UInt8] = []
        /// After the cells: the pictures.
        public var after: [UInt8] = []

        /// Nothing to write.
        public init() {}
    }

    /// The bytes for the next frame; the frame counts as shown afterwards.
    public mutating func write(_ frame: Frame) -> Output {
        var output = Output()
        let next = frame.pictures.map { picture in
            Shown(picture: picture, covered: Self.covers(of: picture.area, in: frame))
        }
        for old in shown { output.before += vacate(old, next: next) }
        for new in next { output.after += paint(new, frame: frame) }
        output.after += deleteUnused(next: next)
        shown = next
        return output
    }

    /// Forgets what is shown, because the screen was cleared or is about to be.
    /// - Returns: Bytes that delete what clearing does not delete.
    public mutating func clear() -> [UInt8] {
        defer { shown = [] }
        return shown.contains { Self.kittyImage($0.picture) != nil } ? KittyBytes.deleteAll : []
    }

    private static func covers(of area: Rect, in frame: Frame) -> [Rect] {
        frame.popups.map { $0.intersection(area) }.filter { !$0.isEmpty }
    }

    private static func kittyImage(_ picture: Picture) -> UInt32? {
        if case .kitty(let image) = picture.kind { image } else { nil }
    }
}

// MARK: - Leaving cells

extension PictureWriter {
    /// Real spaces over cells that no longer show the picture.
    ///
    /// The cells' library may clear with ECH, after which xterm brings a sixel picture back at
    /// its next repaint.
    private func vacate(_ old: Shown, next: [Shown]) -> [UInt8] {
        guard old.picture.kind != .cells, Self.kittyImage(old.picture) == nil else { return [] }
        var gone = old.picture.area.subtracting(old.covered)
        for new in next where new.picture.kind == old.picture.kind {
            let visible = new.picture.area.subtracting(new.covered)
            gone = gone.flatMap { $0.subtracting(visible) }
        }
        return gone.isEmpty ? [] : TerminalBytes.save + gone.flatMap(spaces) + TerminalBytes.restore
    }

    private func spaces(_ area: Rect) -> [UInt8] {
        TerminalBytes.plain
            + (area.y..<area.maxY).flatMap { row in
                TerminalBytes.moveTo(column: area.x, row: row)
                    + Array(repeating: 0x20, count: area.width)
            }
    }

    private func deleteUnused(next: [Shown]) -> [UInt8] {
        let kept = Set(next.compactMap { Self.kittyImage($0.picture) })
        let old = shown.compactMap { Self.kittyImage($0.picture) }
        return old.filter { !kept.contains($0) }.flatMap { KittyBytes.delete($0) }
    }
}

// MARK: - Painting

extension PictureWriter {
    private func paint(_ new: Shown, frame: Frame) -> [UInt8] {
        let old = shown.first {
            $0.picture.area == new.picture.area && $0.picture.kind == new.picture.kind
        }
        if let image = Self.kittyImage(new.picture) {
            return paintKitty(new, old: old, image: image)
        }
        let rows = rowsToWrite(new, old: old)
        guard !rows.isEmpty else { return [] }
        return TerminalBytes.save + rows.flatMap { $0 } + popups(over: new, rows: rows.count, frame)
            + TerminalBytes.restore
    }

    /// The chunks that differ from what stands there, each with its position.
    private func rowsToWrite(_ new: Shown, old: Shown?) -> [[UInt8]] {
        let picture = new.picture
        let isUncovered = old.map { !Self.uncovered($0, by: new).isEmpty } ?? true
        let isSame = old?.picture.identity == picture.identity
        if isSame && !isUncovered { return [] }
        guard picture.rows.count == picture.area.height else {
            return [at(picture, row: 0, picture.rows.flatMap { $0 })]
        }
        let changed = picture.rows.indices.filter { index in
            needsRow(index, new, old: old)
        }
        return changed.map { at(picture, row: $0, picture.rows[$0]) }
    }

    private func needsRow(_ index: Int, _ new: Shown, old: Shown?) -> Bool {
        guard let old, index < old.picture.rows.count,
            old.picture.rows.count == new.picture.rows.count
        else { return true }
        let row = new.picture.area.y + index
        return old.picture.rows[index] != new.picture.rows[index]
            || Self.uncovered(old, by: new).contains { row >= $0.y && row < $0.maxY }
    }

    /// What a popup covered before and does not cover now.
    private static func uncovered(_ old: Shown, by new: Shown) -> [Rect] {
        old.covered.flatMap { $0.subtracting(new.covered) }
    }

    private func at(_ picture: Picture, row: Int, _ bytes: [UInt8]) -> [UInt8] {
        TerminalBytes.moveTo(column: picture.area.x, row: picture.area.y + row) + bytes
    }

    /// The popups again, over a picture that was written through them.
    private func popups(over new: Shown, rows: Int, _ frame: Frame) -> [UInt8] {
        new.covered.flatMap { painter.bytes(for: frame.grid, in: $0) }
    }
}

// MARK: - kitty

extension PictureWriter {
    private func paintKitty(_ new: Shown, old: Shown?, image: UInt32) -> [UInt8] {
        let isSame = old?.picture.identity == new.picture.identity
        let oldCovered = isSame ? old?.covered ?? [] : []
        var bytes: [UInt8] = []
        if !isSame { bytes += at(new.picture, row: 0, new.picture.rows.flatMap { $0 }) }
        if oldCovered != new.covered { bytes += placements(new, image: image) }
        return bytes.isEmpty ? [] : TerminalBytes.save + bytes + TerminalBytes.restore
    }

    /// The parts of the picture beside the popups, as placements of the data that the terminal has.
    private func placements(_ new: Shown, image: UInt32) -> [UInt8] {
        let area = new.picture.area
        guard !new.covered.isEmpty else {
            return KittyBytes.unplace(image) + at(new.picture, row: 0, KittyBytes.place(image))
        }
        return area.subtracting(new.covered).enumerated()
            .reduce(KittyBytes.unplace(image)) { bytes, part in
                bytes + TerminalBytes.moveTo(column: part.element.x, row: part.element.y)
                    + KittyBytes.place(
                        image, placement: part.offset + 1, crop: pixels(part.element, of: area))
            }
    }

    private func pixels(_ part: Rect, of area: Rect) -> Rect {
        Rect(
            x: (part.x - area.x) * cellWidthPX, y: (part.y - area.y) * cellHeightPX,
            width: part.width * cellWidthPX, height: part.height * cellHeightPX)
    }
}

/// Commands of the kitty graphics protocol that carry no pixels.
///
/// Source: kitty terminal graphics protocol; answers are suppressed by `q=2`.
enum KittyBytes {
    static let deleteAll = command("a=d,d=A")

    /// Deletes a picture and its data.
    static func delete(_ image: UInt32) -> [UInt8] { command("a=d,d=I,i=\(image)") }

    /// Takes a picture off the screen and keeps its data.
    static func unplace(_ image: UInt32) -> [UInt8] { command("a=d,d=i,i=\(image)") }

    /// Places a picture, or a part of it in pixels, at the cursor.
    static func place(_ image: UInt32, placement: Int = 1, crop: Rect? = nil) -> [UInt8] {
        let part = crop.map { ",x=\($0.x),y=\($0.y),w=\($0.width),h=\($0.height)" } ?? ""
        return command("a=p,i=\(image),p=\(placement),C=1,z=-1\(part)")
    }

    private static func command(_ keys: String) -> [UInt8] {
        Array("\u{1B}_G\(keys),q=2\u{1B}\\".utf8)
    }
}

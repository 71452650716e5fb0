/// Decides which bytes pictures need from one frame to the next: a pure state machine beside the
/// cells.
///
/// The cells of a picture belong to it. Nothing is written for a picture that is shown already
/// with the same identity, at the same place, under the same popups. A frame may be written bit by
/// bit, and be dropped for another in between: what stands on the screen is known at any time.
public struct PictureWriter: Sendable {
    let painter: CellPainter
    let cellPixels: Size
    /// The pictures of the frame, with what stands of them.
    var targets: [StandingPicture] = []
    /// kitty pictures of earlier frames that may still be seen.
    var leftovers: [StandingPicture] = []
    /// What is still to be written.
    var pending: [PictureUnit] = []
    private var grid = CellGrid(size: Size(width: 0, height: 0))
    /// How many sixels were ever written.
    var sixelCount = 0
    /// How many of them the terminal keeps.
    let mostSixels: Int?
    private var isSorted = false
    /// What was taken last.
    private var taken: [PictureUnit] = []
    /// Whether what was taken last ends with deletions, which must arrive.
    private var hasDeleted = false

    /// A writer for a terminal on which nothing is shown.
    ///
    /// - Parameters:
    ///   - painter: Prints the popups over pictures that are written anew.
    ///   - capabilities: Gives the size of a cell, by which kitty pictures are cropped.
    public init(painter: CellPainter, capabilities: TerminalCapabilities) {
        self.painter = painter
        mostSixels = capabilities.sixel?.mostPictures
        cellPixels = Size(
            width: capabilities.cellWidthPX ?? 0, height: capabilities.cellHeightPX ?? 0)
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

    /// The bytes for the next frame in one piece; the frame counts as shown afterwards.
    public mutating func write(_ frame: Frame) -> Output {
        var output = begin(frame)
        if !isDone { output.after += take(upTo: .max) }
        return output
    }

    /// Whether the whole frame was written.
    public var isDone: Bool { pending.isEmpty }

    /// Bytes of the pictures that are still to be written, without what surrounds them.
    public var pendingBytes: Int { pending.reduce(0) { $0 + bytes(of: $1).count } }

    /// Bytes of the next part.
    var nextBytes: Int { pending.first.map { bytes(of: $0).count } ?? 0 }

    /// Whether a preview is among what is still to be written.
    public var hasPendingPreview: Bool {
        pending.contains { !targets[$0.target].picture.isFull }
    }

    /// Makes a frame the one to be shown; what was left of the last one is dropped.
    ///
    /// - Returns: What must be written at once, around the cells.
    public mutating func begin(_ frame: Frame) -> Output {
        grid = frame.grid
        isSorted = false
        taken = []
        var output = Output()
        let new = frame.pictures.map { StandingPicture($0, popups: frame.popups) }
        let old = targets + leftovers
        for picture in old { output.before += vacate(picture, next: new) }
        var placements: [UInt8] = []
        adopt(new, from: old, placements: &placements)
        if !placements.isEmpty {
            output.after += TerminalBytes.save + placements + TerminalBytes.restore
        }
        if isDone { output.after += finish() }
        return output
    }

    /// The next part of the pictures, of about `budget` bytes, at least one strip.
    ///
    /// Strips are written from the middle of the pictures outwards when not all of them fit.
    public mutating func take(upTo budget: Int) -> [UInt8] {
        sortUnlessAll(fitInto: budget)
        var bytes = TerminalBytes.save
        var deletions: [UInt8] = []
        taken = []
        for unit in pending {
            let part = paint(unit)
            guard taken.isEmpty || bytes.count + part.count <= budget else { break }
            bytes += part
            deletions += note(unit)
            taken.append(unit)
        }
        pending.removeFirst(taken.count)
        if isDone { deletions += finish() }
        hasDeleted = !deletions.isEmpty
        return bytes + TerminalBytes.restore + deletions
    }

    /// Whether what was taken last may end anywhere: only sixels, of which a terminal paints what it got.
    public var mayBeCut: Bool {
        !taken.isEmpty && !hasDeleted
            && taken.allSatisfy { targets[$0.target].picture.kind == .sixel }
    }

    /// What was taken last was not written whole: it is still to be written.
    public mutating func takeBack() {
        for unit in taken { targets[unit.target].standing[unit.index] = [] }
        pending = taken + pending
        taken = []
    }

    private mutating func sortUnlessAll(fitInto budget: Int) {
        guard !isSorted, pendingBytes > budget else { return }
        isSorted = true
        let top = targets.map(\.picture.area.y).min() ?? 0
        let middle = top + (targets.map(\.picture.area.maxY).max() ?? 0)
        let distances = pending.map { unit in
            let area = targets[unit.target].area(of: unit.index)
            return abs(area.y + area.maxY - middle)
        }
        pending = pending.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
            .map { pending[$0] }
    }

    /// Forgets what is shown, because the screen was cleared or is about to be.
    /// - Returns: Bytes that delete what clearing does not delete.
    public mutating func clear() -> [UInt8] {
        let hasKitty = (targets + leftovers).contains { $0.image != nil && $0.stands }
        (targets, leftovers, pending, taken) = ([], [], [], [])
        return hasKitty ? KittyBytes.deleteAll : []
    }

    /// The popups again, over a part of a picture that was written through them.
    func popups(over picture: StandingPicture, in area: Rect) -> [UInt8] {
        picture.covered.map { $0.intersection(area) }.filter { !$0.isEmpty }
            .flatMap { painter.bytes(for: grid, in: $0) }
    }
}

/// A part of a picture that is written in one go: a row of cells, or the whole picture.
struct PictureUnit: Hashable, Sendable {
    /// Which of the frame's pictures.
    let target: Int
    /// Which part of it, from 0 at the top.
    let index: Int
}

/// A picture with what stands of it on the screen.
struct StandingPicture: Hashable, Sendable {
    var picture: Picture
    /// The popups' parts of its area.
    let covered: [Rect]
    /// What was last written of each part; empty where nothing of it stands whole.
    var standing: [[UInt8]]
    /// Which of all sixels that were ever written each part is, from 1.
    var numbers: [Int]
    /// Whether pixels of an earlier picture may still be seen in its cells.
    var hidesPixels = false

    /// A picture of which nothing stands.
    init(_ picture: Picture, popups: [Rect]) {
        self.picture = picture
        covered = popups.map { $0.intersection(picture.area) }.filter { !$0.isEmpty }
        let count = picture.hasRows ? picture.rows.count : 1
        standing = Array(repeating: [], count: count)
        numbers = Array(repeating: 0, count: count)
    }

    /// The id of a kitty picture.
    var image: UInt32? { if case .kitty(let image) = picture.kind { image } else { nil } }

    /// Whether anything of it stands.
    var stands: Bool { standing.contains { !$0.isEmpty } }

    /// The cells of a part.
    func area(of index: Int) -> Rect {
        guard picture.hasRows else { return picture.area }
        return Rect(
            x: picture.area.x, y: picture.area.y + index, width: picture.area.width, height: 1)
    }

    /// Whether a picture of the same form in the same cells is the same picture.
    func isSame(as other: StandingPicture) -> Bool {
        guard picture.area == other.picture.area, standing.count == other.standing.count else {
            return false
        }
        switch (picture.kind, other.picture.kind) {
        case (.kitty, .kitty): return picture.identity == other.picture.identity && stands
        default: return picture.kind == other.picture.kind
        }
    }

    /// Whether pixels may be seen in an area that only real spaces remove.
    func mayShow(pixelsIn area: Rect) -> Bool {
        guard image == nil, !picture.area.intersection(area).isEmpty else { return false }
        if picture.kind != .cells { return true }
        return hidesPixels && standing.contains { $0.isEmpty }
    }

    /// Marks what something else was painted over.
    mutating func damage(_ area: Rect) {
        for index in standing.indices where !self.area(of: index).intersection(area).isEmpty {
            standing[index] = []
        }
    }
}

extension Picture {
    /// Whether it is written row by row.
    var hasRows: Bool {
        if case .kitty = kind { return false }
        return rows.count == area.height
    }

    /// The bytes of a part.
    func bytes(of index: Int) -> [UInt8] {
        if hasRows { return rows[index] }
        return rows.count == 1 ? rows[0] : Array(rows.joined())
    }
}

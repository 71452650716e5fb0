// MARK: - From one frame to the next

extension PictureWriter {
    /// Takes over what stands already of the new pictures, and notes what is missing.
    mutating func adopt(
        _ new: [StandingPicture], from old: [StandingPicture], placements: inout [UInt8]
    ) {
        var rest = old
        (targets, pending) = ([], [])
        for var target in new {
            let found = rest.firstIndex { $0.isSame(as: target) }
            if let found {
                let before = rest.remove(at: found)
                placements += inherit(&target, from: before)
            }
            let missing = target.standing.indices.filter { !stands($0, of: target) }
            pending += missing.map { PictureUnit(target: targets.count, index: $0) }
            targets.append(target)
        }
        renewForgotten()
        for index in targets.indices where targets[index].picture.kind == .cells {
            if rest.contains(where: { $0.mayShow(pixelsIn: targets[index].picture.area) }) {
                targets[index].hidesPixels = true
            }
        }
        // What is left of the others lies under the new pictures, which leave it clean when they leave.
        leftovers = rest.filter { $0.image != nil && $0.stands }
    }

    private func inherit(_ target: inout StandingPicture, from old: StandingPicture) -> [UInt8] {
        (target.standing, target.numbers) = (old.standing, old.numbers)
        if let image = old.image {
            target.picture.kind = old.picture.kind
            return old.covered == target.covered ? [] : placements(target, image: image)
        }
        let isSame = target.picture.identity == old.picture.identity
        if isSame, old.stands {
            // The same picture in the same form: its parts stand as they are, whatever their bytes.
            for index in target.standing.indices where !old.standing[index].isEmpty {
                target.standing[index] = target.picture.bytes(of: index)
            }
        }
        for cover in old.covered {
            for bare in cover.subtracting(target.covered) { target.damage(bare) }
        }
        return []
    }

    /// Writes again what the terminal will have forgotten when all that is missing is written.
    private mutating func renewForgotten() {
        guard let mostSixels else { return }
        let sixels = targets.indices.filter { targets[$0].picture.kind == .sixel }
        let standing = sixels.flatMap { target in
            targets[target].standing.indices.map { PictureUnit(target: target, index: $0) }
        }.filter { !pending.contains($0) }
        let oldFirst = standing.sorted { number(of: $0) < number(of: $1) }
        for unit in oldFirst {
            let coming = pending.count { targets[$0.target].picture.kind == .sixel }
            guard sixelCount + coming - number(of: unit) >= mostSixels else { return }
            targets[unit.target].standing[unit.index] = []
            pending.append(unit)
        }
    }

    private func number(of unit: PictureUnit) -> Int { targets[unit.target].numbers[unit.index] }

    private func stands(_ index: Int, of target: StandingPicture) -> Bool {
        let standing = target.standing[index]
        if target.image != nil { return !standing.isEmpty }
        return !standing.isEmpty && standing == target.picture.bytes(of: index)
    }
}

// MARK: - Painting

extension PictureWriter {
    /// The bytes of a part, without what surrounds them.
    func bytes(of unit: PictureUnit) -> [UInt8] {
        targets[unit.target].picture.bytes(of: unit.index)
    }

    /// The part at its place, and the popups again where it was written through them.
    func paint(_ unit: PictureUnit) -> [UInt8] {
        let target = targets[unit.target]
        let area = target.area(of: unit.index)
        let bytes = TerminalBytes.moveTo(column: area.x, row: area.y) + bytes(of: unit)
        guard let image = target.image else { return bytes + popups(over: target, in: area) }
        return target.covered.isEmpty ? bytes : bytes + placements(target, image: image)
    }

    /// A part was written: it stands, and kitty pictures that it hides go.
    /// - Returns: What deletes those.
    mutating func note(_ unit: PictureUnit) -> [UInt8] {
        let target = targets[unit.target]
        targets[unit.target].standing[unit.index] = bytes(of: unit)
        if target.picture.kind == .sixel {
            sixelCount += 1
            targets[unit.target].numbers[unit.index] = sixelCount
        }
        guard target.image != nil else { return [] }
        let area = target.picture.area
        let hidden = leftovers.filter { area.intersection($0.picture.area) == $0.picture.area }
        leftovers.removeAll { area.intersection($0.picture.area) == $0.picture.area }
        return hidden.compactMap(\.image).filter { $0 != target.image }
            .flatMap { KittyBytes.delete($0) }
    }

    /// All is written: whatever is left of earlier frames goes.
    mutating func finish() -> [UInt8] {
        defer { leftovers = [] }
        let kept = Set(targets.compactMap(\.image))
        return leftovers.compactMap(\.image).filter { !kept.contains($0) }
            .flatMap { KittyBytes.delete($0) }
    }
}

// MARK: - Leaving cells

extension PictureWriter {
    /// Real spaces over cells that no longer show the picture.
    ///
    /// The cells' library may clear with ECH, after which xterm brings a sixel picture back at
    /// its next repaint.
    func vacate(_ old: StandingPicture, next: [StandingPicture]) -> [UInt8] {
        guard old.mayShow(pixelsIn: old.picture.area) else { return [] }
        var gone = old.picture.area.subtracting(old.covered)
        for new in next where new.image == nil {
            if gone.isEmpty { return [] }
            guard !new.picture.area.intersection(old.picture.area).isEmpty else { continue }
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
}

// MARK: - kitty

extension PictureWriter {
    /// The parts of the picture beside the popups, as placements of the data that the terminal has.
    func placements(_ target: StandingPicture, image: UInt32) -> [UInt8] {
        let picture = target.picture
        let area = picture.area
        let unplaced = KittyBytes.unplace(image)
        guard !target.covered.isEmpty else {
            return unplaced + TerminalBytes.moveTo(column: area.x, row: area.y)
                + KittyBytes.place(image, cells: picture.dataPixels.map { _ in area })
        }
        return area.subtracting(target.covered).enumerated().reduce(unplaced) { bytes, part in
            bytes + TerminalBytes.moveTo(column: part.element.x, row: part.element.y)
                + KittyBytes.place(
                    image, placement: part.offset + 1, crop: pixels(part.element, of: picture),
                    cells: picture.dataPixels.map { _ in part.element })
        }
    }

    private func pixels(_ part: Rect, of picture: Picture) -> Rect {
        let cell = picture.dataPixels ?? cellPixels
        return Rect(
            x: (part.x - picture.area.x) * cell.width, y: (part.y - picture.area.y) * cell.height,
            width: part.width * cell.width, height: part.height * cell.height)
    }
}

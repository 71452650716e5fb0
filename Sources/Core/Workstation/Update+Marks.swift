import Imaging
import ReaderStudies

/// Shows the cross: for a new lesion when `key` is `nil`, else for the mark of a question.
func beginMark(_ state: inout WorkstationState, _ key: ItemKey?) {
    guard var reading = state.reading else { return }
    if reading.layout == .form { reading.layout = .both }
    reading.focus = .image
    reading.mode = .mark(key)
    reading.cursor = reading.middleCursor
    if let key, case .value(.mark(let mark))? = reading.answers.sheet.answers[key] {
        reading.show(mark)
    }
    state.reading = reading
}

/// Puts the mark where the cross is.
func placeMark(_ state: inout WorkstationState) -> [WorkstationEffect] {
    guard var reading = state.reading, case .mark(let key) = reading.mode,
        let mark = reading.markAtCursor
    else { return [] }
    reading.endMode()
    state.reading = reading
    if let key { return enter(&state, key, .value(.mark(mark))) }
    return addLesion(&state, mark)
}

private func addLesion(_ state: inout WorkstationState, _ mark: Mark) -> [WorkstationEffect] {
    guard let reading = state.reading, let list = reading.instrument.lesions else { return [] }
    let site = SiteID("\(list.prefix)\(reading.answers.nextLesion)")
    var entries: [ReadEntry] = [.addLesion(site)]
    let item = reading.instrument.items.first {
        if case .mark = $0.kind { return $0.placement == .lesions }
        return false
    }
    if let item { entries.append(.answer(ItemKey(site, item.id), .value(.mark(mark)))) }
    let effects = record(&state, entries)
    state.reading?.focusLesion(site)
    openList(&state)
    return effects
}

extension ReadingState {
    /// The acquired voxel under the cross.
    var markAtCursor: Mark? {
        guard let cursor, let viewer,
            let voxel = viewer.voxel(
                at: ImagePoint(column: Double(cursor.column), row: Double(cursor.row)))
        else { return nil }
        let place = viewer.position(of: voxel)
        return Mark(
            series: viewer.series, column: voxel.column, row: voxel.row, slice: voxel.slice,
            positionMM: [place.x, place.y, place.z])
    }

    /// Goes to the slice of a mark and puts the cross there.
    mutating func show(_ mark: Mark) {
        go(to: JumpHistory.Place(series: mark.series, slice: mark.slice))
        cursor = VoxelCursor(column: mark.column, row: mark.row)
    }

    /// The lesion that the question in focus belongs to.
    public var lesionInFocus: SiteID? {
        question.flatMap { answers.sheet.lesions.contains($0.site) ? $0.site : nil }
    }

    /// Marks in the slice that a viewer shows, with the names of their lesions and the pixels of that slice.
    func marks(in viewer: Viewer) -> [(name: String, pixel: VoxelCursor)] {
        allMarks.filter { $0.mark.series == viewer.series }.compactMap { name, mark in
            viewer.pixel(of: mark).map { (name, $0) }
        }
    }

    /// All marks in the order of their sites.
    var allMarks: [(name: String, mark: Mark)] {
        answers.sheet.answers.sorted { $0.key < $1.key }.compactMap { key, answer in
            if case .value(.mark(let mark)) = answer { (key.site.rawValue, mark) } else { nil }
        }
    }
}

extension Viewer {
    /// The slice of the pane in which a mark of this series is.
    func slice(of mark: Mark) -> Int? {
        guard mark.series == series else { return nil }
        let voxel = AcquiredVoxel(column: mark.column, row: mark.row, slice: mark.slice)
        return plane == .acquired ? mark.slice : geometry.nearestSlice(to: position(of: voxel))
    }

    /// The pixel of the slice in view where a mark of this series is; `nil` where it lies in another slice.
    fileprivate func pixel(of mark: Mark) -> VoxelCursor? {
        if plane == .acquired {
            return mark.slice == slice ? VoxelCursor(column: mark.column, row: mark.row) : nil
        }
        let place = position(
            of: AcquiredVoxel(column: mark.column, row: mark.row, slice: mark.slice))
        guard isInView(place) else { return nil }
        let point = point(of: place)
        return VoxelCursor(column: Int(point.column.rounded()), row: Int(point.row.rounded()))
    }
}

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
    return effects
}

extension ReadingState {
    /// The voxel under the cross.
    var markAtCursor: Mark? {
        guard let cursor, let viewer else { return nil }
        let place = viewer.volume.geometry.position(
            column: Double(cursor.column), row: Double(cursor.row), slice: viewer.slice)
        return Mark(
            series: viewer.series, column: cursor.column, row: cursor.row, slice: viewer.slice,
            positionMM: [place.x, place.y, place.z])
    }

    /// Goes to the slice of a mark and puts the cross there.
    mutating func show(_ mark: Mark) {
        guard let index = viewers.firstIndex(where: { $0.series == mark.series }) else { return }
        show(index)
        go(to: mark.slice)
        cursor = VoxelCursor(column: mark.column, row: mark.row)
    }

    /// The lesion that the question in focus belongs to.
    public var lesionInFocus: SiteID? {
        question.flatMap { answers.sheet.lesions.contains($0.site) ? $0.site : nil }
    }

    /// Marks on a slice of a series, with the names of their lesions.
    func marks(on series: SeriesToken, slice: Int) -> [(name: String, mark: Mark)] {
        allMarks.filter { $0.mark.series == series && $0.mark.slice == slice }
    }

    /// All marks in the order of their sites.
    var allMarks: [(name: String, mark: Mark)] {
        answers.sheet.answers.sorted { $0.key < $1.key }.compactMap { key, answer in
            if case .value(.mark(let mark)) = answer { (key.site.rawValue, mark) } else { nil }
        }
    }
}

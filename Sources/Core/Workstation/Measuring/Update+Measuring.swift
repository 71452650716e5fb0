import Imaging
import Instruments
import ReaderStudies

/// Commands that draw on the picture to measure.
func performMeasuring(
    _ state: inout WorkstationState, _ command: Command
) -> [WorkstationEffect] {
    guard var reading = state.reading else { return [] }
    switch command {
    case .measure(let tool): reading.beginMeasuring(tool)
    case .placePoint: return placePoint(&state)
    case .closeOutline:
        if reading.board.finish() { state.notice = offer(state, reading) }
    case .handle(let step): reading.chooseHandle(step)
    case .measurement(let step): reading.chooseMeasurement(step)
    case .measurements: state.popup = .measurements(selected: 0)
    case .deleteDrawn: reading.deleteDrawn()
    case .undoDrawn: reading.board.step(back: true)
    case .redoDrawn: reading.board.step(back: false)
    case .windowOfRegion: windowOfRegion(&state, &reading)
    case .takeValue: return takeValue(&state)
    case .paint(let erasing): paint(&state, &reading, erasing: erasing)
    case .brushSize(let step): reading.resizeBrush(step)
    case .brushLayer: reading.changeLayer()
    default: break
    }
    reading.log.change()
    state.reading = reading
    return []
}

/// Puts a point where the cross is; on a finished measurement it answers the question in focus.
private func placePoint(_ state: inout WorkstationState) -> [WorkstationEffect] {
    guard var reading = state.reading, case .measure(let tool) = reading.mode,
        let viewer = reading.viewer, let cursor = reading.cursor
    else { return [] }
    if reading.board.handle != nil {
        reading.board.handle = nil
    } else if tool == .brush {
        paint(&state, &reading, erasing: false)
    } else if reading.board.drawing.draft == nil, reading.board.chosenMeasurement != nil,
        reading.fits(state)
    {
        return takeValue(&state)
    } else if let draft = reading.board.drawing.draft, draft.place != DrawnPlace(viewer) {
        state.notice = .attention(
            "The \(draft.tool.title) was begun on slice \(draft.place.slice + 1). Go back there, or Esc forgets it."
        )
        return []
    } else if reading.addPoint(cursor.point, with: tool, viewer) {
        state.notice = offer(state, reading)
    }
    state.reading = reading
    return []
}

/// What a finished measurement says, and how it becomes the answer.
private func offer(_ state: WorkstationState, _ reading: ReadingState) -> Notice? {
    var copy = state
    copy.reading = reading
    guard let values = reading.measuredText else { return nil }
    guard let question = reading.askedQuestion, reading.fits(copy) else {
        return .done("\(values).")
    }
    return .done("\(values). \(state.key(.takeValue)) takes it as \(question.label).")
}

/// Takes the value of what is chosen as the answer to the question in focus.
private func takeValue(_ state: inout WorkstationState) -> [WorkstationEffect] {
    guard let reading = state.reading, let key = reading.question else { return [] }
    guard let (answer, measured) = reading.fittingAnswer(state) else {
        state.notice = .attention(
            "\(reading.measuredText ?? "Nothing is measured") and does not answer this question.")
        return []
    }
    let effects = enter(&state, key, .value(answer), measured: measured)
    guard state.notice?.kind != .attention else { return effects }
    guard var answered = state.reading else { return effects }
    answered.endMode()
    answered.focus = answered.layout == .image ? .image : .form
    state.reading = answered
    return effects + takeCompanion(&state, of: key)
}

/// The next question takes another number of the same lines, when it is measured with the same tool: the short
/// axis after the long one.
private func takeCompanion(
    _ state: inout WorkstationState, of key: ItemKey
) -> [WorkstationEffect] {
    guard let reading = state.reading, let next = reading.question, next != key,
        next.site == key.site, let tool = reading.form.question(next)?.item.drawing?.tool,
        tool == reading.form.question(key)?.item.drawing?.tool,
        reading.fittingAnswer(state) != nil
    else { return [] }
    return takeValue(&state)
}

private func windowOfRegion(_ state: inout WorkstationState, _ reading: inout ReadingState) {
    guard var viewer = reading.viewer, let drawn = reading.board.chosenMeasurement,
        case .region(let region)? = drawn.tool.measurement(drawn.points)
    else { return }
    do {
        let window = try viewer.shown.window(
            of: region, slice: drawn.place.slice, from: 1, to: 99)
        viewer.voi = .window(viewer.source.limits.allowed(window))
        reading.viewer = viewer
    } catch {
        state.notice = .attention(error.description)
    }
}

/// Paints a round area at the cross, or takes it away.
func paint(
    _ state: inout WorkstationState, _ reading: inout ReadingState, erasing: Bool,
    isStroke: Bool = false
) {
    guard let viewer = reading.viewer, let cursor = reading.cursor, viewer.isAcquired else {
        return
    }
    var painting = reading.board.drawing.paintings[viewer.series] ?? Painting(viewer.geometry)
    do {
        try painting.paint(
            cursor.point, slice: viewer.slice, erasing: erasing, in: viewer.geometry)
    } catch {
        state.notice = .attention(error.description)
        return
    }
    let body: (inout MeasuringBoard.Drawing) -> Void = {
        $0.paintings[viewer.series] = painting
    }
    if isStroke { reading.board.adjust(body) } else { reading.board.change(body) }
}

extension VoxelCursor {
    /// The middle of the pixel.
    var point: ImagePoint { ImagePoint(column: Double(column), row: Double(row)) }
}

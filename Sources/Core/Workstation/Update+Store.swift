import Imaging
import Instruments
import ReaderStudies

/// A read was opened.
func open(
    _ state: inout WorkstationState, _ opened: OpenedRead, _ instrument: Instrument,
    _ volumes: [SeriesToken: ImageVolume]
) -> [WorkstationEffect] {
    var reading = ReadingState(
        opened, instrument: instrument, volumes: volumes, beside: ReadingLayout.roomyPanes(state))
    guard !reading.series.isEmpty else {
        state.notice = .refused("This case has no images. Tell the coordinator.")
        return [.leave]
    }
    reading.keepQuestionOnForm()
    reading.board.load(
        opened.sheet.measurements.sorted { $0.key < $1.key }.map(\.value),
        geometries: volumes.mapValues(\.geometry))
    reading.log.change()
    state.popup = nil
    state.consequences = nil
    if let remark = reading.remark { state.notice = .attention(remark) }
    if let refusal = reading.planeRefusal { state.notice = .attention("\(refusal)") }
    state.screen = .reading(reading)
    state.count(at: state.nowMS)
    return []
}

/// The oldest waiting entry is durable.
func confirm(_ state: inout WorkstationState, _ number: Int) -> [WorkstationEffect] {
    guard var reading = state.reading else { return [] }
    let next = reading.answers.confirm(number)
    state.reading = reading
    return next.map { [.record($0)] } ?? []
}

/// Something was refused: it is said on the screen, and nothing typed is lost.
func takeRefusal(
    _ state: inout WorkstationState, _ effect: WorkstationEffect, _ refusal: AccessRefusal
) -> [WorkstationEffect] {
    state.notice = .refused(refusal.sentence)
    switch effect {
    case .record:
        state.reading?.answers.refuse(refusal)
        state.reading?.keepQuestionOnForm()
    case .sign(let view): state.reading?.looked.putBack(view.looks)
    case .recordView(let view):
        state.reading?.looked.putBack(view.looks)
        state.reading?.log.putBack()
        state.reading?.toldDisplay = nil
    case .leave: return state.isLeaving ? [.quit] : []
    default: break
    }
    return []
}

/// The terminal is gone: keep what can be kept and end.
func hangUp(_ state: inout WorkstationState, _ nowMS: Int) -> [WorkstationEffect] {
    guard state.reading != nil else { return [.quit] }
    state.nowMS = nowMS
    state.count(at: nowMS)
    state.isLeaving = true
    return flushed(&state) + [.leave]
}

/// Where the reader looks now, with what was looked at since the store was last told.
func takenView(_ state: inout WorkstationState) -> ViewState? {
    guard var reading = state.reading else { return nil }
    var view = viewState(of: state, reading)
    view.looks = reading.looked.take()
    state.reading = reading
    return view
}

/// Where the reader looks now, with how the picture is shown.
func viewState(of state: WorkstationState, _ reading: ReadingState) -> ViewState {
    reading.viewState(display: DisplayRecord(state, reading))
}

extension DisplayRecord {
    /// How the active picture is shown.
    init(_ state: WorkstationState, _ reading: ReadingState) {
        greys = Renderer.greys(state)
        renderer = Renderer.name(state)
        isAlone = ReadingLayout(state, reading).panes.count < reading.panes.count
        scale = reading.geometry(state)?.mapping.scale ?? 0
        facts = DisplayFacts(
            terminal: state.capabilities.name, multiplexer: state.capabilities.multiplexer,
            colors: state.capabilities.colors.rawValue, columns: state.size.width,
            rows: state.size.height, cellWidthPX: state.capabilities.cellWidthPX,
            cellHeightPX: state.capabilities.cellHeightPX, pattern: state.pattern)
    }
}

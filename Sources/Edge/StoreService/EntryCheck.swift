import Instruments
import ReaderStudies

/// Decides whether an entry or a view fits the open read, whatever the screen thinks.
struct EntryCheck {
    let open: OpenCase

    func check(_ entry: ReadEntry) throws(AccessRefusal) {
        do { try open.form.validate(entry) } catch { throw .invalidEntry(error.sentence) }
        guard case .answer(_, let answer, let measured) = entry else { return }
        if case .value(.mark(let mark)) = answer { try check(mark) }
        if let measured { try MeasurementCheck(series: open.series).check(measured) }
    }

    func check(_ view: ViewState) throws(AccessRefusal) {
        try check(slices: [view.slice], of: view.series)
        for (token, slices) in view.seen { try check(slices: slices, of: token) }
        for (token, slices) in view.keyImages ?? [:] { try check(slices: slices, of: token) }
        for look in view.looks ?? [] { try check(look) }
        for pane in view.hung?.panes ?? [] { try check(pane) }
        let numbers = [
            view.windowCenter, view.windowWidth, view.zoom, view.centerColumn, view.centerRow,
            view.pixelScale,
        ]
        guard numbers.allSatisfy(\.isFinite), view.activeMS >= 0 else {
            throw .invalidEntry("The view holds a number that is not finite.")
        }
    }

    private func check(_ look: Look) throws(AccessRefusal) {
        try check(slices: [look.slice], of: look.series)
        let picture = look.picture.map {
            [$0.pixelAspect, $0.zoom, $0.centerColumn, $0.centerRow]
        }
        let numbers =
            [look.windowCenter, look.windowWidth, look.pixelScale] + (picture ?? [])
            + (look.plane?.numbers ?? [])
        guard numbers.allSatisfy(\.isFinite), look.shownMS >= 0 else {
            throw .invalidEntry("The view holds a number that is not finite.")
        }
    }

    private func check(_ pane: PaneRecord) throws(AccessRefusal) {
        try check(slices: [pane.slice], of: pane.series)
        guard pane.numbers.allSatisfy(\.isFinite) else {
            throw .invalidEntry("The view holds a number that is not finite.")
        }
    }

    private func check(_ mark: Mark) throws(AccessRefusal) {
        guard let series = open.series.first(where: { $0.token == mark.series }),
            (0..<series.columns).contains(mark.column), (0..<series.rows).contains(mark.row),
            (0..<series.slices).contains(mark.slice), mark.positionMM.allSatisfy(\.isFinite)
        else { throw .invalidEntry("The mark lies outside the images of this case.") }
    }

    private func check(slices: [Int], of token: SeriesToken) throws(AccessRefusal) {
        guard let series = open.series.first(where: { $0.token == token }),
            slices.allSatisfy({ (0..<series.slices).contains($0) })
        else { throw .invalidEntry("The view lies outside the images of this case.") }
    }
}

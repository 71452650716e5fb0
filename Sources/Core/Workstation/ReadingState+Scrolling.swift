import Imaging
import ReaderStudies

extension ReadingState {
    /// Goes to a slice of the pane that takes the keys; linked panes follow.
    mutating func go(to slice: Int) {
        guard var viewer else { return }
        viewer.go(to: slice)
        self.viewer = viewer
        lookAtSlice()
        followLink()
    }

    /// Shows another series in the pane that takes the keys, passing over one that stands beside it.
    mutating func changeSeries(by step: Int, beside isBeside: Bool) {
        guard series.count > 1, let viewer,
            var next = series.firstIndex(where: { $0.token == viewer.series })
        else { return }
        let isCrowded = !isBeside || series.count <= panes.count
        let others = Set(
            isCrowded ? [] : panes.indices.filter { $0 != pane }.map { panes[$0].series })
        repeat {
            next = (next + step + series.count) % series.count
        } while others.contains(series[next].token)
        show(series[next])
        if isLinked { current.panes[pane].go(near: localPoint(in: panes[pane])) }
        cursor = cursor == nil ? nil : middleCursor
    }

    /// Ends a mode; a mark that was not placed is forgotten, also a number being typed.
    mutating func endMode() {
        mode = .scroll
        cursor = nil
        entry = nil
        board.cancel()
    }

    /// Where a new cross stands: in the middle of the view.
    var middleCursor: VoxelCursor? {
        viewer.map {
            VoxelCursor(
                column: Int($0.center.column.rounded()), row: Int($0.center.row.rounded()))
        }
    }

    /// Moves the view so that the cross stays inside.
    mutating func keepCursorInView(_ state: WorkstationState) {
        guard let cursor, var viewer, let geometry = geometry(state) else { return }
        let point = ImagePoint(column: Double(cursor.column), row: Double(cursor.row))
        guard geometry.mapping.panePixel(point) == nil else { return }
        viewer.center = point
        self.viewer = viewer
    }

    /// The picture of the pane that takes the keys, on the screen of `state`.
    func geometry(_ state: WorkstationState) -> PictureGeometry? {
        geometry(state, pane: pane)
    }

    /// The picture of a pane on the screen of `state`; `nil` when it is not shown.
    func geometry(_ state: WorkstationState, pane: Int) -> PictureGeometry? {
        let shown = ReadingLayout(state, self).panes
        guard let place = shown.first(where: { $0.pane == pane }) else { return nil }
        return PictureGeometry(state, panes[pane], body: place.body)
    }
}

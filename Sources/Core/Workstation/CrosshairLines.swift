import Imaging

/// A line over a picture, between two points of the slice.
struct PaneLine: Hashable {
    let start: ImagePoint
    let end: ImagePoint
}

extension ReadingState {
    /// The focal point in a pane, while the crosshair is shown and the slice in view holds it.
    func crosshair(in viewer: Viewer) -> ImagePoint? {
        let place = localPoint(in: viewer)
        guard showsCrosshair, viewer.geometry.nearestSlice(to: place) == viewer.slice else {
            return nil
        }
        return viewer.point(of: place)
    }

    /// Where the slices of the other panes on the screen cut the slice of a pane, while the crosshair is shown.
    func cutLines(in pane: Int, shown: [Int]) -> [PaneLine] {
        guard showsCrosshair else { return [] }
        let viewer = panes[pane]
        let offset = (offsets[viewer.series] ?? Vector3(0, 0, 0))
        return shown.filter { $0 != pane }.compactMap { index in
            let other = panes[index]
            let shift = offset - (offsets[other.series] ?? Vector3(0, 0, 0))
            let line = CutLine(
                planeThrough: other.geometry.positions[other.slice] + shift,
                normal: other.geometry.normal, slice: viewer.slice, of: viewer.geometry)
            return line.map { PaneLine(start: $0.start, end: $0.end) }
        }
    }
}

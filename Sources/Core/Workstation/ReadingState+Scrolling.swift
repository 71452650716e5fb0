import Imaging
import ReaderStudies

extension ReadingState {
    /// Goes to a slice of the active series; a linked one follows.
    mutating func go(to slice: Int) {
        guard var viewer else { return }
        viewer.go(to: slice)
        self.viewer = viewer
        followLink()
    }

    /// Shows another series in the active slot, passing over one that stands beside it.
    mutating func changeSeries(by step: Int, beside isBeside: Bool) {
        guard viewers.count > 1 else { return }
        let others = isBeside && viewers.count > slots.count ? slots.filter { $0 != active } : []
        var next = active
        repeat { next = (next + step + viewers.count) % viewers.count } while others.contains(next)
        let before = viewer
        show(next)
        if isLinked, let before, viewers[active].isParallel(to: before) {
            viewers[active].go(near: before.position(of: before.slice))
        }
        cursor = cursor == nil ? nil : middleCursor
    }

    /// Brings the series beside to the slice nearest to the active one.
    mutating func followLink() {
        guard isLinked, let viewer else { return }
        let place = viewer.position(of: viewer.slice)
        // Slices that cross each other have no slice in common to go to.
        for index in slots where index != active && viewers[index].isParallel(to: viewer) {
            viewers[index].go(near: place)
        }
    }

    /// Ends a mode; a mark that was not placed is forgotten, also a number being typed.
    mutating func endMode() {
        mode = .scroll
        cursor = nil
        entry = nil
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

    /// The picture of the active viewer on the screen of `state`.
    func geometry(_ state: WorkstationState) -> PictureGeometry? {
        let panes = ReadingLayout(state, self).panes
        guard let pane = panes.first(where: { $0.viewer == active }), let viewer else { return nil }
        return PictureGeometry(state, viewer, body: pane.body)
    }
}

extension Viewer {
    /// The middle of a slice in patient millimetres.
    func position(of slice: Int) -> Vector3 {
        let middle = ImagePoint.middle(of: volume.geometry)
        return volume.geometry.position(column: middle.column, row: middle.row, slice: slice)
    }

    /// Whether the slices lie in the planes of another series, within 15°.
    func isParallel(to other: Viewer) -> Bool {
        abs(volume.geometry.normal.dot(other.volume.geometry.normal)) > 0.966
    }

    /// Goes to the slice whose plane is nearest to a place in the patient.
    mutating func go(near place: Vector3) {
        let normal = volume.geometry.normal
        let depth = place.dot(normal)
        let distances = volume.geometry.positions.map { abs($0.dot(normal) - depth) }
        guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }) else {
            return
        }
        go(to: nearest)
    }
}

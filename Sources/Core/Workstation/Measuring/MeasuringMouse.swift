import Imaging
import ReaderStudies

/// The left button went down while measuring: it takes hold of a point, paints, or sets a point.
func pressMeasuring(
    _ state: inout WorkstationState, _ place: MousePlace
) {
    guard var reading = state.reading, case .measure(let tool) = reading.mode,
        let viewer = reading.viewer, let geometry = reading.geometry(state),
        let voxel = geometry.voxel(place)
    else { return }
    let held = reading.board.drawing.draft == nil ? reading.handle(near: place, geometry) : nil
    reading.cursor = voxel
    reading.board.press = MeasuringPress(voxel: voxel, holdsHandle: held != nil)
    if let held {
        reading.board.chosen = held.measurement
        reading.board.handle = held.point
    } else if tool == .brush {
        paint(&state, &reading, erasing: false)
    } else if reading.board.drawing.draft.map({ $0.place == DrawnPlace(viewer) }) ?? true {
        reading.board.handle = nil
        _ = reading.addPoint(voxel.point, with: tool, viewer)
    }
    state.reading = reading
}

/// The mouse moved with the button down.
func dragMeasuring(_ state: inout WorkstationState, to place: MousePlace) {
    guard var reading = state.reading, var press = reading.board.press,
        case .measure(let tool) = reading.mode,
        let voxel = reading.geometry(state)?.voxel(place), voxel != reading.cursor
    else { return }
    reading.cursor = voxel
    press.hasMoved = true
    reading.board.press = press
    if tool == .brush {
        paint(&state, &reading, erasing: false, isStroke: true)
    } else {
        reading.followCursor()
    }
    state.reading = reading
}

/// The button went up: a drag ends a line, a box or a free outline.
func releaseMeasuring(_ state: inout WorkstationState) {
    guard var reading = state.reading, let press = reading.board.press else { return }
    reading.board.press = nil
    if press.holdsHandle {
        reading.board.handle = nil
    } else if press.hasMoved, case .measure(let tool) = reading.mode, let viewer = reading.viewer,
        let cursor = reading.cursor
    {
        if tool == .freehand {
            _ = reading.board.finish()
        } else if tool != .brush, reading.board.drawing.draft != nil {
            _ = reading.addPoint(cursor.point, with: tool, viewer)
        }
    }
    state.reading = reading
}

extension ReadingState {
    /// The point of a finished measurement within a cell of the mouse.
    fileprivate func handle(
        near place: MousePlace, _ geometry: PictureGeometry
    ) -> (measurement: Int, point: Int)? {
        guard let viewer else { return nil }
        let cells = geometry.pixelsPerCell
        for index in board.indexes(on: DrawnPlace(viewer)).reversed() {
            let points = board.drawing.finished[index].points
            let near = points.firstIndex { point in
                let pane = geometry.mapping.panePoint(point)
                let x = Double(geometry.area.x) + pane.x / cells.across
                let y = Double(geometry.area.y) + pane.y / cells.down
                return abs(x - place.x) <= 1 && abs(y - place.y) <= 0.6
            }
            if let near { return (index, near) }
        }
        return nil
    }
}

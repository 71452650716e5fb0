import Glibc
import Imaging
import TerminalUI

/// A place of the mouse in cells; a part of a cell where the terminal tells pixels.
struct MousePlace: Hashable, Sendable {
    let x: Double
    let y: Double

    init(_ mouse: MouseInput, _ capabilities: TerminalCapabilities) {
        guard capabilities.tellsMousePixels, let width = capabilities.cellWidthPX,
            let height = capabilities.cellHeightPX
        else {
            // Without pixels the middle of the cell is meant.
            (x, y) = (Double(mouse.x) + 0.5, Double(mouse.y) + 0.5)
            return
        }
        (x, y) = (Double(mouse.x) / Double(width), Double(mouse.y) / Double(height))
    }

    /// The cell.
    var column: Int { Int(x) }
    /// The cell.
    var row: Int { Int(y) }
}

/// What a button that is down does to the picture: left changes the window, middle moves it, right zooms.
struct MouseDrag: Sendable {
    /// The button: 0 left, 1 middle, 2 right.
    let button: Int
    /// Where it went down.
    let from: MousePlace
    /// The picture at that moment: every move counts from there, so that nothing adds up.
    let start: Viewer
    /// Pane pixels a cell, and screen pixels for one image pixel, at that moment.
    let geometry: PictureGeometry
    /// Whether the mouse has moved far enough to be no click.
    var isMoving = false

    /// A click may wander so far, in cells.
    static let slack = 0.5
    /// So many rows up double the zoom.
    static let rowsPerDoubling = 6.0

    /// The picture after a move.
    func moved(to place: MousePlace) -> Viewer {
        var viewer = start
        let right = place.x - from.x
        let down = place.y - from.y
        switch button {
        case 0:
            let step = start.source.limits.step(start.window)
            viewer.moveWindow(
                center: (step * -down).rounded(toStep: step),
                width: (step * right).rounded(toStep: step))
        case 1: pan(&viewer, right: right, down: down)
        default:
            let scale = geometry.mapping.scale
            viewer.zoom(
                to: scale * exp2(-down / Self.rowsPerDoubling), from: scale,
                around: imagePoint(from))
        }
        return viewer
    }

    /// The place of the slice under the mouse when the button went down.
    func imagePoint(_ place: MousePlace) -> ImagePoint { geometry.imagePoint(place) }

    private func pan(_ viewer: inout Viewer, right: Double, down: Double) {
        let mapping = geometry.mapping
        let middle = mapping.panePoint(start.center)
        let cells = geometry.pixelsPerCell
        viewer.center = mapping.imagePoint(
            x: middle.x - right * cells.across, y: middle.y - down * cells.down
        ).kept(in: start.geometry)
        if viewer.zoom.scaleOrZero == 0 { viewer.zoom = .scale(mapping.scale) }
    }
}

/// A button that went down and up in one place.
struct MouseClick: Hashable, Sendable {
    let place: MousePlace
    let atMS: Int

    /// Two clicks within this time in one cell are a double click, in milliseconds.
    static let doubleMS = 400
}

extension Double {
    /// Whole numbers where steps are whole ones.
    fileprivate func rounded(toStep step: Double) -> Double { step >= 1 ? rounded() : self }
}

extension PictureGeometry {
    /// Pixels of the pane in a cell.
    var pixelsPerCell: (across: Double, down: Double) {
        (
            Double(mapping.pane.width) / Double(area.width),
            Double(mapping.pane.height) / Double(area.height)
        )
    }

    /// The place of the slice under a place of the mouse.
    func imagePoint(_ place: MousePlace) -> ImagePoint {
        let cells = pixelsPerCell
        return mapping.imagePoint(
            x: (place.x - Double(area.x)) * cells.across,
            y: (place.y - Double(area.y)) * cells.down)
    }

    /// The voxel under a place of the mouse; `nil` outside of the slice.
    func voxel(_ place: MousePlace) -> VoxelCursor? {
        guard area.contains(column: place.column, row: place.row) else { return nil }
        let cells = pixelsPerCell
        return mapping.voxel(
            x: Int((place.x - Double(area.x)) * cells.across),
            y: Int((place.y - Double(area.y)) * cells.down)
        ).map { VoxelCursor(column: $0.column, row: $0.row) }
    }
}

import Imaging
import TerminalGraphics
import TerminalUI

/// Which cells a picture fills, and which of its pixels show which part of the slice.
struct PictureGeometry {
    /// The cells of the picture, without the letters beside it.
    let area: Rect
    /// Pane pixels to voxels.
    let mapping: PaneMapping
    /// The zoom that `mapping` was made with.
    let zoom: Double

    /// Columns left free at each side for the letters.
    static let letterColumns = 3

    /// The picture of `viewer` in the cells of a pane, as large as its zoom asks.
    init(_ state: WorkstationState, _ viewer: Viewer, body: Rect) {
        let renderer = Renderer.make(state)
        let cell = Renderer.cell(state)
        let inner = body.inset(columns: Self.letterColumns)
        let largest = Rect(
            x: inner.x, y: inner.y, width: max(1, inner.width), height: max(1, inner.height))
        let full = Self.mapping(
            viewer, renderer.pane(columns: largest.width, rows: largest.height, cell: cell),
            zoom: viewer.zoom)
        area = Self.trimmed(largest, to: full, viewer)
        zoom = full.scale
        mapping = Self.mapping(
            viewer, renderer.pane(columns: area.width, rows: area.height, cell: cell),
            zoom: .scale(zoom))
    }

    private static func mapping(_ viewer: Viewer, _ pane: Pane, zoom: Zoom) -> PaneMapping {
        PaneMapping(
            viewer.geometry, pane: pane, orientation: viewer.orientation, zoom: zoom,
            center: viewer.center, resampling: viewer.resampling)
    }

    /// The cells that the slice really fills: the rest would be black pixels for nothing.
    private static func trimmed(_ area: Rect, to mapping: PaneMapping, _ viewer: Viewer) -> Rect {
        let turned = viewer.orientation.transposed
        let geometry = viewer.geometry
        return area.trimmed(
            to: mapping, across: Double(turned ? geometry.rows : geometry.columns),
            down: Double(turned ? geometry.columns : geometry.rows))
    }
}

extension Rect {
    /// The cells in the middle that a picture of `across` by `down` pixels fills in them.
    func trimmed(to mapping: PaneMapping, across: Double, down: Double) -> Rect {
        let columns = Self.cells(across * mapping.scaleX, mapping.pane.width, width)
        let rows = Self.cells(down * mapping.scaleY, mapping.pane.height, height)
        return Rect(
            x: x + (width - columns) / 2, y: y + (height - rows) / 2, width: columns, height: rows)
    }

    /// Cells, 1 to `cells`, for `pixels` of a pane that has `panePixels` in `cells`.
    private static func cells(_ pixels: Double, _ panePixels: Int, _ cells: Int) -> Int {
        let needed = (pixels * Double(cells) / Double(panePixels) - 0.01).rounded(.up)
        return min(cells, max(1, Int(needed)))
    }
}

extension PictureGeometry {
    /// Where a point of the pane is in the patient, millimetres; whole numbers are edges of pane pixels.
    func position(x: Double, y: Double, _ viewer: Viewer) -> Vector3 {
        viewer.position(of: mapping.imagePoint(x: x, y: y))
    }

    /// Where a position in the patient is on the pane, seen straight onto the slice in view; may lie outside.
    func panePoint(_ position: Vector3, _ viewer: Viewer) -> (x: Double, y: Double) {
        mapping.panePoint(viewer.point(of: position))
    }
}

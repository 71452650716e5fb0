import Imaging
import ReaderStudies
import TerminalGraphics
import TerminalUI

/// All that decides the pixels of a picture.
struct PictureRequest: Hashable {
    let series: SeriesToken
    let plane: ShownPlane
    let slab: Slab?
    let slice: Int
    let voi: VOI
    let isInverted: Bool
    let mapping: PaneMapping
    let area: Rect
    var renderer: GreyRenderer
    let cell: CellSize
    /// The greys that cells can have beside the renderer, for previews; `nil` when there are none.
    let colors: CellColors?
    /// Pixels of the slice with a mark.
    let marks: [VoxelCursor]
    /// The cross that is being moved.
    let cursor: VoxelCursor?
    /// Where other panes' slices cut this one.
    let lines: [PaneLine]
    /// The place at which all panes look.
    let crosshair: ImagePoint?
    /// What is drawn to measure.
    var overlay: MeasureOverlay?

    /// The slice with its lines, its marks and the cross.
    func marked(_ greys: GreyImage) -> GreyImage {
        var greys = greys
        drawLines(&greys)
        overlay?.draw(on: &greys, mapping)
        for mark in marks { draw(mark, on: &greys, reach: 1) }
        if let cursor { draw(cursor, on: &greys, reach: 3) }
        return greys
    }

    /// The full picture; `image` gives the ids of kitty pictures.
    func pictures(_ greys: GreyImage, image: () -> UInt32) -> [Picture] {
        pictures(greys, column: 0, row: 0, image: image)
    }

    /// The full picture in strips of whole cells of about `bytes` bytes, when it has about `full` as a whole.
    ///
    /// - Parameter most: How many strips of sixels there may be; those are cut on their way where they are too large.
    func strips(
        _ greys: GreyImage, bytes: Int, full: Int, most: Int, image: () -> UInt32
    ) -> [Picture] {
        guard renderer.hasPixels else { return pictures(greys, image: image) }
        if case .sixel(let options) = renderer {
            let across = (greys.width + options.maximumWidth - 1) / options.maximumWidth
            return sixelStrips(greys, bytes: bytes, full: full, most: max(1, most / max(1, across)))
        }
        // A strip has a header of its own: below 3 kB it would be most of it.
        let share = Double(max(bytes, 3072)) / Double(max(1, full))
        let cells = max(1, Int(share * Double(area.width * area.height) * 0.9))
        let columns = min(area.width, cells)
        let rows = max(1, cells / area.width)
        return stride(from: 0, to: area.height, by: rows).flatMap { row in
            stride(from: 0, to: area.width, by: columns).flatMap { column in
                let part = greys.part(
                    x: column * cell.width, y: row * cell.height, width: columns * cell.width,
                    height: rows * cell.height)
                return pictures(part, column: column, row: row, image: image)
            }
        }
    }

    /// Strips of whole rows: each has a header of its own, and its last six rows of pixels are sent whole.
    private func sixelStrips(
        _ greys: GreyImage, bytes: Int, full: Int, most: Int
    ) -> [Picture] {
        let least = (area.height + most - 1) / most
        let rows = max(least, area.height * bytes / max(1, full), 1)
        return stride(from: 0, to: area.height, by: rows).flatMap { row in
            let part = greys.part(
                x: 0, y: row * cell.height, width: greys.width, height: rows * cell.height)
            return pictures(part, column: 0, row: row) { 0 }
        }
    }

    /// The same picture for links on which bytes take longer than making few of them.
    var smaller: PictureRequest {
        var copy = self
        copy.renderer = renderer.smaller
        return copy
    }

    private func pictures(
        _ greys: GreyImage, column: Int, row: Int, image: () -> UInt32
    ) -> [Picture] {
        guard greys.width > 0, greys.height > 0 else { return [] }
        let place = Rect(
            x: area.x + column, y: area.y + row, width: area.width, height: area.height)
        return renderer.pictures(greys, area: place, cell: cell, image: image())
    }

    /// A coarse picture over the same cells in about `bytes` bytes, when there is one; the full one has about `full`.
    func preview(
        _ greys: GreyImage, bytes: Int, full: Int, image: () -> UInt32
    ) -> [Picture]? {
        let id = image()
        guard
            let preview = Preview(
                of: greys, by: renderer.numbered(id), cell: cell, columns: area.width,
                rows: area.height, colors: colors, bytes: bytes, full: full)
        else { return nil }
        var picture = Picture(
            area: area, kind: preview.renderer.kind(id), rows: preview.chunks,
            identity: ~preview.renderer.identity(of: greys), isFull: false)
        picture.dataPixels = preview.dataPixels.map { Size(width: $0.width, height: $0.height) }
        return [picture]
    }

    /// The crosshair: the other panes' slices as lines, and a cross at the place itself, which stays free.
    private func drawLines(_ greys: inout GreyImage) {
        let gap = Double(max(2, min(greys.width, greys.height) / 16))
        let free = crosshair.map(mapping.panePoint)
        for line in lines {
            greys.drawLine(
                from: mapping.panePoint(line.start), to: mapping.panePoint(line.end), free: free,
                gap: gap)
        }
        guard let crosshair, lines.isEmpty else { return }
        draw(VoxelCursor(crosshair), on: &greys, reach: 3)
    }

    /// A cross of `reach` eightieths of the pane, the voxel itself left free.
    private func draw(_ voxel: VoxelCursor, on greys: inout GreyImage, reach: Int) {
        let point = ImagePoint(column: Double(voxel.column), row: Double(voxel.row))
        guard let pixel = mapping.panePixel(point) else { return }
        let unit = max(1, min(greys.width, greys.height) / 80)
        let gap = max(2, unit)
        // In cells a line is thick as it is: there it is shorter, and leaves the neighbours free too.
        let arm = unit * (reach * 2 + 1) + (unit == 1 ? -1 : 1)
        greys.drawCross(
            x: pixel.x, y: pixel.y, arm: max(gap + 2, arm), gap: gap, thickness: max(1, unit / 4))
    }
}

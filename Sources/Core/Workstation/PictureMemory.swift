import Imaging
import ReaderStudies
import TerminalGraphics
import TerminalUI

/// Pictures of the last frame, so that a key that changes only the form makes no picture anew.
///
/// It changes nothing that one sees: without it the same bytes are made again.
public struct PictureMemory {
    private var panes: [Int: Entry] = [:]
    private var tables: [SeriesToken: GreyTable] = [:]

    /// An empty memory.
    public init() {}

    private struct Entry {
        let request: PictureRequest
        let pictures: [Picture]
        /// The kitty id in use.
        let image: UInt32
    }

    /// The pictures for a request in a pane: one, or tiles where the terminal draws no large ones.
    mutating func pictures(
        _ request: PictureRequest, pane: Int, of viewer: Viewer
    ) -> [Picture] {
        if let entry = panes[pane], entry.request == request { return entry.pictures }
        let old = panes[pane].map(\.image)
        // Two ids a pane in turn: the new picture stands before the old one goes.
        let first = UInt32(pane * 2 + 1)
        let image = old == first ? first + 1 : first
        let pictures = request.pictures(greys(request, viewer), image: image, replaces: old)
        panes[pane] = Entry(request: request, pictures: pictures, image: image)
        return pictures
    }

    /// Forgets what is on the screen: everything is made and sent anew.
    public mutating func forget() { panes = [:] }

    private mutating func greys(_ request: PictureRequest, _ viewer: Viewer) -> GreyImage {
        let mapping = viewer.volume.greyMapping(
            slice: request.slice, voi: request.voi, inverted: request.isInverted)
        var table = tables[request.series] ?? GreyTable(mapping)
        table.update(to: mapping)
        tables[request.series] = table
        return viewer.volume.greys(slice: request.slice, through: table)
            .shown(through: request.mapping)
    }
}

/// All that decides the pixels of a picture.
struct PictureRequest: Hashable {
    let series: SeriesToken
    let slice: Int
    let voi: VOI
    let isInverted: Bool
    let mapping: PaneMapping
    let area: Rect
    let renderer: GreyRenderer
    let cell: CellSize
    /// Voxels with a mark.
    let marks: [VoxelCursor]
    /// The cross that is being moved.
    let cursor: VoxelCursor?

    /// The pictures that show `greys`.
    func pictures(_ greys: GreyImage, image: UInt32, replaces: UInt32?) -> [Picture] {
        var greys = greys
        for mark in marks { draw(mark, on: &greys, reach: 1) }
        if let cursor { draw(cursor, on: &greys, reach: 3) }
        var renderer = renderer
        if case .kitty = renderer {
            renderer = .kitty(KittyOptions(image: image, replaces: replaces))
        }
        let identity = renderer.identity(of: greys)
        return renderer.encode(greys, cell: cell).map { tile in
            Picture(
                area: Rect(
                    x: area.x + tile.column, y: area.y + tile.row, width: tile.columns,
                    height: tile.rows),
                kind: kind(image), rows: tile.chunks, identity: identity)
        }
    }

    private func kind(_ image: UInt32) -> Picture.Kind {
        switch renderer {
        case .kitty: .kitty(image: image)
        case .sixel: .sixel
        case .inline: .inline
        case .halfBlocks, .ascii, .quadrants, .sextants, .mono: .cells
        }
    }

    /// A cross of `reach` eightieths of the pane, the voxel itself left free.
    private func draw(_ voxel: VoxelCursor, on greys: inout GreyImage, reach: Int) {
        let point = ImagePoint(column: Double(voxel.column), row: Double(voxel.row))
        guard let pixel = mapping.panePixel(point) else { return }
        let unit = max(1, min(greys.width, greys.height) / 80)
        greys.drawCross(
            x: pixel.x, y: pixel.y, arm: unit * (reach * 2 + 1) + 1, gap: max(1, unit),
            thickness: max(1, unit / 4))
    }
}

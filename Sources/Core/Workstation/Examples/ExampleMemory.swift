import Imaging
import TerminalGraphics
import TerminalUI

/// The pictures of the last example, so that they are made once.
public struct ExampleMemory {
    private struct Request: Hashable {
        let page: ExamplePage
        let renderer: GreyRenderer
        let cell: CellSize
        let areas: [Rect]
    }

    private var last: (request: Request, pictures: [Picture])?
    private var turn: UInt32 = 0

    /// An empty memory.
    public init() {}

    /// Forgets what is on the screen: the pictures are made and sent anew.
    public mutating func forget() { last = nil }

    /// The pictures of the page, each as large as its area lets it be.
    mutating func pictures(_ state: ExampleState, areas: [Rect]) -> [Picture] {
        let request = Request(
            page: state.page, renderer: state.renderer, cell: state.cell, areas: areas)
        if let last, last.request == request { return last.pictures }
        // Ids that the reading screen does not use, in turn: the new pictures stand before the old ones go.
        turn = turn == 0 ? 8 : 0
        var pictures: [Picture] = []
        for (number, (picture, area)) in zip(request.page.pictures, areas).enumerated() {
            let fitted = Self.fitted(picture.greys, in: area, request)
            let image = 0xFF_FF00 + turn + UInt32(number)
            pictures += request.renderer.pictures(
                fitted.greys, area: fitted.area, cell: request.cell, image: image)
        }
        last = (request, pictures)
        return pictures
    }

    /// The picture in the pixels of the renderer, in the cells that it fills.
    private static func fitted(
        _ greys: GreyImage, in area: Rect, _ request: Request
    ) -> (greys: GreyImage, area: Rect) {
        let geometry = VolumeGeometry(
            columns: greys.width, rows: greys.height, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 1, 0), columnSpacingMM: 1, rowSpacingMM: 1,
            positions: [Vector3(0, 0, 0)])
        func mapping(_ rect: Rect) -> PaneMapping {
            PaneMapping(
                geometry,
                pane: request.renderer.pane(
                    columns: rect.width, rows: rect.height, cell: request.cell),
                orientation: ScreenOrientation())
        }
        let trimmed = area.trimmed(
            to: mapping(area), across: Double(greys.width), down: Double(greys.height))
        return (greys.shown(through: mapping(trimmed)), trimmed)
    }
}

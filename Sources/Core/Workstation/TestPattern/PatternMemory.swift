import Imaging
import TerminalGraphics
import TerminalUI

/// The picture of the last frame, so that a key that changes only words makes no picture anew.
public struct PatternMemory {
    private struct Request: Hashable {
        let page: PatternPage
        let pattern: TestPattern
        let renderer: GreyRenderer
        let cell: CellSize
        let area: Rect

        func pictures(image: UInt32) -> [Picture] {
            renderer.pictures(pattern.image(page), area: area, cell: cell, image: image)
        }
    }

    private var last: (request: Request, pictures: [Picture])?
    private var image: UInt32 = 0

    /// An empty memory.
    public init() {}

    /// Forgets what is on the screen: the picture is made and sent anew.
    public mutating func forget() { last = nil }

    /// The pictures of a page: one, or tiles where the terminal draws no large ones.
    mutating func pictures(_ state: PatternState, page: PatternPage) -> [Picture] {
        let request = Request(
            page: page, pattern: state.pattern, renderer: state.renderer, cell: state.cell,
            area: state.area)
        if let last, last.request == request { return last.pictures }
        // Two ids in turn: the new picture stands before the old one goes.
        image = image == 1 ? 2 : 1
        let pictures = request.pictures(image: image)
        last = (request, pictures)
        return pictures
    }
}

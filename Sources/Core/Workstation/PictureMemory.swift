import Imaging
import ReaderStudies
import TerminalGraphics
import TerminalUI

/// Pictures of the last frame, so that a key that changes only the form makes no picture anew.
///
/// It changes nothing that one sees: without it the same pictures are made again.
public struct PictureMemory {
    /// What a screen reader was last told.
    var spoken = SpokenText()
    /// How much may be drawn at once.
    var pace = PicturePace()
    /// The last pictures of each pane, the newest first.
    private var panes: [Int: [Entry]] = [:]
    /// What each pane shows.
    private(set) var shown: [Int: PictureRequest] = [:]
    /// The table of greys that each pane used last.
    private var tables: [Int: GreyTable] = [:]
    /// Bytes of the last full picture of a form and size, by which the next one's are foreseen.
    private var sizes: [PictureShape: Int] = [:]
    /// The last id of a kitty picture; every picture gets its own, so that no two are taken for one.
    private var lastImage: UInt32 = 0

    /// An empty memory.
    public init() {}

    /// Bytes that the full pictures of the last frame probably have.
    public var expectedBytes: Int {
        shown.values.reduce(0) { $0 + (sizes[PictureShape($1)] ?? 0) }
    }

    private struct Entry {
        let request: PictureRequest
        var preview: [Picture]?
        var full: [Picture]?
    }

    /// The pictures for a request in a pane: one, tiles where the terminal draws no large ones, strips or
    /// a preview where the link does not take it at once.
    mutating func pictures(
        _ request: PictureRequest, pane: Int, of viewer: Viewer
    ) -> [Picture] {
        var entry = panes[pane]?.first { $0.request == request } ?? Entry(request: request)
        defer {
            keep(entry, pane)
            shown[pane] = request
        }
        // Going back to a slice is like going to another: the preview comes first.
        if let full = entry.full, shown[pane] == request || pace.isResting || pace.fits(bytes(full))
        {
            return full
        }
        let expected = sizes[PictureShape(request)]
        let mayBeWhole = expected.map(pace.fits) ?? true
        if let preview = entry.preview, !mayBeWhole, !pace.isResting { return preview }
        let greys = request.marked(greys(request, viewer, pane))
        if mayBeWhole, let whole = whole(request, greys) {
            entry.full = whole
            return whole
        }
        if !pace.isResting, let preview = preview(request, greys) {
            entry.preview = preview
            return preview
        }
        let strips = strips(request, greys)
        entry.full = strips
        return strips
    }

    private mutating func keep(_ entry: Entry, _ pane: Int) {
        let others = panes[pane, default: []].filter { $0.request != entry.request }
        panes[pane] = [entry] + others.prefix(3)
    }

    /// Makes pictures that will probably be wanted soon, by drawing a frame that nobody sees.
    mutating func prepare(_ draw: (inout PictureMemory) -> Void) {
        let (shown, spoken) = (shown, spoken)
        draw(&self)
        (self.shown, self.spoken) = (shown, spoken)
    }

    /// Forgets what is on the screen: everything is made and sent anew.
    public mutating func forget() { (panes, shown) = ([:], [:]) }

    /// The full picture, when the link takes it at once.
    private mutating func whole(_ request: PictureRequest, _ greys: GreyImage) -> [Picture]? {
        let pictures = request.pictures(greys) { nextImage() }
        note(pictures, request)
        return pace.fits(bytes(pictures)) ? pictures : nil
    }

    private mutating func preview(_ request: PictureRequest, _ greys: GreyImage) -> [Picture]? {
        let expected = sizes[PictureShape(request)] ?? greys.pixels.count
        return request.smaller.preview(
            greys, bytes: pace.previewBytes(of: expected), full: expected
        ) {
            nextImage()
        }
    }

    private mutating func strips(_ request: PictureRequest, _ greys: GreyImage) -> [Picture] {
        let expected = sizes[PictureShape(request)] ?? greys.pixels.count
        let pictures = request.smaller.strips(
            greys, bytes: pace.pieceBytes, full: expected, most: pace.mostStrips
        ) { nextImage() }
        if sizes[PictureShape(request)] == nil { note(pictures, request) }
        return pictures
    }

    private mutating func note(_ pictures: [Picture], _ request: PictureRequest) {
        if sizes.count > 64 { sizes = [:] }
        sizes[PictureShape(request)] = bytes(pictures)
    }

    private func bytes(_ pictures: [Picture]) -> Int { pictures.reduce(0) { $0 + $1.byteCount } }

    /// Ids stay below 2^24, which every terminal keeps.
    private mutating func nextImage() -> UInt32 {
        lastImage = lastImage % 0xFF_FFFF + 1
        return lastImage
    }

    private mutating func greys(
        _ request: PictureRequest, _ viewer: Viewer, _ pane: Int
    ) -> GreyImage {
        let mapping = viewer.shown.greyMapping(
            slice: request.slice, voi: request.voi, inverted: request.isInverted)
        var table = tables[pane] ?? GreyTable(mapping)
        table.update(to: mapping)
        tables[pane] = table
        return viewer.shown.greys(slice: request.slice, through: table)
            .shown(through: request.mapping)
    }
}

/// What decides about how many bytes a full picture has.
private struct PictureShape: Hashable {
    private let renderer: GreyRenderer
    private let width: Int
    private let height: Int

    init(_ request: PictureRequest) {
        renderer = request.renderer
        (width, height) = (request.area.width, request.area.height)
    }
}

import Imaging
import TerminalGraphics

/// The greys of a picture and the way in which they become bytes.
struct RenderedPicture {
    private let renderer: GreyRenderer?
    private let cell: CellSize
    private let greys: Greys

    /// The picture in 8 bits, or in 16 for a PNG.
    private enum Greys {
        case plain(GreyImage)
        case deep(DeepGreyImage)
    }

    /// A picture of a volume of one slice; `renderer` is `nil` for PNG.
    init(
        _ volume: ImageVolume, window: WindowChoice, graphics: RenderGraphics,
        renderer: GreyRenderer?, size: RenderSize?, terminal: OutputTerminal?,
        resampling: Resampling, isDeep: Bool
    ) {
        self.renderer = renderer
        cell = graphics.hasPixels ? CellSize(width: 1, height: 1) : Self.cell(of: terminal)
        let orientation = volume.geometry.radiologicalOrientation
        let size =
            size
            ?? (graphics.hasPixels
                ? Self.ownSize(volume.geometry, orientation).within(terminal?.pixels)
                : Self.cells(of: terminal))
        let pane =
            renderer?.pane(columns: size.width, rows: size.height, cell: cell)
            ?? Pane(width: size.width, height: size.height)
        let voi = volume.voi(window, slice: 0) { volume.sampledStatistics() }
        let mapping = PaneMapping(
            volume.geometry, pane: pane, orientation: orientation, resampling: resampling)
        greys =
            isDeep
            ? .deep(volume.deepGreys(slice: 0, voi: voi).shown(through: mapping))
            : .plain(volume.greys(slice: 0, voi: voi).shown(through: mapping))
    }

    /// A picture that has its pixels already.
    init(
        _ image: GreyImage, graphics: RenderGraphics, renderer: GreyRenderer?,
        terminal: OutputTerminal?
    ) {
        self.renderer = renderer
        cell = graphics.hasPixels ? CellSize(width: 1, height: 1) : Self.cell(of: terminal)
        greys = .plain(image)
    }

    /// The picture for a terminal, ending with a new line; or a PNG file.
    func bytes() -> [UInt8] {
        switch greys {
        case .deep(let image): GreyPNG.encode(image)
        case .plain(let image): bytes(image)
        }
    }

    private func bytes(_ image: GreyImage) -> [UInt8] {
        let newLine = UInt8(ascii: "\n")
        switch renderer {
        case nil: return GreyPNG.encode(image, level: 6)
        case .kitty: return KittyGraphics.display(image) + [newLine]
        case .sixel(var options):
            (options.maximumWidth, options.maximumHeight) = (image.width, image.height)
            return GreyRenderer.sixel(options).encode(image, cell: cell)[0].chunks[0] + [newLine]
        case .some(let renderer):
            return renderer.encode(image, cell: cell).flatMap(\.chunks).reduce(into: []) {
                $0 += $1
                $0.append(newLine)
            }
        }
    }

    /// A cell of the terminal; 1 × 2 where it does not tell or there is none.
    private static func cell(of terminal: OutputTerminal?) -> CellSize {
        terminal?.cell ?? CellSize(width: 1, height: 2)
    }

    /// The terminal without the line of the prompt, or 80 × 40.
    private static func cells(of terminal: OutputTerminal?) -> RenderSize {
        guard let terminal else { return RenderSize(width: 80, height: 40) }
        return RenderSize(width: terminal.columns, height: max(1, terminal.rows - 1))
    }

    /// The slice's own pixels, more of them along the coarser side.
    private static func ownSize(
        _ geometry: VolumeGeometry, _ orientation: ScreenOrientation
    ) -> RenderSize {
        let (x, y) = (geometry.columnSpacingMM, geometry.rowSpacingMM)
        let across = length(Double(geometry.columns) * x / min(x, y))
        let down = length(Double(geometry.rows) * y / min(x, y))
        return orientation.transposed
            ? RenderSize(width: down, height: across) : RenderSize(width: across, height: down)
    }

    private static func length(_ pixels: Double) -> Int {
        Int(min(max(pixels.rounded(), 1), Double(RenderSize.largest)))
    }
}

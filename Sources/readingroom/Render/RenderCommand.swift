import ArgumentParser
import Imaging
import TerminalGraphics

/// `readingroom render`: one slice as terminal graphics or as a PNG.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Show one slice of an image file.",
        discussion: """
            Takes DICOM and NIfTI files, folders and ZIP archives. Of several series the one with \
            the most slices is shown, the others are named on standard error. The slice hangs \
            radiologically, in its true proportions, as large as fits, black around it. Greys are \
            never dithered.

            The size is in pixels for kitty, sixel, iterm2 and png, in cells otherwise. Where the output \
            is no terminal, a cell counts as 1 wide and 2 high. Without --size a picture has the \
            slice's own pixels, or fills the terminal's cells, or 80x40 cells.

            The window is CENTER,WIDTH in modality values, where 128,256 leaves 8-bit values as \
            they are; or auto (the file's own, else soft tissue for CT, else from the 0.2nd to \
            the 99.8th percentile of the slice); or percentile; or a preset such as bone.
            """)

    @Argument(help: "File, folder or ZIP archive.", completion: .file())
    var path: String

    @Option(help: "How the picture is made.")
    var graphics = RenderGraphics.half

    @Option(help: "Width and height of the picture, such as 512x512.")
    var size: RenderSize?

    @Option(help: "The slice, from 1; the middle one by default.")
    var slice: Int?

    @Option(
        help: """
            Slices of a body plane, computed from the whole series in patient millimetres; as they were acquired \
            by default.
            """)
    var plane: BodyPlane?

    @Option(
        parsing: .unconditional,
        help: "The window: CENTER,WIDTH, auto, percentile, or a preset's name.")
    var window = RenderWindow.automatic

    @Option(help: "Colours of the terminal's cells.")
    var colors = RenderColors.truecolor

    @Option(help: "How the reader of a sixel picture turns per cent into levels.")
    var rounding = SixelRounding.round

    @Option(
        help: """
            How pixels are made where the size differs: automatic takes the mean over the area when smaller, \
            repeats pixels at whole numbers, and is bilinear else.
            """)
    var resample = Resampling.automatic

    @Option(help: "Bits of a grey in a PNG: 8 or 16.")
    var depth = 8

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var output: String?

    @Flag(help: "Replace a file that exists.")
    var force = false

    @Flag(help: "Tell on standard error how long encoding takes: the median of 21 times.")
    var timing = false

    func validate() throws {
        guard graphics != .png || output != nil else {
            throw ValidationError("A PNG needs a file. Add --output FILE.")
        }
        guard depth == 8 || depth == 16 && graphics == .png else {
            throw ValidationError(
                "A grey has 8 bits, or 16 in a PNG. Leave --depth out, or add --graphics png.")
        }
    }

    /// The same without ArgumentParser.
    var request: RenderRequest {
        RenderRequest(
            path: path, graphics: graphics, size: size, slice: slice, plane: plane, window: window,
            colors: colors, rounding: rounding, resampling: resample, depth: depth, output: output,
            force: force, timing: timing)
    }

    func run() throws { try request.run() }
}

import ArgumentParser
import Imaging
import TerminalGraphics

/// `readingroom render`: one slice as terminal graphics or as a PNG.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Show one slice of an image file, or a picture that a reader saw.",
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

            With --store, --read and --slice the picture is made again as a reader saw it, from the \
            display record: the same greys, without marks and measurements. That it was made is kept in \
            the store as an exposure of the coordinator.
            """)

    @Argument(help: "File, folder or ZIP archive.", completion: .file())
    var path: String?

    @Option(help: "The folder of a store, for a picture that a reader saw.")
    var store: String?

    @Option(
        help: "The read in the store: READER/CASE/ARM, and /OCCASION where it is not the first.")
    var read: String?

    @Option(help: "Which look at the slice, from 1; the longest by default.")
    var look: Int?

    @Option(help: "Which of the series that have the slice, from 1.")
    var series: Int?

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
        if store != nil || read != nil || look != nil || series != nil { return try validateSeen() }
        guard path != nil else { throw ValidationError("Name a file, a folder or a ZIP archive.") }
        guard graphics != .png || output != nil else {
            throw ValidationError("A PNG needs a file. Add --output FILE.")
        }
        guard depth == 8 || depth == 16 && graphics == .png else {
            throw ValidationError(
                "A grey has 8 bits, or 16 in a PNG. Leave --depth out, or add --graphics png.")
        }
    }

    /// What a picture that a reader saw needs, and what is part of it already.
    private func validateSeen() throws {
        guard store != nil, read != nil, slice != nil, path == nil else {
            throw ValidationError(
                "A picture that a reader saw needs --store, --read and --slice, and no path.")
        }
        let isFree =
            size == nil && plane == nil && window == .automatic && resample == .automatic
            && depth == 8 && !timing
        guard isFree else {
            throw ValidationError(
                "Size, plane, window, resampling and depth are those that the reader saw. Leave them out."
            )
        }
        guard graphics != .png || output != nil else {
            throw ValidationError("A PNG needs a file. Add --output FILE.")
        }
    }

    /// The picture of a read that was asked for; `nil` where a path was.
    var seen: SeenPicture? {
        guard let store, let read, let slice else { return nil }
        return SeenPicture(
            store: store, read: read, slice: slice, look: look ?? 1, series: series)
    }

    /// The same without ArgumentParser.
    var request: RenderRequest {
        RenderRequest(
            path: path ?? "", graphics: graphics, size: size, slice: slice, plane: plane,
            window: window,
            colors: colors, rounding: rounding, resampling: resample, depth: depth, output: output,
            force: force, timing: timing, seen: seen)
    }

    func run() throws { try request.run() }
}

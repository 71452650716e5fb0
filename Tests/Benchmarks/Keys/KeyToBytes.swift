import Imaging
import Instruments
import ReaderStudies
import TerminalUI
import Workstation

/// Times a key from its byte to the bytes of the new picture, through the real key decoder, `update`, `view` and
/// picture writer: all that stands between a reader's finger and the terminal but the wire.
struct KeyToBytes {
    /// The way of showing greys.
    let mode: GraphicsMode
    /// Keys that are timed.
    let keyCount: Int
    /// How text looks.
    let theme: Theme

    /// The result for one renderer.
    struct Result {
        let mode: GraphicsMode
        let medianMS: Double
        let percentile95MS: Double
        let bytesPerFrame: Int
    }

    /// Scrolls a 512 × 512 series down and up, one slice a key.
    func run(_ opened: OpenedRead, _ instrument: Instrument, _ volume: ImageVolume) -> Result {
        var session = ReadingSession(
            mode: mode, theme: theme, opened: opened, instrument: instrument, volume: volume)
        var times: [Double] = []
        var bytes = 0
        for key in 0..<keyCount {
            // Down nine slices, then up nine: no key meets an end of the series.
            let press: [UInt8] = (key / 9).isMultiple(of: 2) ? [0x6A] : [0x6B]
            let clock = ContinuousClock()
            let start = clock.now
            bytes += session.press(press, atMS: key * 20).count
            times.append(Double((clock.now - start).components.attoseconds) / 1e15)
        }
        times.sort()
        return Result(
            mode: mode, medianMS: times[times.count / 2],
            percentile95MS: times[times.count * 95 / 100], bytesPerFrame: bytes / keyCount)
    }
}

/// A reading screen without a terminal, that gives the bytes it would send.
struct ReadingSession {
    private var state: WorkstationState
    private var memory = PictureMemory()
    private var decoder = KeyDecoder()
    private var writer: PictureWriter
    /// The text of the last frame.
    private(set) var grid = CellGrid(size: Size(width: 0, height: 0))

    init(
        mode: GraphicsMode, theme: Theme, opened: OpenedRead, instrument: Instrument,
        volume: ImageVolume
    ) {
        let capabilities = TerminalCapabilities(
            name: "bench", cellWidthPX: 8, cellHeightPX: 16, colors: .truecolor,
            kittyGraphics: true, sixel: SixelCapability(maximumWidth: 4096, maximumHeight: 4096),
            synchronizedOutput: true)
        state = WorkstationState(
            size: Size(width: 110, height: 40), capabilities: capabilities, graphics: mode)
        writer = PictureWriter(
            painter: CellPainter(theme: theme, depth: .truecolor, unicode: true),
            capabilities: capabilities)
        let volumes = Dictionary(
            uniqueKeysWithValues: opened.blindedCase.series.map { ($0.token, volume) })
        _ = update(&state, .opened(opened, instrument, volumes))
        _ = draw()
    }

    /// The bytes of the pictures that follow a key.
    mutating func press(_ bytes: [UInt8], atMS: Int) -> [UInt8] {
        for input in decoder.decode(bytes) {
            if case .key(let press) = input { _ = update(&state, .key(press, atMS: atMS)) }
        }
        return draw()
    }

    private mutating func draw() -> [UInt8] {
        let frame = view(state, memory: &memory)
        let output = writer.write(frame)
        _ = update(&state, .drawn(full: true))
        grid = frame.grid
        return output.before + output.after
    }
}

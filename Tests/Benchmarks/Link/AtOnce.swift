import BundledResources
import Foundation
import Imaging
import Instruments
import ReaderStudies
import StudyFiles
import TerminalUI

/// The same screen with every frame written at once, whatever the line takes: what all that follows
/// the link is measured against.
struct AtOnce {
    /// How often the benchmark scrolls before it is at the last slice.
    static let slices = 100

    private var session: ReadingSession
    private let painter: CellPainter
    private var shown = CellGrid(size: Size(width: 0, height: 0))

    /// Runs in the terminal on standard input and output until it is gone.
    static func run(mode: String) throws {
        guard let mode = GraphicsMode(rawValue: mode) else { throw POSIXError(.EINVAL) }
        makeRaw()
        var program = try AtOnce(mode: mode)
        var key = UInt8(ascii: "g")
        repeat { write(program.frame(after: key)) } while read(STDIN_FILENO, &key, 1) == 1
    }

    private init(mode: GraphicsMode) throws {
        let instrument = try InstrumentLibrary(folders: [BundledResources.instruments])
            .load(named: "sij-structural")
        let theme = try ThemeLibrary(folders: [BundledResources.themes]).theme()
        painter = CellPainter(theme: theme, depth: .truecolor, unicode: true)
        session = ReadingSession(
            mode: mode, theme: theme,
            opened: OpenedRead(
                blindedCase: KeyBenchmark.blindedCase(
                    instrument, slices: Self.slices, window: LinkStore.window)),
            instrument: instrument,
            volume: KeyBenchmark.syntheticVolume(size: 512, slices: Self.slices))
    }

    /// The rows of text that a key changes, then the whole picture.
    private mutating func frame(after key: UInt8) -> [UInt8] {
        let pictures = session.press([key], atMS: 0)
        let grid = session.grid
        defer { shown = grid }
        let rows = (0..<grid.size.height).filter { row in
            (0..<grid.size.width).contains { shown[$0, row] != grid[$0, row] }
        }
        return rows.flatMap {
            painter.bytes(for: grid, in: Rect(x: 0, y: $0, width: grid.size.width, height: 1))
        } + pictures
    }

    private static func makeRaw() {
        var settings = termios()
        tcgetattr(STDIN_FILENO, &settings)
        cfmakeraw(&settings)
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }

    private static func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

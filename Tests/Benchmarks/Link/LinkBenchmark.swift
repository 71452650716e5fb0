import BundledResources
import Foundation
import Imaging
import Instruments
import ReaderStudies
import StudyFiles
import TerminalUI
import Workstation

/// Scrolls a CT-like series over slow lines, beside the same frames written all at once.
enum LinkBenchmark {
    private static let slices = 100

    static func run() throws {
        let volume = KeyBenchmark.syntheticVolume(size: 512, slices: slices)
        let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "readingroom").path
        let store = try LinkStore(program: program, volume: volume)
        defer { store.remove() }
        print(
            "scrolling \(slices) slices of 512 × 512 over a line, a key every 100 ms; then held, 30 a second"
        )
        print(
            "first pixels: ms from a key to the first pixels of its slice or a newer one, median / 95th percentile"
        )
        print(
            "full: ms from the last key to the full picture, and in times of a frame on that line")
        print(
            "(targets: first pixels below 50 ms at 10 Mbit/s, aim at 1 Mbit/s; full below 1; idle 0)"
        )
        print(
            "            Mbit/s   kB   frame ms |  at once: first     full |  ours: first      full        held: first     full       | idle B"
        )
        for mode in [GraphicsMode.sixel, .kitty, .half] {
            let frames = try frameBytes(mode, volume)
            for megabits in [1, 10, 100] {
                try run(mode, megabits, store, frames)
            }
        }
    }

    private static func run(
        _ mode: GraphicsMode, _ megabits: Int, _ store: LinkStore, _ frames: [Int]
    ) throws {
        let line = try SlowLine(
            store.program,
            ["read", "--store", store.store, "--reader", "R1", "--graphics", mode.rawValue],
            bitsPerSecond: megabits * 1_000_000)
        defer { line.end() }
        line.rest(1.5)
        line.type("\r")
        line.rest(1.5)
        line.type("g")
        line.rest(1.5)
        let hasCells = mode == .half
        let steady = LinkRun(
            line, key: "j", times: slices - 1, everyMS: 100, slice: 1, step: 1, hasCells: hasCells)
        let held = LinkRun(
            line, key: "k", times: 90, everyMS: 33, slice: slices, step: -1, hasCells: hasCells)
        // The last view is noted within a second, and the number of saved events with it.
        line.rest(1.5)
        let before = line.arrivals.reduce(0) { $0 + $1.bytes.count }
        Thread.sleep(forTimeInterval: 2)
        let idle = line.arrivals.reduce(0) { $0 + $1.bytes.count } - before
        let mean = frames.reduce(0, +) / frames.count
        let frameMS = Double(mean) * 8 / Double(megabits * 1000)
        let once = atOnce(frames, megabits: megabits)
        print(
            mode.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0), megabits, mean / 1000,
            whole(frameMS), "|", pair(once.median, once.percentile95), full(once.full, frameMS),
            "|",
            pair(steady.medianMS, steady.percentile95MS), full(steady.fullMS, frameMS), " ",
            pair(held.medianMS, held.percentile95MS), full(held.fullMS, frameMS), "|", idle,
            separator: "  ")
    }

    /// Bytes of each slice as one frame.
    private static func frameBytes(_ mode: GraphicsMode, _ volume: ImageVolume) throws -> [Int] {
        let instrument = try InstrumentLibrary(folders: [BundledResources.instruments])
            .load(named: "sij-structural")
        var session = ReadingSession(
            mode: mode, theme: try ThemeLibrary(folders: [BundledResources.themes]).theme(),
            opened: OpenedRead(blindedCase: KeyBenchmark.blindedCase(instrument, slices: slices)),
            instrument: instrument, volume: volume)
        _ = session.press(Array("g".utf8), atMS: 0)
        return (1..<slices).map { session.press(Array("j".utf8), atMS: $0 * 100) }
    }

    /// The same frames written one behind the other, each as its key comes, by the rate of the line alone.
    private static func atOnce(
        _ frames: [Int], megabits: Int
    ) -> (median: Double, percentile95: Double, full: Double) {
        let bytesPerMS = Double(megabits) * 125
        var free = 0.0
        var waits: [Double] = []
        for (index, bytes) in frames.enumerated() {
            let pressed = Double(index) * 100
            waits.append(max(0, free - pressed))
            free = max(free, pressed) + Double(bytes) / bytesPerMS
        }
        let full = free - Double(frames.count - 1) * 100
        waits.sort()
        return (waits[waits.count / 2], waits[waits.count * 95 / 100], full)
    }

    private static func whole(_ value: Double) -> String { String(Int(value.rounded())) }

    private static func pair(_ first: Double, _ second: Double) -> String {
        Columns.right(whole(first) + " / " + whole(second), 14)
    }

    private static func full(_ time: Double, _ frame: Double) -> String {
        Columns.right(whole(time) + " (" + Columns.fixed(time / frame) + ")", 14)
    }
}

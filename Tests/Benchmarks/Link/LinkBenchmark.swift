import Foundation
import TerminalUI

/// Scrolls a CT-like series over slow lines, beside the same frames written all at once over the same lines.
enum LinkBenchmark {
    private static let modes = [GraphicsMode.sixel, .kitty, .half]
    private static let rates = [1, 10, 100]

    /// Prints a line for each way of showing greys and each rate; ends with status 1 when a target is missed that must
    /// be met.
    ///
    /// - Parameter wanted: Only these ways and rates, such as `sixel` or `10`; all when it is empty.
    static func run(_ wanted: [String]) throws {
        let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let program = folder.appending(path: "readingroom").path
        let store = try LinkStore(
            program: program,
            volume: KeyBenchmark.syntheticVolume(size: 512, slices: AtOnce.slices))
        defer { store.remove() }
        printHead()
        var verdict = Verdict()
        for rate in rates where isWanted("\(rate)", wanted, among: rates.map { "\($0)" }) {
            let asked = modes.filter { isWanted($0.rawValue, wanted, among: modes.map(\.rawValue)) }
            // Lines of their own, that have most of the time nothing to do: they do not disturb each other.
            let once = try Together.results(of: asked) { try LinkPass.atOnce($0, megabits: rate) }
            let ours = try Together.results(of: asked) {
                try LinkPass.following(
                    $0, megabits: rate, store.copy(named: "\($0.rawValue)-\(rate)"))
            }
            for (mode, (once, ours)) in zip(asked, zip(once, ours)) {
                report(mode, rate, once, ours)
                demand(&verdict, mode, rate, once, ours)
            }
        }
        for sentence in verdict.missed { print("missed: \(sentence)") }
        guard !verdict.missed.isEmpty else { return }
        store.remove()
        exit(1)
    }

    private static func isWanted(_ name: String, _ wanted: [String], among all: [String]) -> Bool {
        let named = wanted.filter(all.contains)
        return named.isEmpty || named.contains(name)
    }

    private static func printHead() {
        print(
            """
            scrolling \(AtOnce.slices) slices of 512 × 512 over a line, a key every 100 ms; then held, 30 a second;
              \(LinkPass.keysAtOnce) of them where all is written at once, which falls behind further with every key
            frame: from a key at rest to the last byte of its picture, when all is written at once
            first: ms from a key to the first pixels of its slice or a newer one, median / 95th percentile; of those that
              did not come in 5 s after the last key it is known only that they take longer (∞)
            full: from the last key to the full picture, in ms and in frames
            times are known to the \(whole(SlowLine.tickMS)) ms in which the line is read
            must: first below 50 ms at 10 Mbit/s and more (aim: at 1), full below one frame, held below 300 ms, idle 0 bytes
                   Mbit/s  frame ms | at once: first | ours: first, times sooner       full | held: first | idle bytes
            """)
    }

    private static func report(
        _ mode: GraphicsMode, _ rate: Int, _ once: LinkPass, _ ours: LinkPass
    ) {
        let sooner = once.steady.firstMS / ours.steady.firstMS
        print(
            Columns.left(mode.rawValue, 6), Columns.right("\(rate)", 8),
            Columns.right(whole(once.frameMS), 9), "|",
            Columns.right(pair(once.steady), 14), "|", Columns.right(pair(ours.steady), 11),
            Columns.right(Columns.fixed(sooner), 13),
            Columns.right(
                whole(ours.steady.lastMS) + " (" + Columns.fixed(ours.steady.lastMS / once.frameMS)
                    + ")",
                12), "|", Columns.right(pair(ours.held), 11), "|",
            Columns.right("\(ours.idleBytes)", 10))
        fflush(nil)
    }

    private static func demand(
        _ verdict: inout Verdict, _ mode: GraphicsMode, _ rate: Int, _ once: LinkPass,
        _ ours: LinkPass
    ) {
        let name = "\(mode.rawValue) at \(rate) Mbit/s"
        if rate >= 10 {
            verdict.demand("\(name), first pixels, ms", ours.steady.firstMS, atMost: 50)
        }
        let full = max(0, ours.steady.lastMS - SlowLine.tickMS)
        verdict.demand("\(name), full, frames", full / once.frameMS, atMost: 1)
        verdict.demand("\(name), held, ms", ours.held.lateMS, atMost: 300)
        verdict.demand("\(name), idle bytes", Double(ours.idleBytes), atMost: 0)
    }

    private static func whole(_ value: Double) -> String {
        value.isFinite ? String(Int(value.rounded())) : "∞"
    }

    private static func pair(_ run: LinkRun) -> String {
        whole(run.firstMS) + " / " + whole(run.lateMS)
    }
}

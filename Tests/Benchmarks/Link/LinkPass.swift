import Foundation
import TerminalUI

/// One program on one line: scrolled key by key, then with a held key, then left alone.
struct LinkPass: Sendable {
    /// A key every 100 ms.
    let steady: LinkRun
    /// A key every 33 ms.
    let held: LinkRun
    /// From a key at rest to the last byte of its picture, milliseconds.
    let frameMS: Double
    /// Bytes that came in two seconds without a key.
    let idleBytes: Int

    /// The program that is measured.
    static func following(
        _ mode: GraphicsMode, megabits: Int, _ store: LinkStore
    ) throws -> LinkPass {
        let line = try SlowLine(
            store.program,
            ["read", "--store", store.store, "--reader", "R1", "--graphics", mode.rawValue],
            bitsPerSecond: megabits * 1_000_000)
        defer { line.end() }
        for key in ["", "\r", "g"] {
            line.type(key)
            line.rest(1)
        }
        let hasCells = mode == .half
        let steady = LinkRun(line, scroll(bursts: [33, 33, 33]), hasCells: hasCells)
        let held = LinkRun(
            line,
            LinkRun.Plan(key: "k", bursts: [60], everyMS: 33, slice: AtOnce.slices, step: -1),
            hasCells: hasCells)
        return LinkPass(steady: steady, held: held, frameMS: 0, idleBytes: idle(line))
    }

    /// Keys that are pressed on the program that writes all at once. From key to key it is further behind, so that more
    /// of them only make it look worse.
    static let keysAtOnce = 30

    /// The same frames, each written at once.
    static func atOnce(_ mode: GraphicsMode, megabits: Int) throws -> LinkPass {
        let line = try SlowLine(
            CommandLine.arguments[0], ["at-once", mode.rawValue],
            bitsPerSecond: megabits * 1_000_000)
        defer { line.end() }
        line.rest(1)
        let hasCells = mode == .half
        // Ctrl-D goes ten slices on, as far apart as the slices on which the other program comes to rest.
        let single = LinkRun(
            line,
            LinkRun.Plan(
                key: "\u{4}", bursts: [1, 1, 1], everyMS: 0, slice: 1, step: 10),
            hasCells: hasCells)
        line.type("g")
        line.rest(1)
        var plan = scroll(bursts: [keysAtOnce])
        plan.patience = 5
        let steady = LinkRun(line, plan, hasCells: hasCells)
        return LinkPass(steady: steady, held: steady, frameMS: single.lastMS, idleBytes: 0)
    }

    private static func scroll(bursts: [Int]) -> LinkRun.Plan {
        LinkRun.Plan(key: "j", bursts: bursts, everyMS: 100, slice: 1, step: 1)
    }

    /// The last view is noted within a second, and the number of saved events with it; after that nothing comes.
    private static func idle(_ line: SlowLine) -> Int {
        line.rest(1.5)
        let before = line.arrivals.reduce(0) { $0 + $1.bytes.count }
        Thread.sleep(forTimeInterval: 2)
        return line.arrivals.reduce(0) { $0 + $1.bytes.count } - before
    }
}

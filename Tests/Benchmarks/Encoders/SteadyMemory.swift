import Foundation
import TerminalGraphics

/// Whether 10,000 frames leave the program as large as the first thousand.
enum SteadyMemory {
    /// Growth that is no sign of a leak: the allocator keeps what it has once had.
    private static let slackKB = 2_048

    /// Prints resident memory after 1,000 and after 10,000 frames; notes growth as a miss.
    static func run(_ verdict: inout Verdict) throws {
        let pictures = try BenchmarkPicture.all().map { $0.make(256, 256) }
        let renderers: [GreyRenderer] = [
            .sixel(SixelOptions()), .kitty(KittyOptions()), .halfBlocks(.truecolor), .inline,
        ]
        var (early, bytes) = (0, 0)
        for frame in 0..<10_000 {
            let renderer = renderers[frame % renderers.count]
            let tiles = renderer.encode(pictures[frame % pictures.count], cell: CellSize())
            bytes += tiles[0].chunks[0].count
            if frame == 999 { early = try residentKB() }
        }
        let late = try residentKB()
        print(
            "resident memory: \(early) kB after 1,000 frames, \(late) kB after 10,000 "
                + "(at most \(slackKB) kB more); \(bytes / 1_000_000) MB were made")
        verdict.demand(
            "kB that 9,000 frames added", Double(late - early), atMost: Double(slackKB))
    }

    private static func residentKB() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4 } ?? 0
    }
}

import Foundation
import TerminalGraphics

/// Whether 10,000 frames of each encoder leave the program as large as the first thousand.
enum SteadyMemory {
    /// Growth that is no sign of a leak: the allocator keeps what it has once had.
    private static let slackKB = 2_048
    private static let renderers: [(name: String, renderer: GreyRenderer)] = [
        ("sixel", .sixel(SixelOptions())), ("kitty", .kitty(KittyOptions())),
        ("iterm2", .inline), ("half", .halfBlocks(.truecolor)),
        ("half 256", .halfBlocks(.palette256)),
        ("quadrant", .quadrants(.truecolor)), ("sextant", .sextants(.truecolor)),
        ("ascii", .ascii(InkRamp())), ("mono", .mono(.half)),
    ]

    /// Prints resident memory after 1,000 and after 10,000 frames; notes growth as a miss.
    static func run(_ verdict: inout Verdict) throws {
        let pictures = try BenchmarkPicture.all().map { $0.make(256, 256) }
        print("resident memory, kB, after frames of 256 × 256 (at most \(slackKB) kB more)")
        print(Columns.left("encoder", 18) + Columns.right("1,000", 9) + Columns.right("10,000", 9))
        for (name, renderer) in renderers {
            var early = 0
            for frame in 0..<10_000 {
                _ = renderer.encode(pictures[frame % pictures.count], cell: CellSize())
                if frame == 999 { early = try residentKB() }
            }
            let late = try residentKB()
            print(
                Columns.left(name, 18) + Columns.right("\(early)", 9)
                    + Columns.right("\(late)", 9))
            verdict.demand(
                "kB that 9,000 frames of \(name) added", Double(late - early),
                atMost: Double(slackKB))
        }
    }

    /// Memory of the program that is in the machine's, kB.
    static func residentKB() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4 } ?? 0
    }
}

import Foundation

/// Keys on one line, and when each key's picture came.
struct LinkRun: Sendable {
    /// From each key to the first pixels of its slice or a later one, milliseconds, sorted; infinite where none came.
    let firstPixelsMS: [Double]
    /// From the last key of each burst to the last byte of its full picture, milliseconds, sorted; infinite where the
    /// picture stayed a preview.
    let fullMS: [Double]

    /// Median of the times to the first pixels.
    var firstMS: Double { Self.at(50, of: firstPixelsMS) }
    /// 95th percentile of the times to the first pixels.
    var lateMS: Double { Self.at(95, of: firstPixelsMS) }
    /// Median of the times to the full picture.
    var lastMS: Double { Self.at(50, of: fullMS) }

    private static func at(_ percent: Int, of sorted: [Double]) -> Double {
        sorted.isEmpty ? .infinity : sorted[sorted.count * percent / 100]
    }

    /// Keys that are pressed, and when.
    struct Plan {
        /// The key.
        let key: String
        /// How often it is pressed, burst for burst; between bursts the line comes to rest.
        let bursts: [Int]
        /// How long from one to the next.
        let everyMS: Int
        /// The number on the status line before the first key.
        let slice: Int
        /// How much that changes with each key.
        let step: Int
        /// How long the line may take after a burst until it rests.
        var patience = 120.0
    }

    /// Presses the keys of a plan on a program at rest.
    init(_ line: SlowLine, _ plan: Plan, hasCells: Bool) {
        var pressed: [[UInt64]] = []
        for count in plan.bursts {
            pressed.append(Self.press(line, plan, count))
            line.rest(0.6, atMost: plan.patience)
        }
        let seen = LineSights(line.arrivals, hasCells: hasCells)
        firstPixelsMS = Array(pressed.joined()).enumerated().map { index, time in
            let wanted = (plan.slice + plan.step * (index + 1)) * plan.step
            let first = seen.pixels.first { $0.at >= time && $0.slice * plan.step >= wanted }
            return first.map { Double($0.at - time) / 1e6 } ?? .infinity
        }.sorted()
        let ends = pressed.dropFirst().compactMap(\.first) + [.max]
        fullMS = zip(pressed, ends).map { keys, next in
            guard let last = keys.last, let end = seen.fullEnds.last(where: { $0 < next }),
                end > last
            else { return .infinity }
            return Double(end - last) / 1e6
        }.sorted()
    }

    private static func press(_ line: SlowLine, _ plan: Plan, _ count: Int) -> [UInt64] {
        var next = DispatchTime.now().uptimeNanoseconds
        return (0..<count).map { _ in
            let pressed = line.type(plan.key)
            next += UInt64(plan.everyMS) * 1_000_000
            let now = DispatchTime.now().uptimeNanoseconds
            if next > now { usleep(UInt32((next - now) / 1000)) }
            return pressed
        }
    }
}

/// When pictures began and ended on a line.
struct LineSights {
    /// Pixels of a picture.
    struct Pixels {
        let at: UInt64
        /// The number of the slice on the status line.
        let slice: Int
    }

    /// When pictures began.
    private(set) var pixels: [Pixels] = []
    /// When the last pixels had come before the status line stopped to say that they are a preview.
    private(set) var fullEnds: [UInt64] = []

    /// Follows everything that came over a line.
    init(_ arrivals: [SlowLine.Arrival], hasCells: Bool) {
        var row = StatusRow(row: 38, hasCells: hasCells)
        var hasPixels = false
        var end: UInt64?
        for arrival in arrivals {
            for byte in arrival.bytes {
                switch row.take(byte) {
                case .pixels:
                    hasPixels = true
                    if let slice = row.slice { pixels.append(Pixels(at: arrival.at, slice: slice)) }
                case .end where hasPixels: end = arrival.at
                case .question: hasPixels = false
                default: break
                }
            }
            if let last = end, !row.isPreview {
                fullEnds.append(last)
                end = nil
            }
        }
    }
}

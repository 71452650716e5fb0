import Foundation

/// One scroll through the series over one line: when each key's picture came.
struct LinkRun {
    /// From each key to the first pixels of its slice or a later one, milliseconds, sorted.
    let firstPixelsMS: [Double]
    /// From the last key to the last byte of the full picture, milliseconds.
    let fullMS: Double

    /// Median.
    var medianMS: Double { firstPixelsMS[firstPixelsMS.count / 2] }
    /// 95th percentile.
    var percentile95MS: Double { firstPixelsMS[firstPixelsMS.count * 95 / 100] }

    /// Presses `key` on a program at rest, and waits until the last picture is full.
    ///
    /// - Parameters:
    ///   - times: How often.
    ///   - everyMS: How long from one to the next.
    ///   - slice: The number on the status line before the first key; `step` more after each.
    init(
        _ line: SlowLine, key: String, times: Int, everyMS: Int, slice: Int, step: Int,
        hasCells: Bool
    ) {
        var pressed: [UInt64] = []
        var next = DispatchTime.now().uptimeNanoseconds
        for _ in 0..<times {
            pressed.append(line.type(key))
            next += UInt64(everyMS) * 1_000_000
            let now = DispatchTime.now().uptimeNanoseconds
            if next > now { usleep(UInt32((next - now) / 1000)) }
        }
        line.rest(0.6)
        let seen = Self.sights(line.arrivals, hasCells: hasCells)
        let shown = pressed.indices.compactMap { index -> Double? in
            let wanted = (slice + step * (index + 1)) * step
            let first = seen.pixels.first { $0.at >= pressed[index] && $0.slice * step >= wanted }
            return first.map { Double($0.at - pressed[index]) / 1e6 }
        }
        firstPixelsMS = shown.isEmpty ? [.infinity] : shown.sorted()
        fullMS = Double((seen.end ?? 0) - (pressed.last ?? 0)) / 1e6
    }

    private struct Pixels {
        let at: UInt64
        let slice: Int
    }

    /// When pictures began, with the slice that the status line named, and when the last one ended.
    private static func sights(
        _ arrivals: [SlowLine.Arrival], hasCells: Bool
    ) -> (pixels: [Pixels], end: UInt64?) {
        var row = StatusRow(row: 38, hasCells: hasCells)
        var pixels: [Pixels] = []
        var end: UInt64?
        var hasPixels = false
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
        }
        return (pixels, end)
    }
}

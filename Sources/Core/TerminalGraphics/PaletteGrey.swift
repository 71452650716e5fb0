/// A neutral colour of the fixed palette of 256.
struct PaletteGrey: Hashable, Sendable {
    /// Its level, 0...255.
    let level: UInt8
    /// Its number in the palette.
    let color: UInt8

    /// All 30 by level: 232...255 are the grey ramp; 16, 59, 102, 145, 188 and 231 the diagonal of the cube.
    static let all: [PaletteGrey] = {
        let ramp = (0..<24).map { PaletteGrey(level: UInt8(8 + 10 * $0), color: UInt8(232 + $0)) }
        let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
        let diagonal = steps.enumerated().map { index, level in
            PaletteGrey(level: level, color: UInt8(16 + 43 * index))
        }
        return (ramp + diagonal).sorted { $0.level < $1.level }
    }()

    /// The one nearest to a grey of 0...255, the darker of two.
    static func nearest(to grey: Int) -> PaletteGrey {
        var best = all[0]
        for candidate in all where candidate.distance(to: grey) < best.distance(to: grey) {
            best = candidate
        }
        return best
    }

    private func distance(to grey: Int) -> Int { abs(Int(level) - grey) }
}

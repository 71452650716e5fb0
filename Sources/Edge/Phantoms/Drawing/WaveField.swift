import Glibc
import Imaging

/// A random field made of waves of about one length; where it is 0, it draws winding sheets like the sulci of the brain.
struct WaveField: Sendable {
    private let waves: [(direction: Vector3, phase: Double)]

    /// A field of `count` waves of about `lengthMM`.
    init(seed: UInt64, lengthMM: Double, count: Int) {
        var generator = SeededGenerator(seed: seed)
        waves = (0..<count).map { _ in
            let direction = Self.direction(using: &generator)
            let length = lengthMM * generator.uniform(in: 0.8...1.25)
            let phase = generator.uniform(in: 0...(2 * .pi))
            return (direction * (2 * .pi / length), phase)
        }
    }

    /// About the distance in millimetres to the nearest place where the field is 0; negative where the field is.
    func distance(_ point: Vector3) -> Double {
        var value = 0.0
        var slope = Vector3(0, 0, 0)
        for wave in waves {
            let angle = wave.direction.dot(point) + wave.phase
            value += sin(angle)
            slope = slope + wave.direction * cos(angle)
        }
        let steep = (slope.dot(slope) + 0.02 * Double(waves.count)).squareRoot()
        return value / steep
    }

    /// A direction; every one is as likely.
    private static func direction(using generator: inout SeededGenerator) -> Vector3 {
        while true {
            let candidate = Vector3(
                generator.uniform(in: -1...1), generator.uniform(in: -1...1),
                generator.uniform(in: -1...1))
            if candidate.length <= 1, let unit = candidate.normalized { return unit }
        }
    }
}

import Glibc
import Imaging

extension FloatVolume {
    /// The picture as a coil receives it: brighter on one side, by up to `strength` (0...1).
    func biased(strength: Double, seed: UInt64) -> FloatVolume {
        let noise = LatticeNoise(seed: seed)
        var result = self
        for (index, center) in geometry.centers.enumerated() where values[index] > 0 {
            let field = noise.value(center, sizeMM: 170) + 0.4 * noise.value(center, sizeMM: 90)
            result.values[index] *= Float(1 + strength * min(max(field, -1), 1))
        }
        return result
    }

    /// The magnitude of the picture with noise of standard deviation `sigma` in both channels; where
    /// there is no tissue at all, the scanner writes 0.
    ///
    /// Source: Gudbjartsson, Patz 1995, doi:10.1002/mrm.1910340618 (Rician distribution).
    func magnitude(sigma: Double, seed: UInt64) -> FloatVolume {
        let real = Self.noise(geometry, correlation: 0, seed: seed)
        let imaginary = Self.noise(geometry, correlation: 0, seed: mixBits(seed &+ 1))
        var result = self
        let spread = Float(sigma)
        for index in values.indices {
            guard values[index] > 2 else {
                result.values[index] = 0
                continue
            }
            let inPhase = values[index] + spread * real.values[index]
            let outOfPhase = spread * imaginary.values[index]
            result.values[index] = (inPhase * inPhase + outOfPhase * outOfPhase).squareRoot()
        }
        return result
    }

    /// The picture with correlated normal noise of standard deviation `sigma`; air around the body stays even.
    func withNoise(sigma: Double, correlation: Double, air: Double, seed: UInt64) -> FloatVolume {
        let noise = Self.noise(geometry, correlation: correlation, seed: seed)
        var result = self
        for index in values.indices where values[index] > Float(air) {
            result.values[index] += Float(sigma) * noise.values[index]
        }
        return result
    }
}

import Imaging
import Testing

@testable import Phantoms

struct DrawingTests {
    private static let grid = VolumeGeometry(
        columns: 48, rows: 40, rowDirection: Vector3(1, 0, 0), columnDirection: Vector3(0, 1, 0),
        columnSpacingMM: 1, rowSpacingMM: 1,
        positions: (0..<3).map { Vector3(0, 0, Double($0) * 4) })

    @Test func `the distance to a rod is measured from its surface`() {
        let distance = DistanceField.rod(
            Vector3(5, 4, 0), Vector3(0, 0, 0), Vector3(10, 0, 0), 1, 3)

        #expect(abs(distance - 2) < 1e-12)
    }

    @Test func `a point inside an outline has a negative distance`() {
        let square = Polygon([(0, 0), (10, 0), (10, 10), (0, 10)])

        #expect(abs(square.distance(4, 5) + 4) < 1e-12)
        #expect(abs(square.distance(13, 14) - 5) < 1e-12)
    }

    @Test func `coverage is a half on the surface and nothing or all beside it`() {
        #expect(DistanceField.coverage(0, width: 1) == 0.5)
        #expect(DistanceField.coverage(1, width: 1) == 0)
        #expect(DistanceField.coverage(-1, width: 1) == 1)
    }

    @Test func `the parts of a mixture always add up to 1`() {
        var mix = TissueMix(PelvicTissue.fat)

        mix.lay(.muscle, 0.4)
        mix.lay(.cortex, 0.7)
        mix.turn(.muscle, into: .blood, 0.5)

        let sum = PelvicTissue.allCases.reduce(0) { $0 + mix[$1] }
        #expect(abs(sum - 1) < 1e-6)
        #expect(abs(mix[.cortex] - 0.7) < 1e-6)
        #expect(abs(mix[.muscle] - mix[.blood]) < 1e-6)
    }

    @Test func `a mixture looks like the mean of its tissues`() {
        let contrast = Contrast<PelvicTissue> { $0 == .gas ? -1000 : 100 }
        var mix = TissueMix(PelvicTissue.fat)

        mix.lay(.gas, 0.25)

        #expect(abs(contrast(mix) + 175) < 1e-3)
    }

    @Test func `waves are 0 where their distance changes sign`() {
        let field = WaveField(seed: 3, lengthMM: 20, count: 12)
        let line = (0..<400).map { field.distance(Vector3(Double($0) * 0.1, 3, 4)) }

        let crossings = zip(line, line.dropFirst()).filter { $0 * $1 < 0 }

        #expect(!crossings.isEmpty)
        #expect(crossings.allSatisfy { abs($0.0) < 0.3 && abs($0.1) < 0.3 })
    }

    @Test func `a slice drawn alone has the noise that it has in its series`() {
        let whole = FloatVolume.noise(Self.grid, correlation: 0.8, seed: 5)
        let alone = FloatVolume.noise(Self.grid.slices([2]), correlation: 0.8, seed: 5)

        #expect(Array(whole.values[(2 * 48 * 40)...]) == alone.values)
    }

    @Test func `correlated noise keeps standard deviation 1 away from the edges`() {
        let noise = FloatVolume.noise(Self.grid, correlation: 1, seed: 9)

        var sum = 0.0
        var count = 0.0
        for row in 4..<36 {
            for column in 4..<44 {
                let value = Double(noise.values[row * 48 + column])
                sum += value * value
                count += 1
            }
        }
        #expect(abs(sum / count - 1) < 0.25)
    }

    @Test func `magnitude noise is never negative and leaves empty air at 0`() {
        let picture = FloatVolume(Self.grid, values: (0..<5760).map { $0 % 2 == 0 ? 0 : 40 })

        let noisy = picture.magnitude(sigma: 20, seed: 4)

        #expect(noisy.values.allSatisfy { $0 >= 0 })
        #expect(stride(from: 0, to: 5760, by: 2).allSatisfy { noisy.values[$0] == 0 })
    }

    @Test func `stored values are whole steps above the intercept`() {
        let picture = FloatVolume(Self.grid, values: [Float](repeating: -101, count: 5760))

        let stored = StoredPicture(picture, slope: 2, intercept: -1024)

        #expect(stored.samples[0] == 462)
    }
}

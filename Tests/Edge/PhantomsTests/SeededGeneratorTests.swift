import Testing

@testable import Phantoms

struct SeededGeneratorTests {
    @Test func `the stream of seed 0 is that of the published SplitMix64`() {
        var generator = SeededGenerator(seed: 0)

        let first = generator.next()

        #expect(first == 0xE220_A839_7B1D_CDAF)
    }

    @Test func `normal numbers have mean 0 and standard deviation 1`() {
        var generator = SeededGenerator(seed: 7)

        let numbers = (0..<40_000).map { _ in generator.gaussian() }

        let mean = numbers.reduce(0, +) / Double(numbers.count)
        let variance = numbers.reduce(0) { $0 + $1 * $1 } / Double(numbers.count)
        #expect(abs(mean) < 0.02)
        #expect(abs(variance - 1) < 0.03)
    }
}

import StudyDesigns
import Testing

@Suite struct SeededRandomTests {
    /// The first outputs of the authors' reference program for the seed 1234567.
    @Test func `the generator gives the published sequence`() {
        var random = SeededRandom(seed: 1_234_567)

        let drawn = (0..<3).map { _ in random.next() }

        #expect(
            drawn == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test func `numbers below a bound are all drawn and about equally often`() {
        var random = SeededRandom(seed: 7)
        var counts = [Int](repeating: 0, count: 6)

        for _ in 0..<60_000 { counts[random.below(6)] += 1 }

        #expect(counts.allSatisfy { abs($0 - 10_000) < 500 }, "\(counts)")
    }

    @Test func `each of the six orders of three comes up about equally often`() {
        var random = SeededRandom(seed: 11)
        var counts: [[Int]: Int] = [:]

        for _ in 0..<12_000 { counts[random.shuffled([1, 2, 3]), default: 0] += 1 }

        #expect(counts.count == 6)
        #expect(counts.values.allSatisfy { abs($0 - 2000) < 250 }, "\(counts)")
    }

    @Test func `labels have sequences of their own, the same each time`() {
        var first = SeededRandom(seed: 5, label: "R1")
        var again = SeededRandom(seed: 5, label: "R1")
        var other = SeededRandom(seed: 5, label: "R2")

        let drawn = first.next()

        #expect(drawn == again.next())
        #expect(drawn != other.next())
    }
}

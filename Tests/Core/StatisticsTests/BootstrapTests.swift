import Testing

@testable import Statistics

@Suite struct BootstrapTests {
    /// The mean of values drawn `times` times each.
    private func mean(_ values: [Double], _ times: [Int]) -> Double? {
        let count = times.reduce(0, +)
        let sum = zip(values, times).reduce(0) { $0 + $1.0 * Double($1.1) }
        return count > 0 ? sum / Double(count) : nil
    }

    @Test func `the limits of a mean are near those of its standard error`() throws {
        let values = (0..<50).map { Double(($0 * 37) % 50) }

        let found = try ClusterBootstrap(clusters: 50, replicates: 4000, seed: 7) {
            mean(values, $0)
        }

        // Variance of 0...49 over 50 values, with n as the bootstrap has it.
        let error = ((50.0 * 50 - 1) / 12 / 50).squareRoot()
        let lower = try #require(found.percentile.lower.value)
        let upper = try #require(found.percentile.upper.value)
        #expect(abs(lower - (24.5 - 1.96 * error)) < 0.1 * error)
        #expect(abs(upper - (24.5 + 1.96 * error)) < 0.1 * error)
        #expect(found.failures == 0)
    }

    @Test func `BCa moves towards the long tail`() throws {
        let values = (0..<40).map { index in Double(index * index * index) }

        let found = try ClusterBootstrap(clusters: 40, replicates: 4000, seed: 1) {
            mean(values, $0)
        }

        #expect(
            try #require(found.bca.upper.value) > (try #require(found.percentile.upper.value)))
        #expect(
            try #require(found.bca.lower.value) > (try #require(found.percentile.lower.value)))
    }

    @Test func `a seed repeats the draws`() throws {
        let values = (0..<20).map(Double.init)
        func draw(_ seed: UInt64) throws -> ClusterBootstrap {
            try ClusterBootstrap(clusters: 20, replicates: 200, seed: seed) { mean(values, $0) }
        }

        #expect(try draw(3) == (try draw(3)))
        #expect(try draw(3) != (try draw(4)))
    }

    @Test func `draws without a value are counted`() throws {
        let found = try ClusterBootstrap(clusters: 3, replicates: 300, seed: 1) {
            $0[0] > 0 ? Double($0[0]) : nil
        }

        #expect(found.failures > 0)
        #expect(found.bca.lower.reason?.isEmpty == false)
    }

    @Test func `a statistic that never varies has a percentile and no BCa`() throws {
        let found = try ClusterBootstrap(clusters: 3, replicates: 100, seed: 1) { _ in 2 }

        #expect(found.percentile.lower == .value(2))
        #expect(found.bca.lower.value == nil)
    }

    @Test func `a statistic that is never defined says so`() throws {
        let found = try ClusterBootstrap(clusters: 3, replicates: 100, seed: 1) { _ in nil }

        #expect(found.percentile.lower.reason == "the statistic is undefined in every draw")
    }

    @Test func `too few draws or clusters are refused`() {
        #expect(throws: StatisticsError.self) {
            try ClusterBootstrap(clusters: 3, replicates: 10, seed: 1) { _ in 2 }
        }
        #expect(throws: StatisticsError.self) {
            try ClusterBootstrap(clusters: 1, replicates: 100, seed: 1) { _ in 2 }
        }
    }

    @Test func `kappa of all cases is what Cohen gives, and its limits lie around it`() throws {
        let ratings: [[Int?]] = (0..<80).map { [$0 % 3, $0 % 5 == 0 ? ($0 + 1) % 3 : $0 % 3] }
        let matrix = try RatingMatrix(ratings, categories: ["0", "1", "2"])

        let found = try KappaBootstrap.intervals(
            matrix, clusters: (0..<80).map { $0 / 4 }, weights: .quadratic, replicates: 1000,
            seed: 1)

        let kappa = try #require(CohenKappa(matrix.table(), .quadratic).estimate.value)
        #expect(try #require(found.percentile.lower.value) < kappa)
        #expect(try #require(found.percentile.upper.value) > kappa)
        #expect(throws: StatisticsError.self) {
            try KappaBootstrap.intervals(
                matrix, clusters: [0], weights: .linear, replicates: 1000, seed: 1)
        }
    }

    @Test func `quantiles lie between the draws as type 7 has them`() {
        #expect(ClusterBootstrap.quantile([1, 2, 3, 4], 0.5) == 2.5)
        #expect(ClusterBootstrap.quantile([1, 2, 3, 4], 0) == 1)
        #expect(ClusterBootstrap.quantile([1, 2, 3, 4], 1) == 4)
    }
}

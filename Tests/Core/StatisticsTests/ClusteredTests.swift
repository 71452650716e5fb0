import Testing

@testable import Statistics

@Suite struct ClusteredTests {
    @Test func `clusters of one give the error of independent units`() throws {
        let successes = [1, 1, 0, 1, 0, 1, 1, 1, 0, 1]

        let result = try ClusteredProportion(
            successes: successes, units: [Int](repeating: 1, count: 10))

        // m/(m − 1) is all that differs from p(1 − p)/n.
        let effect = try #require(result.designEffect.value)
        #expect(abs(effect - 10.0 / 9) < 1e-12)
    }

    @Test func `one cluster has no interval and says why`() throws {
        let result = try ClusteredProportion(successes: [3], units: [5])

        #expect(result.estimate == .value(0.6))
        #expect(result.wald.lower.reason == "fewer than two clusters")
    }

    @Test func `clusters with equal proportions have no effective size`() throws {
        let result = try ClusteredProportion(successes: [1, 2], units: [2, 4])

        #expect(result.effectiveUnits.reason == "every cluster has the same proportion")
        #expect(result.wilson.lower.value == nil)
    }

    @Test func `one cluster of pairs has no test`() throws {
        let result = try ClusteredPaired(first: [3], second: [4], units: [5])

        #expect(result.difference == .value(0.2))
        #expect(result.obuchowski.p.reason == "fewer than two clusters")
    }

    @Test func `unequal columns are refused`() {
        #expect(throws: StatisticsError.self) {
            try ClusteredProportion(successes: [1], units: [])
        }
        #expect(throws: StatisticsError.self) {
            try ClusteredPaired(first: [1], second: [1], units: [])
        }
        #expect(throws: StatisticsError.self) {
            try LogisticGEE(
                outcomes: [true], rows: [], design: [[1]], clusters: [0],
                correlation: .independence)
        }
        #expect(throws: StatisticsError.noData(what: "outcomes")) {
            try LogisticGEE(
                outcomes: [], rows: [], design: [[1]], clusters: [], correlation: .independence)
        }
    }

    /// Units of one arm, successes of each cluster.
    private func units(_ successes: [Int], of size: Int) -> [ArmGEE.Unit] {
        successes.enumerated().flatMap { cluster, count in
            (0..<size).map { ArmGEE.Unit(arm: 0, cluster: cluster, success: $0 < count) }
        }
    }

    @Test func `one arm under independence has the closed form of its error`() throws {
        let counts = [3, 1, 4, 2]
        let model = try #require(
            try ArmGEE(units(counts, of: 4), arms: ["A"], correlation: .independence).model)

        // Var(logit) = Σ(Σr)² / (N p(1 − p))².
        let p = 10.0 / 16
        let sum = counts.reduce(0.0) { $0 + (Double($1) - 4 * p) * (Double($1) - 4 * p) }
        let expected = sum / ((16 * p * (1 - p)) * (16 * p * (1 - p)))
        #expect(abs(model.covariance[0, 0] - expected) < 1e-12)
    }

    @Test func `one cluster keeps its counts and says why there is no model`() throws {
        let result = try ArmGEE(units([2], of: 4), arms: ["A"], correlation: .exchangeable)

        let values = Dictionary(
            uniqueKeysWithValues: result.results.map { ($0.name, $0.quantity) })
        #expect(values["arm.A.crude"] == .value(0.5))
        #expect(values["arm.A.estimate"]?.reason == "not estimable: all units are in one cluster")
    }

    @Test func `a reader who is always right is named`() throws {
        let rows = (0..<12).map {
            ArmGEE.Unit(
                arm: $0 % 2, covariate: $0 % 3 == 0 ? 1 : 0, cluster: $0 / 4,
                success: $0 % 3 == 0 || $0 % 4 == 0)
        }

        let result = try ArmGEE(
            rows, arms: ["A", "B"], covariate: ("reader", ["R1", "R2"]),
            correlation: .independence)

        #expect(result.model == nil)
        #expect(result.results.contains { $0.quantity.reason?.contains("reader R2") == true })
    }

    @Test func `covariates that determine each other are refused with the reason`() {
        let error = #expect(throws: StatisticsError.self) {
            try LogisticGEE(
                outcomes: [true, false, true, false], rows: [0, 0, 1, 1],
                design: [[1, 0, 0], [1, 1, 1]], clusters: [0, 1, 2, 3],
                correlation: .independence)
        }

        #expect(error?.description.contains("determined by the others") == true)
    }

    @Test func `no units are refused`() {
        #expect(throws: StatisticsError.self) {
            try ArmGEE([], arms: ["A"], correlation: .independence)
        }
    }
}

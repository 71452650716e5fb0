import Testing

@testable import Statistics

@Suite struct PlanningTests {
    @Test func `a plan asks for the power that its pairs have`() throws {
        let plan = try McNemarPlan(firstOnly: 0.05, secondOnly: 0.15)

        let size = try plan.sampleSize(power: 0.8)
        let power = try plan.power(pairs: size.exact)

        #expect(abs(try #require(power.value) - 0.8) < 1e-12)
    }

    @Test func `plans that cannot be are refused in a sentence`() {
        let equal = #expect(throws: StatisticsError.self) {
            try McNemarPlan(firstOnly: 0.1, secondOnly: 0.1)
        }
        #expect(equal?.description.contains("no difference to find") == true)
        #expect(throws: StatisticsError.self) { try McNemarPlan(firstOnly: 0.6, secondOnly: 0.7) }
        #expect(throws: StatisticsError.self) { try McNemarPlan(firstOnly: 6, secondOnly: 0.7) }
        #expect(throws: StatisticsError.self) {
            try McNemarPlan(firstOnly: 0.1, secondOnly: 0.2).sampleSize(power: 1)
        }
        #expect(throws: StatisticsError.self) {
            try McNemarPlan(firstOnly: 0.1, secondOnly: 0.2).power(pairs: 0)
        }
        #expect(throws: StatisticsError.self) {
            try PrecisionSampleSize(.sensitivity, expected: 0.9, precision: 0, prevalence: 0.2)
        }
        #expect(throws: StatisticsError.self) {
            try PrecisionSampleSize(.specificity, expected: 90, precision: 0.1, prevalence: 0.2)
        }
    }

    @Test func `a sensitivity cannot be planned where nobody is diseased`() throws {
        let plan = try PrecisionSampleSize(
            .sensitivity, expected: 0.9, precision: 0.05, prevalence: 0)

        #expect(plan.cases.reason == "no such cases at this prevalence")
    }

    @Test func `one-way discordance has no power to tell`() throws {
        let plan = try McNemarPlan(firstOnly: 0, secondOnly: 1)

        #expect(try plan.power(pairs: 10).value == nil)
    }

    /// The components of Van Dyke's readers by the jackknife.
    private let pilot = MRMCPlan.Components(
        interaction: 0.00020040252358145358, error: 0.0008022882655720698,
        cov1: 0.000346613709440732, cov2: 0.0003440748288608895, cov3: 0.00023902837089215438,
        cases: 114)

    @Test func `six readers need 251 cases for the difference that Van Dyke found`() throws {
        // RJafroc: 6 readers, 251 cases, power 0.80; the power also by scipy's non-central F.
        let plan = try MRMCPlan(pilot, difference: 0.04380032)

        #expect(try plan.cases(readers: 6, power: 0.8) == .value(251))
        #expect(abs(try plan.power(readers: 6, cases: 251) - 0.8005402235003383) < 1e-9)
    }

    @Test func `too few readers never reach the power`() throws {
        let plan = try MRMCPlan(pilot, difference: 0.01)

        #expect(
            try plan.cases(readers: 2, power: 0.9).reason
                == "no number of cases is enough for so few readers")
    }

    @Test func `plans of several readers that cannot be are refused`() throws {
        let plan = try MRMCPlan(pilot, difference: 0.05)
        let alike = MRMCPlan.Components(
            interaction: 0, error: 0.001, cov1: 0.001, cov2: 0, cov3: 0, cases: 100)
        let shared = MRMCPlan.Components(
            interaction: 0, error: 0.002, cov1: 0.001, cov2: 0.001, cov3: 0, cases: 100)

        #expect(throws: StatisticsError.self) { try MRMCPlan(alike, difference: 0.05) }
        #expect(throws: StatisticsError.self) { try MRMCPlan(pilot, difference: 0) }
        #expect(throws: StatisticsError.self) { try plan.power(readers: 1, cases: 100) }
        #expect(throws: StatisticsError.self) { try plan.cases(readers: 6, power: 80) }
        #expect(throws: StatisticsError.self) {
            try MRMCPlan(shared, difference: 0.05).power(readers: 5, cases: 100)
        }
    }
}

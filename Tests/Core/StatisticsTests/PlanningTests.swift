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
}

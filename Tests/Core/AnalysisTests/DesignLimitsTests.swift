import Analysis
import Testing

/// What data do not support is refused with its reason; nothing is dropped in silence and nothing is NaN.
@Suite struct DesignLimitsTests {
    private static let binary = AnalysisPlan(findings: [.binary("lesion")])

    /// `count` participants with truth 1 for the even ones; `call` gives the call of each reader and arm.
    private static func table(
        _ count: Int, readers: [String] = ["R1", "R2"], arms: [String] = ["A", "B"],
        call: (Int, String, String) -> String
    ) throws -> TestTable {
        var table = TestTable()
        for number in 0..<count {
            for reader in readers {
                for arm in arms {
                    try table.answer(
                        reader: reader, participant: "P\(number)", arm: arm,
                        call(number, reader, arm))
                }
            }
            try table.truth(caseID: "P\(number)", number.isMultiple(of: 2) ? "1" : "0")
        }
        return table
    }

    /// A call that is wrong for every `every`-th participant.
    private static func mostlyRight(_ number: Int, every: Int) -> String {
        let truth = number.isMultiple(of: 2)
        return (number % every == 0) == truth ? "0" : "1"
    }

    private static func demandFinite(_ result: AnalysisResult) {
        for estimate in result.sections.flatMap(\.estimates) {
            #expect(estimate.value.value?.isFinite ?? true)
            #expect(estimate.value.value != nil || estimate.value.reason?.isEmpty == false)
            for interval in [estimate.interval].compactMap(\.self) + estimate.alternatives {
                for limit in [interval.limits.lower, interval.limits.upper] {
                    #expect(limit.value?.isFinite ?? (limit.reason?.isEmpty == false))
                }
            }
        }
    }

    @Test func `truth for half the cases is a warning with counts, and the rest is analysed`()
        throws
    {
        var table = TestTable()
        for number in 0..<20 {
            try table.answer(
                reader: "R1", participant: "P\(number)", arm: "A", number % 3 == 0 ? "1" : "0")
            if number < 10 { try table.truth(caseID: "P\(number)", number % 2 == 0 ? "1" : "0") }
        }

        let result = try table.result(Self.binary)

        #expect(
            result.remarks.contains {
                $0.kind == .warning && $0.sentence.contains("10 of 20 units")
                    && $0.sentence.contains("partial verification")
            })
        #expect(result.estimate("accuracy")?.fraction?.total == 10)
        #expect(result.flow.answers.first?.withoutReference == 10)
    }

    @Test func `one participant has numbers and no interval, and says why`() throws {
        var table = TestTable()
        for site in 0..<8 {
            try table.answer(
                reader: "R1", participant: "P1", arm: "A", site: "S\(site)",
                site % 3 == 0 ? "1" : "0")
            try table.truth(caseID: "P1", site: "S\(site)", site % 2 == 0 ? "1" : "0")
        }

        let result = try table.result(Self.binary)

        #expect(result.refusals.contains { $0.contains("one participant") })
        let accuracy = try #require(result.estimate("accuracy"))
        #expect(accuracy.value.value != nil)
        #expect(accuracy.interval?.limits.lower.value == nil)
        Self.demandFinite(result)
    }

    @Test func `an arm that is always right keeps its exact interval, and the GEE refuses`() throws
    {
        let table = try Self.table(12) { number, _, arm in
            arm == "A" ? (number.isMultiple(of: 2) ? "1" : "0") : Self.mostlyRight(number, every: 5)
        }

        let result = try table.result(Self.binary)

        let perfect = try #require(result.estimate("sensitivity", arm: "A"))
        #expect(perfect.value.value == 1)
        #expect(perfect.interval?.method == "Clopper-Pearson")
        #expect(perfect.remarks.contains { $0.sentence.contains("not estimable") })
        let other = try #require(result.estimate("sensitivity", arm: "B"))
        #expect(other.interval?.limits.lower.value != nil)
        let ratio = try #require(result.estimate("oddsRatio.sensitivity", arm: "B-A"))
        #expect(ratio.value.value == nil)
        #expect(result.refusals.contains { $0.contains("not compared by a GEE") })
        let difference = try #require(result.estimate("difference.sensitivity", arm: "B-A"))
        #expect(difference.value.value != nil)
        Self.demandFinite(result)
    }

    @Test func `arms that always agree have a difference of zero and no test`() throws {
        let table = try Self.table(12) { number, _, _ in Self.mostlyRight(number, every: 5) }

        let result = try table.result(Self.binary)

        let difference = try #require(result.estimate("difference.accuracy", arm: "B-A"))
        #expect(difference.value.value == 0)
        #expect(difference.p?.value == nil)
        #expect(difference.p?.reason?.isEmpty == false)
        Self.demandFinite(result)
    }

    @Test func `readers who share no case have no agreement and no multi-reader analysis`() throws {
        var table = TestTable()
        for number in 0..<20 {
            for arm in ["A", "B"] {
                try table.answer(
                    reader: number < 10 ? "R1" : "R2", participant: "P\(number)", arm: arm,
                    Self.mostlyRight(number, every: 4))
            }
            try table.truth(caseID: "P\(number)", number.isMultiple(of: 2) ? "1" : "0")
        }

        let result = try table.result(Self.binary)

        #expect(result.refusals.contains { $0.contains("no unit was rated by two") })
        #expect(result.refusals.contains { $0.contains("readers crossed with cases") })
        #expect(result.estimate("cohen.unweighted") == nil)
        Self.demandFinite(result)
    }

    @Test func `sites of one participant have no multi-reader analysis`() throws {
        var table = TestTable()
        for number in 0..<12 {
            for site in ["S1", "S2"] {
                for reader in ["R1", "R2"] {
                    for arm in ["A", "B"] {
                        try table.answer(
                            reader: reader, participant: "P\(number)", arm: arm, site: site,
                            Self.mostlyRight(number, every: 5))
                    }
                }
                try table.truth(
                    caseID: "P\(number)", site: site, number.isMultiple(of: 2) ? "1" : "0")
            }
        }

        let result = try table.result(Self.binary)

        #expect(result.refusals.contains { $0.contains("take units as independent") })
    }

    @Test func `an answer that is no category is named with its record`() throws {
        var table = TestTable()
        try table.answer(reader: "R1", participant: "P1", arm: "A", "1")
        try table.answer(reader: "R1", participant: "P2", arm: "A", "maybe")

        #expect(
            throws: AnalysisError.unknownCategory(
                item: "lesion", value: "maybe", record: 2, categories: ["0", "1"])
        ) { try table.result(Self.binary) }
    }

    @Test func `an item that nobody answered is named with those that are there`() throws {
        let table = try Self.table(4) { _, _, _ in "1" }

        #expect(
            throws: AnalysisError.unknown(what: "item", name: "erosion", known: ["lesion"])
        ) { try table.result(AnalysisPlan(findings: [.binary("erosion")])) }
    }

    @Test func `a reference without diseased units has no sensitivity, and says so`() throws {
        var table = TestTable()
        for number in 0..<6 {
            try table.answer(
                reader: "R1", participant: "P\(number)", arm: "A", number % 2 == 0 ? "1" : "0")
            try table.truth(caseID: "P\(number)", "0")
        }

        let result = try table.result(Self.binary)

        #expect(result.refusals.contains { $0.contains("No sensitivity") })
        #expect(result.estimate("sensitivity")?.value.value == nil)
        #expect(result.estimate("specificity")?.value.value == 0.5)
        Self.demandFinite(result)
    }
}

import Testing

@testable import readingroom

@Suite struct TruthTableTests {
    private let header = ["case", "site", "item", "value", "unit"]

    @Test func `millimetres agree within 2 and percentages within 10, codes when equal`() throws {
        let truth = try TruthTable(study: "covid-ct04")

        let agreement = truth.agreement(with: [
            header, ["C01", "lung-R", "pct", "58", "%"], ["C01", "lung-L", "pct", "50", "%"],
            ["C01", "exam", "category_reader", "CT-2", ""],
            ["C01", "exam", "category_reader", "CT-3", ""], ["C09", "exam", "pct", "1", "%"],
        ])

        #expect(agreement.compared == 4)
        #expect(agreement.agreeing == 2)
    }

    @Test func `a question without an answer is not compared`() throws {
        let truth = try TruthTable(study: "covid-ct04")

        let agreement = truth.agreement(with: [header, ["C01", "lung-R", "pct", "", "%"]])

        #expect(agreement.compared == 0)
    }

    @Test func `quoted fields keep their commas`() {
        #expect(CSVLines("a,\"b,c\"\r\n\r\nd,e").rows == [["a", "b,c"], ["d", "e"]])
    }
}

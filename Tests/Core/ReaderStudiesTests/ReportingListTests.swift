import ReaderStudies
import Testing

@Suite struct ReportingListTests {
    @Test(arguments: [("STARD 2015", 34), ("GRRAS", 15), ("CLAIM 2020", 42)])
    func `a list has the published number of items, each number once`(name: String, count: Int) {
        let list = ReportingList.all.first { $0.name == name }

        let numbers = list?.items.map(\.number) ?? []

        #expect(numbers.count == count)
        #expect(Set(numbers).count == count)
        #expect(list?.source.contains("doi:") == true)
    }

    @Test func `an item nobody knows of is not stated`() throws {
        let entries = ReportingList.stard.filled(with: [.flow: "12 participants, 24 reads."])

        let flow = try #require(entries.first { $0.item.number == "19" })
        let funding = try #require(entries.first { $0.item.number == "30" })

        #expect(flow.text == "12 participants, 24 reads.")
        #expect(funding.statement == nil)
        #expect(funding.text == "not stated")
    }

    @Test func `facts of one item follow each other`() throws {
        let entries = ReportingList.stard.filled(with: [.instrument: "A form.", .imaging: "CT."])

        #expect(try #require(entries.first { $0.item.number == "10a" }).text == "CT. A form.")
    }

    @Test func `every fact is asked for by some list`() {
        let asked = Set(ReportingList.all.flatMap(\.items).flatMap(\.facts))

        #expect(Set(ReportingFact.allCases).subtracting(asked).isEmpty)
    }
}

import Instruments
import TestSupport
import Testing

@Suite struct InstrumentPageTests {
    @Test func `a form reads as text`() throws {
        let page = InstrumentPage(try Shipped.library.load(named: "sij-mny"))

        expectGolden(page.lines.joined(separator: "\n"), named: "sij-mny")
    }

    @Test func `of one arm only its own questions are shown`() throws {
        let instrument = try Shipped.library.load(named: "bone-lesion")

        let ct = InstrumentPage(instrument, shows: ["ct"]).lines
        let mri = InstrumentPage(instrument, shows: ["mri"]).lines

        #expect(
            ct.contains { $0.contains("(matrix, ") } && !mri.contains { $0.contains("(matrix, ") })
        #expect(mri.contains { $0.contains("(t1_signal, ") })
    }

    @Test(arguments: Shipped.library.names)
    func `every item, derived value and open point of a shipped form is said`(name: String) throws {
        let instrument = try Shipped.library.load(named: .init(name))
        let text = InstrumentPage(instrument).lines.joined(separator: "\n")

        for id in instrument.items.map(\.id) + instrument.derived.map(\.id) {
            #expect(text.contains("(\(id), "), "\(id)")
        }
        #expect(instrument.review.allSatisfy(text.contains))
    }

    @Test(arguments: Shipped.library.names)
    func `there is no advice left on a shipped form`(name: String) throws {
        #expect(try Shipped.library.load(named: .init(name)).advice == [])
    }

    @Test func `a form that is hard to read with is sound, but advised on`() throws {
        let instrument = try InstrumentText.instrument(
            """
            id: bare
            version: 1.0.0
            title: Bare
            items:
              - {id: grade, label: grade, type: codes, values: {"0": none, "1": some}}
            """)

        #expect(instrument.advice.count == 5)
        #expect(instrument.advice.contains { $0.hasPrefix("grade: no key") })
    }
}

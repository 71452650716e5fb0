import Instruments
import ReaderStudies
import StudyFiles
import Testing

@Suite struct SiteProductTests {
    private func text(_ product: String) -> String {
        """
        id: product
        version: 1.0.0
        title: Products
        sites:
          slice:
            label: slice
            columns: [all]
            rows: [a, b]
            members:
              S1: {label: slice 1, row: 1, column: 1}
              S2: {label: slice 2, row: 2, column: 1}
          half:
            label: half
            columns: [R, L]
            rows: [half]
            members:
              R: {label: R half, row: 1, column: 1, within: [joint]}
              L: {label: L half, row: 1, column: 2, within: [joint]}
          both:
            label: half of a slice
            \(product)
        items:
          - {id: finding, label: finding, appliesTo: both, type: binary}
        derived:
          - {id: in_slice, label: in the slice, appliesTo: slice, visibility: live, is: "count(both@slice, finding)"}
          - {id: at_right, label: at the right, visibility: live, is: "count(both@R, finding)"}
          - {id: in_joint, label: in the joint, visibility: live, is: "count(both@S2-joint, finding)"}
        """
    }

    @Test func `each slice has all halves, named after both and placed below each other`() throws {
        let instrument = try InstrumentText.instrument(text("each: [slice, half]"))

        let both = try #require(instrument.siteSet("both"))
        #expect(both.sites.map(\.id) == ["S1-R", "S1-L", "S2-R", "S2-L"])
        #expect(both.sites.map(\.label).last == "slice 2 L half")
        #expect(both.sites.map(\.row) == [0, 0, 1, 1] && both.sites.map(\.column) == [0, 1, 0, 1])
        #expect(both.grid.rows == ["a half", "b half"] && both.grid.columns == ["R", "L"])
    }

    @Test func `findings are counted over those that lie within a larger site`() throws {
        let instrument = try InstrumentText.instrument(text("each: [slice, half]"))
        var sheet = AnswerSheet()
        for (site, code) in [("S1-R", "1"), ("S1-L", "0"), ("S2-R", "1"), ("S2-L", "1")] {
            sheet.answers[ItemKey(SiteID(site), "finding")] = .value(.code(code))
        }
        let form = Form(instrument, shows: [], sheet: sheet)

        #expect(form.derived("in_slice", at: "S1") == .value(.number(1)))
        #expect(form.derived("in_slice", at: "S2") == .value(.number(2)))
        #expect(form.derived("at_right") == .value(.number(2)))
        #expect(form.derived("in_joint") == .value(.number(2)))
    }

    @Test(arguments: [
        ("each: [slice, halves]", "There is no set of sites halves before this one."),
        ("each: [slice]", "each: names two sets"),
        ("{each: [slice, half], mirror: [S9]}", "S9 is no site of slice"),
    ])
    func `a product of unknown sets or sites is refused by line`(product: String, words: String) {
        let mistake = InstrumentText.mistake(
            in: product.hasPrefix("{")
                ? text("each: [slice, half]\n    mirror: [S9]") : text(product))

        #expect(mistake.contains(words) && mistake.hasPrefix("test.yaml:"), "\(mistake)")
    }
}

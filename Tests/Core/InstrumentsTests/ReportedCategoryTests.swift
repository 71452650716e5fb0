import Instruments
import Testing

/// instruments.md has the rules in section 2.3 and the vectors in section 10.2-T.
@Suite struct ReportedCategoryTests {
    @Test(arguments: [("CT1–CT2", 2), ("CT3–CT4", 4), ("ct-3, was CT-1", 3), ("CT-0", 0)])
    func `section 10.2-T: of a range the more severe category counts`(
        report: String, category: Int
    ) {
        #expect(ReportedCategory.category(of: report, earlier: nil) == category)
        #expect(ReportedCategory.category(of: report, earlier: 1) == category)
    }

    @Test(arguments: [
        ("positive dynamics", 3, 2), ("Negative dynamics.", 3, 4), ("positive dynamics", 0, 0),
        ("negative dynamics", 4, 4),
    ])
    func `section 10.2-T: dynamics alone change the earlier category by one, within 0 to 4`(
        report: String, earlier: Int, category: Int
    ) {
        #expect(ReportedCategory.category(of: report, earlier: earlier) == category)
    }

    @Test(arguments: [
        "", "CT", "CT-7", "CT 16 rows", "CT-16", "no dynamics", "positive and negative dynamics",
        "dynamics",
    ])
    func `a report that says neither has no category`(report: String) {
        #expect(ReportedCategory.category(of: report, earlier: nil) == nil)
    }

    @Test func `dynamics without an earlier category say nothing, nor do opposite ones`() {
        let both = "positive dynamics right, negative dynamics left"

        #expect(ReportedCategory.category(of: "positive dynamics", earlier: nil) == nil)
        #expect(ReportedCategory.category(of: both, earlier: 2) == nil)
    }
}

import ReaderStudies
import StudyFiles
import Testing

@Suite struct HangingTests {
    private static func text(_ hanging: String) -> String {
        StudyFileTests.example.replacing(
            "window: bone", with: "window: bone, hanging: \(hanging)")
    }

    private static func hanging(_ text: String) throws -> Hanging? {
        try StudyFileTests.study(Self.text(text)).arms[1].hanging
    }

    private static func complaint(_ text: String) -> String {
        do throws(StudyFileError) {
            _ = try StudyFile.parse(text, file: "study.yaml", context: StudyFileTests.context)
            return ""
        } catch { return error.sentence }
    }

    @Test func `an arm without a hanging leaves it to the screen`() throws {
        let study = try StudyFileTests.study(StudyFileTests.example)

        #expect(study.arms.allSatisfy { $0.hanging == nil })
    }

    @Test func `stages hang panes with plane, slab, window, zoom and start`() throws {
        let hanging = try #require(
            try Self.hanging(
                """
                [{layout: 1x2, panes: [{start: first}, {plane: coronal, tilt: -20, slab: 8, \
                projection: maximum, zoom: 2, start: 25}]}, \
                {layout: 2x2, panes: [{at: [1, 1, 2, 1]}, {at: [2, 2], series: 1, zoom: fit}]}]
                """))

        #expect(hanging.stages.map(\.columns) == [2, 2])
        #expect(hanging.stages.map(\.rows) == [1, 2])
        #expect(
            hanging.stages[0].panes == [
                HangingPane(column: 0, row: 0, rule: 0, start: 0),
                HangingPane(
                    column: 1, row: 0, rule: 0, plane: .coronal, tilt: -20, slabMM: 8,
                    projection: .maximum, zoom: 2, start: 0.25),
            ])
        #expect(
            hanging.stages[1].panes == [
                HangingPane(column: 0, row: 0, width: 2, rule: 0),
                HangingPane(column: 1, row: 1, rule: 0),
            ])
    }

    @Test func `one table is a hanging of one stage`() throws {
        #expect(try Self.hanging("{layout: 1x1, panes: [{plane: sagittal}]}")?.stages.count == 1)
    }

    @Test(arguments: [
        ("{layout: 5x1, panes: [{}]}", "A layout is rows x columns, each 1 to 4"),
        ("{layout: two, panes: [{}]}", "such as 1x1, 1x2, 2x2 or 1x3, not two."),
        ("{layout: 1x1, panes: []}", "A stage shows at least one pane."),
        ("{layout: 1x1, panes: [{}, {}]}", "This pane lies outside of the 1x1 cells"),
        ("{layout: 1x2, panes: [{at: [1, 1, 2, 1]}, {at: [2, 1]}]}", "covers cells of another"),
        ("{layout: 1x2, panes: [{at: [3, 1]}]}", "lies outside of the 1x2 cells"),
        ("{layout: 1x2, panes: [{at: [1]}]}", "A place is [column, row]"),
        ("{layout: 1x1, panes: [{series: 2}]}", "2 is no series of this arm."),
        ("{layout: 1x1, panes: [{tilt: 20}]}", "Acquired slices cannot be tilted."),
        ("{layout: 1x1, panes: [{plane: coronary}]}", "coronary"),
        ("{layout: 1x1, panes: [{projection: mean}]}", "A projection needs a slab"),
        ("{layout: 1x1, panes: [{slab: 0}]}", "slab lies outside 0.1 to 500 mm."),
        ("{layout: 1x1, panes: [{zoom: 100}]}", "zoom lies outside 0.05 to 32"),
        ("{layout: 1x1, panes: [{start: 101}]}", "start lies outside 0 to 100 percent"),
        ("{layout: 1x1, panes: [{window: bon}]}", "bon is no window."),
        ("[]", "A hanging has 1 to 9 stages, not 0."),
    ])
    func `a hanging that makes no sense is refused with its place`(
        _ hanging: String, _ sentence: String
    ) {
        let complaint = Self.complaint(Self.text(hanging))

        #expect(complaint.contains("study.yaml:6:"), "\(complaint)")
        #expect(complaint.contains(sentence), "\(complaint)")
    }

    @Test func `arms with one label hang alike`() {
        let text = StudyFileTests.example.replacing(
            "synthetic\"}, window: bone",
            with: "synthetic\"}, window: bone, hanging: {layout: 1x1, panes: [{plane: coronal}]}")

        let complaint = Self.complaint(text)

        #expect(complaint.contains("differ in hanging, so that a reader"), "\(complaint)")
    }

    @Test func `a pane keeps to the windows that the arm leaves`() {
        let text = StudyFileTests.example.replacing(
            "window: bone",
            with: "window: bone, windows: {fixed: yes}, "
                + "hanging: {layout: 1x1, panes: [{window: bone}]}")

        #expect(Self.complaint(text).contains("The arm fixes its window"))
    }
}

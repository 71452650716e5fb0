import ReaderStudies
import StudyFiles
import Testing

/// The plan, the calendar and the statements of a study file.
@Suite struct DesignFileTests {
    /// A study of two arms with this plan on line 6, and these lines after it.
    static func text(_ design: String, readers: String = "[R1, R2]", more: String = "") -> String {
        """
        study: s
        title: S
        instruments: [covid-ct04@1.0.0]
        arms:
          - {id: A, label: A, series: {modality: CT}}
          - {id: B, label: B, series: {modality: CT}}
        design: {seed: 1, \(design)}
        readers: \(readers)
        \(more)
        """
    }

    private func design(_ text: String) throws -> Design {
        try StudyFileTests.study(Self.text(text)).design
    }

    @Test func `every design is understood`() throws {
        #expect(
            try design("kind: sequential, prefill: yes")
                == Design(kind: .sequential, seed: 1, prefill: true))
        #expect(
            try design("kind: splitPlot, nest: blocks, washoutDays: 7, armBlocks: yes")
                == Design(
                    kind: .splitPlot, washoutDays: 7, seed: 1, nesting: .blocks, armBlocks: true))
        #expect(
            try design("kind: crossover, square: williams, serialLagDays: 3")
                == Design(
                    kind: .crossover, washoutDays: 28, seed: 1, square: .williams, serialLagDays: 3)
        )
        #expect(
            try design("kind: crossed, repeats: {percent: 10, lagDays: 14, hidden: yes}")
                == Design(
                    kind: .crossed, seed: 1,
                    repeats: RepeatPlan(percent: 10, lagDays: 14, areHidden: true)))
    }

    @Test func `two readers and who decides between them are understood`() throws {
        let study = try StudyFileTests.study(
            """
            study: s
            title: S
            instruments: [covid-ct04@1.0.0]
            arms: [{id: CT, label: A, series: {modality: CT}}]
            design: {kind: adjudicated, seed: 1}
            readers: [R1, R2, R3]
            adjudicator: A1
            """)

        #expect(study.design == Design(kind: .adjudicated, seed: 1))
        #expect(study.adjudicator == "A1")
    }

    @Test(arguments: [
        ("kind: adjudicated", 7, "has one arm; 2 are listed"),
        ("kind: adjudicated", 7, "Name one as adjudicator"),
        ("kind: splitPlot", 7, "Add nest: readers, cases or blocks"),
        ("kind: crossed, nest: cases", 7, "Remove nest"),
        ("kind: crossed, square: cyclic", 7, "Only the arms of a crossover follow a square"),
        ("kind: crossed, prefill: yes", 7, "Only the steps of a sequential design"),
        ("kind: sequential, armBlocks: yes", 7, "Remove armBlocks"),
        ("kind: sequential, washoutDays: 28", 7, "read in one sitting. Remove washoutDays"),
        ("kind: splitPlot, nest: cases, washoutDays: 28", 7, "nothing is washed out"),
        ("kind: crossed, repeats: {percent: 60, lagDays: 1, hidden: yes}", 7, "at most 50 percent"),
        (
            "kind: crossed, serialLagDays: 7, repeats: {percent: 9, lagDays: 1, hidden: yes}", 7,
            "Remove hidden"
        ),
        ("kind: crossed, repeats: {percent: 0, lagDays: 1}", 7, "0 lies outside 1 to 100"),
        ("kind: crossed, repeats: {percent: 10}", 7, "lagDays: is missing"),
    ])
    func `a plan that contradicts itself is named with its line and the way out`(
        plan: String, line: Int, said: String
    ) {
        let complaint = StudyFileTests.complaint(Self.text(plan))

        #expect(complaint.contains(said), "\(complaint)")
        #expect(complaint.contains("study.yaml:\(line):"), "\(complaint)")
    }

    @Test func `a contradiction points at its own key`() {
        let complaint = StudyFileTests.complaint(Self.text("kind: sequential, washoutDays: 28"))

        #expect(complaint.hasPrefix("study.yaml:7:50:"), "\(complaint)")
    }

    @Test func `fewer readers than groups are named at the readers`() {
        let complaint = StudyFileTests.complaint(
            Self.text("kind: splitPlot, nest: readers", readers: "[R1]"))

        #expect(complaint.hasPrefix("study.yaml:8:"), "\(complaint)")
        #expect(complaint.contains("2 arms divide the readers, of whom there are 1"))
    }

    @Test func `the calendar and the statements are understood`() throws {
        let study = try StudyFileTests.study(
            Self.text(
                "kind: crossed",
                more: """
                    calendar: {begins: 2026-06-01, ends: 2026-06-30, sessionsPerWeek: 3, minutesPerCase: 4.5}
                    protocol:
                      funding: None.
                      background: To know more.
                    """))

        #expect(
            study.calendar
                == StudyCalendar(
                    sessionsPerWeek: 3, minutesPerCase: 4.5, firstDay: 20_605, lastDay: 20_634))
        #expect(
            study.statements
                == [
                    ProtocolStatement(topic: .background, text: "To know more."),
                    ProtocolStatement(topic: .funding, text: "None."),
                ])
    }

    @Test(arguments: [
        ("calendar: {days: 28}", "Reading takes at least 29 days, and the calendar has 28"),
        ("calendar: {begins: 2026-06-01, ends: 2026-06-28}", "the calendar has 28"),
        ("calendar: {begins: 2026-06-01, ends: 2026-05-28}", "ends before it begins"),
        ("calendar: {ends: 2026-05-28}", "also begins is needed"),
        ("calendar: {begins: 1.6.2026}", "year-month-day"),
        ("calendar: {begins: 2026-02-30}", "year-month-day"),
        ("calendar: {minutesPerCase: 0}", "more than 0"),
        ("calendar: {sessionsPerWeek: 0}", "0 lies outside 1 to 21"),
        ("protocol: {fundin: none}", "Did you mean funding?"),
    ])
    func `what cannot be planned is named with its line`(more: String, said: String) {
        let complaint = StudyFileTests.complaint(Self.text("kind: crossover", more: more))

        #expect(complaint.contains(said), "\(complaint)")
        #expect(complaint.hasPrefix("study.yaml:9:"), "\(complaint)")
    }
}

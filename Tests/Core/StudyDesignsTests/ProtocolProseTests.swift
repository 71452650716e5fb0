import ReaderStudies
import StudyDesigns
import Testing

@Suite struct ProtocolProseTests {
    private func text(_ study: ReaderStudy) -> String {
        ProtocolProse(study: study).sections.map { "\($0.title). \($0.text)" }
            .joined(separator: "\n")
    }

    @Test func `a crossover says its square, its washout and its seed`() {
        let text = text(OrderDrawingTests.study(seed: 77))

        #expect(
            text.contains("3 readers (R1, R2, R3) took part. There were 3 arms (T1w, sCT, CT)."))
        #expect(text.contains("counterbalanced between readers and participants by a cyclic Latin"))
        #expect(text.contains("in another arm within 28 UTC days"))
        #expect(text.contains("with the seed 77"))
    }

    @Test func `every design has sentences of its own`() {
        var texts: Set<String> = []
        for kind in DesignKind.allCases {
            var study = OrderDrawingTests.study(kind)
            study.design.nesting = kind == .splitPlot ? .cases : nil
            texts.insert(
                ProtocolProse(study: study).sections.first { $0.title == "Design" }?.text ?? "")
        }

        #expect(texts.count == DesignKind.allCases.count)
        #expect(!texts.contains(""))
    }

    @Test func `steps, repeats and examinations are told`() {
        var study = OrderDrawingTests.study(.sequential, arms: ["unaided", "aided"])
        study.design.washoutDays = 0
        study.design.prefill = true
        study.design.serialLagDays = 7
        study.design.repeats = RepeatPlan(percent: 10, lagDays: 28, areHidden: true)

        let text = text(study)

        #expect(text.contains("in steps: unaided, then aided. Each step was signed and locked"))
        #expect(text.contains("began with the reader's own answers of the step before"))
        #expect(text.contains("blinded to time point, at least 7 days apart"))
        #expect(text.contains("10% of the cases"))
        #expect(text.contains("hidden among first reads"))
        #expect(!text.contains("washout"))
    }

    @Test func `the lists have every item, filled in only where the file knows it`() throws {
        var study = OrderDrawingTests.study()
        study.statements = [ProtocolStatement(topic: .funding, text: "None.")]

        let facts = ProtocolProse(study: study).facts
        let stard = ReportingList.stard.filled(with: facts)

        func text(_ number: String) -> String? { stard.first { $0.item.number == number }?.text }
        #expect(text("30") == "None.")
        #expect(text("28") == "not stated")
        #expect(text("10b") == "not stated")
        #expect(try #require(text("13a")).contains("labels"))
        #expect(ReportingList.grras.filled(with: facts).contains { $0.statement != nil })
    }

    @Test func `one reader, one arm and one label are told in the singular`() {
        var study = OrderDrawingTests.study(.single, arms: ["CT"])
        study.readers = ["R1"]

        let text = text(study)

        #expect(text.contains("One reader (R1) took part. There was one arm (CT)."))
        #expect(text.contains("The reader read every case once."))
        #expect(text.contains("the arm was shown under the label "))
        #expect(!text.contains("first arms were balanced"))
    }

    @Test func `what the program keeps to fills the items that ask for it`() throws {
        var study = OrderDrawingTests.study()
        study.reference = ReferencePlan(arm: "CT", rule: .external)
        study.sitting = SittingRules(minutes: 60, breakMinutes: 15)
        study.calendar = StudyCalendar(firstDay: 20_605, lastDay: 20_634)
        study.display = DisplayFloor(seenPercent: 80, renderers: ["kitty", "sixel"])

        let facts = ProtocolProse(study: study).facts

        func item(_ number: String, _ list: ReportingList) -> String {
            list.filled(with: facts).first { $0.item.number == number }?.text ?? ""
        }
        #expect(item("13b", .stard).contains("before the reference standard was frozen"))
        #expect(item("14", .stard) == "The first signed revision of each read was analysed.")
        #expect(item("15", .stard).contains("never counted as absent"))
        #expect(item("16", .stard).contains("reads that were not made"))
        #expect(item("9", .grras).hasPrefix("No reader saw another reader's answers"))
        #expect(item("12", .claim).contains("dropped from the images at import"))
        #expect(item("7", .claim) == "not stated" && item("28", .claim) == "not stated")
        #expect(
            text(study).contains(
                "After 60 minutes of reading no new case opened before a break of 15 minutes. "
                    + "Reading was planned from 2026-06-01 to 2026-06-30."))
        #expect(
            text(study).contains(
                "pictures drawn by kitty or sixel, 80% of the slices of each series shown in full"))
    }

    @Test func `the reference standard is told when the file has one`() {
        var study = OrderDrawingTests.study()
        #expect(!text(study).contains("Reference standard"))

        study.reference = ReferencePlan(arm: "CT", rule: .consensus)
        study.adjudicator = "A1"

        #expect(
            text(study).contains(
                "the consensus of the readers in the arm CT, A1 deciding where they differed"))
    }
}

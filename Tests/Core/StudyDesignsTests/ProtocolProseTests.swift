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

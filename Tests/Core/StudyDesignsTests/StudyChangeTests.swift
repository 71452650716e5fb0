import ReaderStudies
import StudyDesigns
import Testing

@Suite struct StudyChangeTests {
    static let begun = StudyProgress(hasSeries: true, hasOrder: true, hasReads: true)
    static let fresh = StudyProgress(hasSeries: false, hasOrder: false, hasReads: false)

    private func changes(
        _ progress: StudyProgress = begun, _ change: (inout ReaderStudy) -> Void
    ) -> [StudyChange] {
        let old = OrderDrawingTests.study()
        var new = old
        change(&new)
        return StudyChange.all(from: old, to: new, progress: progress)
    }

    @Test func `equal studies have no difference`() {
        #expect(changes { _ in }.isEmpty)
    }

    @Test func `title, calendar, statements, display and session size may be amended`() {
        let made = changes {
            $0.title = "T"
            $0.calendar = StudyCalendar(mostDays: 90)
            $0.statements = [ProtocolStatement(topic: .funding, text: "None.")]
            $0.display = DisplayFloor(minimumGreys: 64)
            $0.design.casesPerSession = 7
            $0.adjudicator = "A1"
        }

        #expect(made.count == 6)
        #expect(made.allSatisfy { $0.refusal == nil })
        #expect(made.contains { $0.text == "casesPerSession: 5 becomes 7" })
    }

    @Test func `the plan never changes after the order was drawn, nor arms, form or revision`() {
        let made = changes {
            $0.id = "other"
            $0.instruments = [InstrumentReference(id: "i", version: "2.0.0")]
            $0.settings = [InstrumentSetting("depth_mm", to: "3")]
            $0.practice = true
            $0.arms[0] = Arm(id: "T1w", label: "X", series: [SeriesRule(modality: "MR")])
            $0.design = Design(
                kind: .crossed, washoutDays: 14, seed: 2, casesPerSession: 5, armBlocks: true,
                serialLagDays: 3, repeats: RepeatPlan(percent: 5, lagDays: 1))
            $0.reference = ReferencePlan(rule: .external)
            $0.analysedRevision = .lastBeforeUnblinding
        }

        #expect(made.allSatisfy { $0.refusal != nil }, "\(made.filter { $0.refusal == nil })")
        #expect(
            made.map(\.path.last)
                == [
                    "study", "instruments", "parameters", "practice", "T1w", "T1w", "kind",
                    "washoutDays", "seed",
                    "armBlocks", "serialLagDays", "repeats", "reference", "revision",
                ])
    }

    @Test func `before anything was imported or drawn only the name stays`() {
        let made = changes(Self.fresh) {
            $0.design.seed = 2
            $0.arms = Array($0.arms.dropLast())
            $0.readers = ["R9"]
            $0.analysedRevision = .lastBeforeUnblinding
        }

        #expect(made.count == 4)
        #expect(made.allSatisfy { $0.refusal == nil })
    }

    @Test func `readers are added at the end and never leave the list`() {
        #expect(changes { $0.readers.append("R4") }.map(\.refusal) == [nil])
        #expect(changes { $0.readers = ["R4", "R1", "R2", "R3"] }.first?.refusal != nil)
        #expect(
            changes { $0.readers.removeLast() }.first?.refusal?.contains("study leave") == true)
    }
}

import Instruments
import ReaderStudies
import Testing

/// Rules that speak only once a read is signed.
@Suite struct WaitingRuleTests {
    private static let sentence = "The joint is fused."

    private func instrument(_ rules: [Rule]) throws(InstrumentError) -> Instrument {
        try Instrument(
            id: "joint", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "Joints",
            siteSets: [JointForm.halves],
            items: [
                JointForm.ankylosis,
                Item(
                    id: "call", label: "call", placement: .exam, kind: JointForm.yesNo,
                    rules: rules, layout: .scalar),
            ],
            derived: [
                DerivedValue(
                    id: "fused", label: "fused", placement: .exam,
                    rule: .expression("all(half, ankylosis)"), visibility: .afterSigning),
                DerivedValue(
                    id: "secret", label: "secret", placement: .exam,
                    rule: .expression("fused"), visibility: .never),
            ])
    }

    private func rule(
        _ severity: Severity, _ visibility: DerivedVisibility, when: String = "fused"
    ) -> Rule {
        Rule(severity, when: when, say: Self.sentence, visibility: visibility)
    }

    @Test(arguments: [Severity.hint, .warning])
    func `what waits is said after signing and at once in practice`(_ severity: Severity) throws {
        var sheet = AnswerSheet()
        for site in JointForm.halves.sites {
            sheet.answers[ItemKey(site.id, "ankylosis")] = .value(.code("1"))
        }

        let form = Form(
            try instrument([rule(severity, .afterSigning)]), shows: [], sheet: sheet)

        #expect(form.remarks.isEmpty && form.remarks(for: .draft).isEmpty)
        for audience in [DerivedAudience.signed, .practice, .analysis] {
            #expect(form.remarks(for: audience).map(\.sentence) == [Self.sentence])
        }
    }

    @Test func `what a study never says is said in practice and analysis alone`() throws {
        var sheet = AnswerSheet()
        for site in JointForm.halves.sites {
            sheet.answers[ItemKey(site.id, "ankylosis")] = .value(.code("1"))
        }

        let form = Form(
            try instrument([rule(.hint, .never, when: "secret")]), shows: [], sheet: sheet)

        #expect(form.remarks(for: .signed).isEmpty)
        #expect(form.remarks(for: .practice).count == 1)
    }

    @Test func `a rule that rests on a hidden value waits at least as long`() {
        #expect(throws: InstrumentError.self) { try instrument([rule(.warning, .live)]) }
        #expect(throws: InstrumentError.self) {
            try instrument([rule(.warning, .afterSigning, when: "secret")])
        }
        do throws(InstrumentError) {
            _ = try instrument([rule(.warning, .live)])
        } catch {
            #expect(
                error.sentence.hasSuffix("Let it wait as well with visibility: afterSigning."))
        }
    }

    @Test(arguments: [Severity.unsignable, .refusal])
    func `what keeps a reader from going on is never late`(_ severity: Severity) {
        do throws(InstrumentError) {
            _ = try instrument([rule(severity, .afterSigning)])
            Issue.record("A rule that refuses was let to wait.")
        } catch {
            #expect(error.sentence.contains("Only hints and warnings wait."))
        }
    }
}

import Instruments
import ReaderStudies
import Testing

/// Parameters that a study fixes.
@Suite struct InstrumentSettingsTests {
    private func instrument() throws(InstrumentError) -> Instrument {
        try Instrument(
            id: "joint", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "Joints",
            parameters: [
                Parameter(id: "limit_mm", label: "limit", value: .number(5)),
                Parameter(id: "strict", label: "strict", value: .truth(false)),
                Parameter(
                    id: "by", label: "by", value: .code("GRE", among: ["GRE", "SWI"])),
            ],
            items: [
                Item(
                    id: "depth", label: "depth", placement: .exam,
                    kind: .number(NumberFormat(unit: "mm", range: 0...30, decimals: 1)),
                    rules: [
                        Rule(.warning, when: "depth <= limit_mm", say: "Shallow."),
                        Rule(.hint, when: "strict and by == \"SWI\"", say: "Strict."),
                    ], layout: .scalar)
            ])
    }

    private func remarks(_ settings: InstrumentSetting...) throws -> [String] {
        var sheet = AnswerSheet()
        sheet.answers[ItemKey(.exam, "depth")] = .value(.number(4))
        return Form(try instrument().with(settings), shows: [], sheet: sheet).remarks
            .map(\.sentence)
    }

    private func refusal(_ name: String, _ value: String) -> String {
        do throws(InstrumentError) {
            _ = try instrument().with([InstrumentSetting(name, to: value)])
            return "taken"
        } catch { return error.sentence }
    }

    @Test func `rules use the value that the study fixes`() throws {
        #expect(try remarks() == ["Shallow."])
        #expect(try remarks(InstrumentSetting("limit_mm", to: "3")) == [])
        #expect(
            try remarks(
                InstrumentSetting("strict", to: "yes"), InstrumentSetting("by", to: "SWI"))
                == ["Shallow.", "Strict."])
    }

    @Test func `the others stay, and the export reports the new value`() throws {
        let fixed = try instrument().with([InstrumentSetting("limit_mm", to: "3.5")])

        #expect(fixed.parameters.map(\.value)[0] == .number(3.5))
        #expect(
            fixed.parameters.dropFirst().map(\.value)
                == (try instrument()).parameters
                .dropFirst().map(\.value))
        #expect(fixed.reference == (try instrument()).reference)
    }

    @Test func `a value of another kind is refused with what it may be`() {
        #expect(refusal("limit_mm", "3,5").hasSuffix("it is a number with a decimal point."))
        #expect(refusal("limit_mm", "inf").hasSuffix("it is a number with a decimal point."))
        #expect(refusal("strict", "maybe").hasSuffix("strict cannot be maybe: it is yes or no."))
        #expect(refusal("by", "T2").hasSuffix("it is one of GRE, SWI."))
    }

    @Test func `an unknown parameter is refused with the one that was probably meant`() {
        #expect(
            refusal("limit_m", "3").hasSuffix(
                "joint@1.0.0 has no parameter limit_m. It has limit_mm, strict, by. Did you mean limit_mm?"
            ))
    }
}

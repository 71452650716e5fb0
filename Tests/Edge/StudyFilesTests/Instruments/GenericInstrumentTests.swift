import Instruments
import ReaderStudies
import Testing

/// `pet-lesion`, `bone-lesion`, `likert-12`, `image-quality` and `vga`, instruments.md sections 7 and 8.5.
@Suite struct GenericInstrumentTests {
    @Test func `section 7: without a weight there is no SUV to type`() throws {
        let form = try Shipped.form(
            "pet-lesion", lesions: ["L1"], ["suv_available": "no"])

        #expect(form.question(Shipped.key("L1/SUVmax"))?.state == .skippedByRule)
        #expect(throws: InstrumentError.self) {
            try form.validate(.answer(Shipped.key("L1/SUVmax"), .value(.number(5))))
        }
    }

    @Test func `section 7: a mean above its maximum is refused, a very high SUV warns`() throws {
        let form = try Shipped.form(
            "pet-lesion", lesions: ["L1"], ["suv_available": "yes", "L1/SUVmax": "~101"])

        #expect(form.said(.warning, "L1/SUVmax").count == 1)
        #expect(throws: InstrumentError.self) {
            try form.validate(.answer(Shipped.key("L1/SUVmean"), .value(.number(102))))
        }
    }

    @Test func `section 7: each technique of a bone lesion has its own questions`() throws {
        let ct = try Shipped.form("bone-lesion", shows: ["ct"])
        let mri = try Shipped.form("bone-lesion", shows: ["mri"])

        #expect(ct.question(Shipped.key("matrix"))?.isMissing == true)
        #expect(mri.question(Shipped.key("matrix"))?.state == .skippedByRule)
        #expect(mri.question(Shipped.key("t1_signal"))?.isMissing == true)
    }

    @Test func `section 8.5: the survey has twelve statements on five grades`() throws {
        let items = try Shipped.library.load(named: "likert-12").items.filter {
            $0.requirement == .required
        }

        #expect(items.count == 12)
        #expect(items.allSatisfy { $0.kind.choices.map(\.code) == ["1", "2", "3", "4", "5"] })
    }

    @Test func `grades against a reference run from -2 to 2 and can be averaged`() throws {
        var answers: [String: String] = [:]
        for (number, grade) in ["-2", "-1", "0", "1", "2", "-2"].enumerated() {
            answers["C\(number + 1)/compared"] = grade
        }
        let form = try Shipped.form("vga", shows: ["reference"], answers)

        let mean = try #require(form.derived("vgas_relative"))
        guard case .value(.number(let number)) = mean else {
            Issue.record("no mean: \(mean)")
            return
        }
        #expect(abs(number + 1.0 / 3) < 1e-12)
    }

    @Test func `an examination that answers the question is not non-diagnostic`() throws {
        let form = try Shipped.form("image-quality", ["overall": "1", "usable": "yes"])

        #expect(form.said(.warning, "usable").count == 1)
    }
}

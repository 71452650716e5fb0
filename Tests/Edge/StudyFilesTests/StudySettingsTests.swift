import ReaderStudies
import StudyFiles
import Testing

/// Parameters that a study fixes, and studies for practice.
@Suite struct StudySettingsTests {
    private static let context = StudyContext(
        windowNames: ["auto"], isWindow: { _ in true },
        instrument: { _ throws(StudyFileError) in try Shipped.library.load(named: "sij-structural")
        }
    )

    private static func text(_ lines: String) -> String {
        """
        study: s
        title: T
        instruments: [sij-structural@1.0.0]
        arms:
          - {id: CT, label: A, series: {modality: CT}}
        design: {kind: single, seed: 1, casesPerSession: 5}
        readers: [R1]
        \(lines)
        """
    }

    private func study(_ lines: String) throws -> ReaderStudy {
        try StudyFile.parse(Self.text(lines), file: "study.yaml", context: Self.context)
    }

    private func complaint(_ lines: String) -> String {
        do {
            _ = try StudyFile.parse(Self.text(lines), file: "study.yaml", context: Self.context)
            return "taken"
        } catch { return error.sentence }
    }

    @Test func `a study fixes parameters of its form, in the file's order`() throws {
        let study = try study("parameters: {sclerosis_min_depth_mm: 3, ask_confidence: yes}")

        #expect(
            study.settings == [
                InstrumentSetting("sclerosis_min_depth_mm", to: "3"),
                InstrumentSetting("ask_confidence", to: "yes"),
            ])
        #expect(try self.study("").settings == nil)
    }

    @Test func `a wrong parameter is named by line and column, with the one that was meant`() {
        #expect(
            complaint("parameters:\n  sclerosis_min_depth: 3").hasPrefix(
                "study.yaml:9:3: sij-structural@1.0.0 has no parameter sclerosis_min_depth."
            ))
        #expect(
            complaint("parameters:\n  sclerosis_min_depth: 3").hasSuffix(
                "Did you mean sclerosis_min_depth_mm?"))
        #expect(
            complaint("parameters:\n  ask_confidence: sometimes")
                == "study.yaml:9:19: ask_confidence cannot be sometimes: it is yes or no."
        )
        #expect(
            complaint("parameters:\n  sclerosis_min_depth_mm: 3,5").contains(
                "it is a number with a decimal point"))
    }

    @Test func `every wrong parameter is named at once`() {
        let sentences = complaint(
            "parameters:\n  ask_confidence: sometimes\n  depth: 3\npractice: perhaps")

        #expect(sentences.contains("study.yaml:9:") && sentences.contains("study.yaml:10:"))
        #expect(sentences.contains("study.yaml:11:"))
    }

    @Test func `a study is for practice only when it says so`() throws {
        #expect(try study("practice: yes").isPractice)
        #expect(try !study("practice: no").isPractice)
        #expect(try !study("").isPractice)
    }
}

import ReaderStudies
import StudyFiles
import Testing

@Suite struct SeriesMatcherTests {
    static func matcher() throws -> SeriesMatcher {
        SeriesMatcher(study: try StudyFileTests.study(StudyFileTests.example))
    }

    @Test(arguments: [
        ("MR", "cor t1 tse", ["T1w"]), ("MR", "T1 semicoronal", ["T1w"]),
        ("CT", "sCT from T1 MRI", ["sCT"]), ("MR", "BoneMRI synthetic", ["sCT"]),
        ("CT", "Pelvis 1.0 B70", ["CT"]), ("MR", "t2 stir", []), ("CT", "", ["CT"]), ("", "", []),
    ])
    func `a series meets the arms whose rules it fits`(
        modality: String, description: String, arms: [String]
    ) throws {
        let found = try Self.matcher().matches(modality: modality, description: description)

        #expect(found.map(\.arm.rawValue) == arms)
        #expect(found.allSatisfy { $0.rule == 0 })
    }

    @Test func `rules of one arm are told apart by their number`() {
        let study = ReaderStudy(
            id: "s", title: "S", instruments: [],
            arms: [
                Arm(
                    id: "A", label: "A",
                    series: [
                        SeriesRule(descriptionPattern: "^t1"),
                        SeriesRule(descriptionPattern: "^t2"),
                    ])
            ],
            design: Design(kind: .single, seed: 1), readers: ["R1"])

        let found = SeriesMatcher(study: study).matches(modality: "MR", description: "t2 tse")

        #expect(found == [ArmMatch(arm: "A", rule: 1)])
    }
}

import ReaderStudies
import StudyFiles
import Testing

@Suite struct StudyFileTests {
    static let context = StudyContext(
        windowNames: ["auto", "bone", "lung"],
        isWindow: { ["auto", "bone", "lung", "2000/500"].contains($0) },
        instrument: { reference throws(StudyFileError) in
            guard ["sij-structural@1.0.0", "covid-ct04@1.0.0"].contains(reference.text) else {
                throw .notFound("There is no instrument \(reference.text).")
            }
            return try InstrumentFile.parse(
                """
                id: \(reference.id)
                version: \(reference.version)
                title: One question
                items:
                  - {id: quality, label: quality, type: yesNo}
                  - {id: fat, label: fat, type: yesNo, showIf: 'shows("t1")'}
                """, file: "instrument.yaml")
        })

    static let example = """
        study: sij-sct
        title: Synthetic CT of the sacroiliac joints
        instruments: [sij-structural@1.0.0]
        arms:
          - {id: T1w,  label: A, series: {modality: MR, description: "t1|T1"}, window: auto}
          - {id: sCT,  label: B, series: {description: "sCT|synthetic"}, window: bone}
          - {id: CT,   label: B, series: {modality: CT, description: "^(?!.*(sCT|synthetic))"}, window: bone}
        design: {kind: crossover, washoutDays: 28, seed: 20260601, casesPerSession: 20}
        readers: [R1, R2]
        adjudicator: R3
        reference: {arm: CT, rule: consensus}
        display: {minimumGreys: 64, minimumScale: 1.0}
        reveal: []
        """

    static func study(_ text: String) throws -> ReaderStudy {
        try StudyFile.parse(text, file: "study.yaml", context: context)
    }

    /// The sentences about `text`.
    static func complaint(_ text: String) -> String {
        do {
            _ = try StudyFile.parse(text, file: "study.yaml", context: context)
            return ""
        } catch {
            return error.sentence
        }
    }

    static func changed(_ part: String, to other: String) -> String {
        example.replacing(part, with: other)
    }

    @Test func `the example of the handbook is a study`() throws {
        let study = try Self.study(Self.example)

        #expect(study.id == "sij-sct")
        #expect(study.instruments.map(\.text) == ["sij-structural@1.0.0"])
        #expect(study.arms.map(\.id) == ["T1w", "sCT", "CT"])
        #expect(study.arms.map(\.label) == ["A", "B", "B"])
        #expect(study.arms[0].series == [SeriesRule(modality: "MR", descriptionPattern: "t1|T1")])
        #expect(
            study.design
                == Design(
                    kind: .crossover, washoutDays: 28, seed: 20_260_601, casesPerSession: 20))
        #expect(study.readers == ["R1", "R2"])
        #expect(study.adjudicator == "R3")
        #expect(study.reference == ReferencePlan(arm: "CT", rule: .consensus))
        #expect(study.display == DisplayFloor(minimumGreys: 64, minimumScale: 1))
        #expect(study.analysedRevision == .firstSigned)
    }

    @Test func `what may be left out has its usual value`() throws {
        let study = try Self.study(
            """
            study: s
            title: S
            instruments: [covid-ct04@1.0.0]
            arms: [{id: CT, label: A, series: {modality: CT}}]
            design: {kind: single, seed: 1}
            readers: [R1]
            analysis: {revision: lastBeforeUnblinding}
            display: {everySlice: yes}
            """)

        #expect(study.arms[0].window == "auto")
        #expect(study.design.washoutDays == 0)
        #expect(study.design.casesPerSession == 20)
        #expect(study.analysedRevision == .lastBeforeUnblinding)
        #expect(study.display.everySlice)
        #expect(study.adjudicator == nil)
    }

    @Test func `a crossover without a washout waits four weeks`() throws {
        let study = try Self.study(Self.changed("washoutDays: 28, ", to: ""))

        #expect(study.design.washoutDays == 28)
    }

    @Test func `a study may say how pictures are made`() throws {
        let study = try Self.study(Self.changed("minimumScale: 1.0", to: "resampling: nearest"))

        #expect(study.display == DisplayFloor(minimumGreys: 64, resampling: .nearest))
    }

    @Test func `a way of making pictures that there is not is named with those that there are`() {
        let complaint = Self.complaint(
            Self.changed("minimumScale: 1.0", to: "resampling: bilinaer"))

        #expect(complaint.contains("Did you mean bilinear?"))
    }

    @Test func `a typing slip is named with file, line and what was probably meant`() {
        let complaint = Self.complaint(Self.changed("readers:", to: "raeders:"))

        #expect(complaint.contains("study.yaml:9:"))
        #expect(complaint.contains("There is no raeders here. Did you mean readers?"))
    }

    @Test func `all mistakes are told at once, in the order of the file`() {
        let text = Self.changed("window: auto", to: "window: bon")
            .replacing("kind: crossover", with: "kind: crosover")
            .replacing("adjudicator: R3", with: "adjudicator: R1")

        let lines = Self.complaint(text).split(separator: "\n")

        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("study.yaml:5:"))
        #expect(lines[0].contains("Did you mean bone?"))
        #expect(lines[1].hasPrefix("study.yaml:8:"))
        #expect(lines[1].contains("Did you mean crossover?"))
        #expect(lines[2].hasPrefix("study.yaml:10:"))
    }

    @Test(arguments: [
        (
            "series: {description: \"sCT|synthetic\"}", "series: {description: sCT, title: X}",
            "titles"
        ),
        (
            "series: {description: \"sCT|synthetic\"}", "series: [{modality: CT}, {modality: MR}]",
            "number"
        ),
        ("id: sCT,  label: B,", "id: sCT, label: B, shows: [t1],", "shows"),
        ("synthetic\"}, window: bone", "synthetic\"}, window: lung", "window"),
    ])
    func `arms with one label and unequal screens are refused`(
        part: String, other: String, named: String
    ) {
        let complaint = Self.complaint(Self.changed(part, to: other))

        #expect(
            complaint.contains("Arms sCT and CT have the label B and differ in"), "\(complaint)")
        #expect(complaint.contains(named))
        #expect(complaint.hasPrefix("study.yaml:7:"))
    }

    @Test(arguments: [
        ("study: sij-sct", "study: sij sct", "A study's name"),
        ("title: Synthetic CT of the sacroiliac joints", "", "title: is missing"),
        ("sij-structural@1.0.0", "sij-structural@1.0.1", "There is no instrument"),
        ("sij-structural@1.0.0", "sij-structural", "NAME@VERSION"),
        ("[sij-structural@1.0.0]", "[sij-structural@1.0.0, covid-ct04@1.0.0]", "one instrument"),
        ("description: \"t1|T1\"", "description: \"t1(\"", "no regular expression"),
        ("{modality: MR, description: \"t1|T1\"}", "{title: T1}", "needs a modality"),
        ("kind: crossover", "kind: single", "single has one arm"),
        ("seed: 20260601", "seed: -1", "A seed is a whole number"),
        ("casesPerSession: 20", "casesPerSession: 0", "0 lies outside 1"),
        ("readers: [R1, R2]", "readers: [R1, R1]", "Reader R1 is listed twice"),
        ("readers: [R1, R2]", "readers: []", "at least one reader"),
        ("arm: CT", "arm: MR", "There is no arm MR"),
        ("minimumGreys: 64", "minimumGreys: 999", "999 lies outside"),
        ("reveal: []", "reveal: [age]", "A field says what it may hold"),
        ("{id: T1w,", "{id: CT,", "Arm CT is listed twice"),
        (
            "label: A,", "label: A, shows: [T1],",
            "never asks about T1, only about t1. Did you mean t1?"
        ),
        ("label: A", "label: \"A\\e[2J\"", "printable"),
    ])
    func `each mistake has a sentence`(part: String, other: String, said: String) {
        let complaint = Self.complaint(Self.changed(part, to: other))

        #expect(complaint.contains(said), "\(complaint)")
        #expect(complaint.hasPrefix("study.yaml:"))
    }

    @Test func `an unknown arm is named with its line and the arms that there are`() {
        let complaint = Self.complaint(Self.changed("arm: CT", to: "arm: MR"))

        #expect(
            complaint.contains("There is no arm MR. The arms are T1w, sCT, CT."), "\(complaint)")
        #expect(complaint.hasPrefix("study.yaml:11:"), "\(complaint)")
    }

    @Test func `mistakes in one entry hide none in another`() {
        var text = Self.changed("kind: crossover", to: "kind: crosover")
        text = text.replacing("seed: 20260601", with: "seed: -1")
        text = text.replacing("casesPerSession: 20", with: "casesPerSession: 0")
        text = text.replacing("{id: T1w,", with: "{idd: T1w,")

        let lines = Self.complaint(text).split(separator: "\n")

        #expect(lines.count { $0.contains("crosover is none of") } == 1)
        #expect(lines.count { $0.contains("A seed is a whole number") } == 1)
        #expect(lines.count { $0.contains("0 lies outside 1") } == 1)
        #expect(lines.count { $0.contains("no idd here") } == 1)
    }

    @Test func `an arm with a mistake counts among the arms`() {
        let complaint = Self.complaint(Self.changed("label: A,", to: "lable: A,"))

        #expect(!complaint.contains("are listed"), "\(complaint)")
        #expect(!complaint.contains("at least two arms"), "\(complaint)")
    }

    @Test func `a text that is no table is refused`() {
        #expect(Self.complaint("hello").hasPrefix("study.yaml:1:1: Here stands a table"))
        #expect(Self.complaint("").contains("The file is empty"))
        #expect(Self.complaint("study: [").contains("This is no YAML"))
    }
}

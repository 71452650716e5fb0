import ReaderStudies
import StudyFiles
import Testing

@Suite struct WindowRulesTests {
    private static let context = StudyContext(
        windowNames: ["auto", "bone", "lung"],
        isWindow: { ["auto", "bone", "lung", "2000/500"].contains($0) },
        windowNumbers: {
            ["bone": (2500, 480), "lung": (1500, -600), "2000/500": (2000, 500)][$0]
        },
        instrument: StudyFileTests.context.instrument)

    private static func text(_ rules: String, window: String = "bone") -> String {
        StudyFileTests.example.replacing(
            "window: bone", with: "window: \(window), windows: \(rules)")
    }

    private static func complaint(_ text: String) -> String {
        do throws(StudyFileError) {
            _ = try StudyFile.parse(text, file: "study.yaml", context: context)
            return ""
        } catch { return error.sentence }
    }

    private static func rules(_ rules: String) throws -> WindowRules? {
        try StudyFile.parse(text(rules), file: "study.yaml", context: context).arms[1].windows
    }

    @Test func `an arm without rules allows every window`() throws {
        let study = try StudyFileTests.study(StudyFileTests.example)

        #expect(study.arms.allSatisfy { $0.windows == nil })
    }

    @Test func `a study fixes the window, limits it, or puts windows on keys`() throws {
        #expect(try Self.rules("{fixed: yes}") == WindowRules(isFixed: true))
        #expect(
            try Self.rules("{width: [100, 4000], level: [-100, 600]}")
                == WindowRules(width: WindowRange(100, 4000), level: WindowRange(-100, 600)))
        #expect(try Self.rules("{keys: [bone, 2000/500]}")?.keys == ["bone", "2000/500"])
    }

    @Test(arguments: [
        ("{fixed: yes, keys: [bone]}", "study.yaml:6:", "A fixed window leaves nothing to choose"),
        ("{keys: [bon]}", "study.yaml:6:", "bon is no window. Known are auto, bone, lung"),
        ("{keys: []}", "study.yaml:6:", "There are keys for 1 to 9 windows, not for 0."),
        ("{width: [4000, 100]}", "study.yaml:6:", "The least value comes first"),
        ("{width: [0, 100]}", "study.yaml:6:", "a width is more than 0"),
        ("{width: [100]}", "study.yaml:6:", "the least and the greatest value"),
        ("{width: [1, nan]}", "study.yaml:6:", "Here stands a number, not nan."),
        ("{width: [1, 400]}", "study.yaml:6:", "The window bone has width 2500 and level 480"),
        (
            "{level: [0, 600], keys: [lung]}", "study.yaml:6:",
            "The window lung has width 1500 and level -600, outside of the limits here."
        ),
        ("{colour: red}", "study.yaml:6:", "There is no colour here."),
    ])
    func `rules that make no sense are refused with their place`(
        _ rules: String, _ place: String, _ sentence: String
    ) {
        let complaint = Self.complaint(Self.text(rules))

        #expect(complaint.contains(place) && complaint.contains(sentence), "\(complaint)")
    }

    @Test func `a window of the images is not held against the limits`() throws {
        #expect(Self.complaint(Self.text("{width: [1, 400]}", window: "auto")) == "")
    }

    @Test func `arms with one label have the same rules`() {
        let text = StudyFileTests.example.replacing(
            "\"sCT|synthetic\"}, window: bone",
            with: "\"sCT|synthetic\"}, window: bone, windows: {fixed: yes}")

        #expect(Self.complaint(text).contains("differ in windows"), "\(Self.complaint(text))")
    }

    @Test func `an instrument puts windows on keys, and a study says when one is none`() throws {
        let text = """
            id: one
            version: 1.0.0
            title: One
            windows: [bone, wide]
            items:
              - {id: quality, label: quality, type: yesNo}
            """
        let instrument = try InstrumentFile.parse(text, file: "one.yaml")
        #expect(instrument.windows == ["bone", "wide"])
        let context = StudyContext(
            windowNames: ["bone"], isWindow: { $0 == "bone" },
            instrument: { _ throws(StudyFileError) in try InstrumentFile.parse(text, file: "o") })

        let error = #expect(throws: StudyFileError.self) {
            try StudyFile.parse(StudyFileTests.example, file: "study.yaml", context: context)
        }
        #expect(error?.sentence.contains("names the window wide, which is none.") == true)
    }
}

import BundledResources
import StudyFiles
import Testing

@Suite struct SchemaTests {
    private func mistakes(in text: String) throws -> [String] {
        try SchemaCheck().mistakes(in: YAMLValue.parse(text, file: "test.yaml"))
    }

    @Test(arguments: Shipped.library.names)
    func `each shipped form fits the schema that editors use`(name: String) throws {
        #expect(try mistakes(in: shippedText(name)) == [])
    }

    @Test(arguments: [
        ("    required: yes", "    requird: yes", "has no requird"),
        ("    type: percentage", "    type: percent", "is no percent"),
        ("version: 1.0.0", "version: one", "/version is one"),
        ("    layout: grid", "    layout: table", "is no table"),
        ("title: Moscow CT 0-4, extent of viral pneumonia on chest CT\n", "", "lacks title"),
        ("row: 1, column: 1}", "row: 0, column: 1}", "fits 0 of several forms"),
    ])
    func `what the reader of forms refuses does not fit the schema either`(
        part: String, change: String, mistake: String
    ) throws {
        let text = try shippedText("covid-ct04").replacing(part, with: change, maxReplacements: 1)

        #expect(try mistakes(in: text).contains { $0.hasSuffix(mistake) })
        #expect(InstrumentText.mistake(in: text) != "no mistake")
    }
}

import Instruments
import Testing

@Suite struct SemanticVersionTests {
    @Test(arguments: ["1.0.0", "0.12.3", "10.20.30"])
    func `three numbers with points are a version, written back the same`(text: String) {
        #expect(SemanticVersion(text)?.description == text)
    }

    @Test(arguments: ["", "1", "1.0", "1.0.0.0", "v1.0.0", "1.0.x", "01.0.0", "1..0", "-1.0.0"])
    func `anything else is none`(text: String) {
        #expect(SemanticVersion(text) == nil)
    }

    @Test func `versions are ordered by number, not by letter`() throws {
        let texts = ["1.10.0", "1.9.9", "2.0.0", "1.9.10"]

        let sorted = texts.compactMap { SemanticVersion($0) }.sorted().map(\.description)

        #expect(sorted == ["1.9.9", "1.9.10", "1.10.0", "2.0.0"])
    }
}

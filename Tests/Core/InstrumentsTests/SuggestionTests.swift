import Instruments
import Testing

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("erosoin", "erosion"), ("Erosion", "erosion"), ("erosin", "erosion"),
        ("sclerosys", "sclerosis"),
    ])
    func `a slip of letters finds the name that was meant`(typed: String, meant: String) {
        let known = ["erosion", "sclerosis", "ankylosis"]

        #expect(Suggestion.nearest(to: typed, among: known) == meant)
        #expect(Suggestion.sentence(for: typed, among: known) == " Did you mean \(meant)?")
    }

    @Test(arguments: ["fat", "", "x", "bone marrow"])
    func `another word finds nothing`(typed: String) {
        #expect(Suggestion.nearest(to: typed, among: ["erosion", "t1", "II"]) == nil)
        #expect(Suggestion.sentence(for: typed, among: []) == "")
    }
}

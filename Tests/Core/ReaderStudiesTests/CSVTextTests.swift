import ReaderStudies
import Testing

@Suite struct CSVTextTests {
    @Test(arguments: [
        (["a", "b"], "a,b\r\n"), (["a,b", "c\"d"], "\"a,b\",\"c\"\"d\"\r\n"),
        (["two\nlines", ""], "\"two\nlines\",\r\n"), ([" x", "y "], "\" x\",\"y \"\r\n"),
        (["\r\n"], "\"\r\n\"\r\n"),
    ])
    func `fields are quoted where they must be`(fields: [String], line: String) {
        #expect(CSVText.line(fields) == line)
    }

    @Test(arguments: ["=1+1", "+x", "-x", "@x", "\tx", "\rx", "\r\nx", " =1", "'quoted'", "＝1"])
    func `a text that could be a formula gets one apostrophe and can be restored`(typed: String) {
        let harmless = CSVText.harmless(typed)

        #expect(harmless == "'" + typed)
        #expect(String(harmless.dropFirst()) == typed)
    }

    @Test(arguments: ["plain", "", "a=b", "5 mm", "é"])
    func `ordinary text stays as it is`(typed: String) {
        #expect(CSVText.harmless(typed) == typed)
    }
}

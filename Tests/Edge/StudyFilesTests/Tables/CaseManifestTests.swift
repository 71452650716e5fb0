import ReaderStudies
import StudyFiles
import Testing

@Suite struct CaseManifestTests {
    private func manifest(_ text: String) throws -> CaseManifest {
        try CaseManifest(text, file: "cases.csv", folder: "/data")
    }

    private func mistakes(_ text: String) -> [String] {
        do {
            _ = try CaseManifest(text, file: "cases.csv", folder: "/data")
            return []
        } catch {
            return error.description.split(separator: "\n").map(String.init)
        }
    }

    @Test func `a case has its participant and the paths of all its lines`() throws {
        let entries = try manifest(
            """
            case,path,participant
            C01,one/T1,P1
            C02,/absolute/CT,
            C01,one/CT,P1
            """
        ).entries

        #expect(entries.map(\.studyCase.id) == ["C01", "C02"])
        #expect(entries.map(\.studyCase.participant) == ["P1", "C02"])
        #expect(entries.map(\.paths) == [["/data/one/T1", "/data/one/CT"], ["/absolute/CT"]])
        #expect(entries.map(\.line) == [2, 3])
    }

    @Test func `columns may come in any order and participant may be left out`() throws {
        let entries = try manifest("path,case\nimages,C1\n").entries

        #expect(entries.first?.studyCase == StudyCase(id: "C1"))
        #expect(entries.first?.paths == ["/data/images"])
    }

    @Test func `what spreadsheets write is understood`() throws {
        let entries = try manifest(
            "\u{FEFF}case,path\r\nC1,\"a, \"\"b\"\"\"\r\n\r\n,\r\nC2,\"two\nlines\"\r\nC3,x"
        ).entries

        #expect(entries.map(\.paths) == [["/data/a, \"b\""], ["/data/two\nlines"], ["/data/x"]])
        #expect(entries.map(\.line) == [2, 5, 7])
    }

    @Test func `every mistake is named with its line`() {
        let found = mistakes(
            """
            case,path,participant
            C01,a,P1
            ,b,P1
            C02,,P1
            C03,c
            C01,d,P2
            C/4,e,
            C05,f,a b
            """)

        #expect(found.count == 6)
        for (mistake, line) in zip(found, 3...8) {
            #expect(mistake.hasPrefix("cases.csv:\(line): "))
        }
        #expect(found[3].contains("participant P1 on line 2"))
    }

    @Test(arguments: [
        ("", "cases.csv:1: The file is empty"),
        ("case,path\n", "cases.csv:1: There is no case"),
        ("case,file\nC1,a", "cases.csv:1: There is no column \"file\""),
        ("case;path\nC1;a", "cases.csv:1: There is no column \"case;path\""),
        ("case,path,path\nC1,a,b", "cases.csv:1: The column path stands twice"),
        ("case,path\nC1,\"a\nC2,b", "cases.csv:2: A quotation mark opens here"),
    ])
    func `a table that is none is refused`(text: String, beginning: String) {
        #expect(mistakes(text).first?.hasPrefix(beginning) == true)
    }

    @Test func `a file that is not there is named`() {
        #expect(throws: TableError.unreadable(file: "/nowhere/cases.csv")) {
            try CaseManifest.load("/nowhere/cases.csv")
        }
    }
}

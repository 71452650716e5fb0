import StudyFiles
import Testing

@testable import readingroom

@Suite struct RatingTableTests {
    private func table(_ text: String) throws -> RatingTable {
        try RatingTable(try CSVTable(text, file: "t.csv"), needed: [.case, .rating])
    }

    private func refusal(_ text: String) -> String? {
        let error = #expect(throws: Refusal.self) { _ = try table(text).numbers() }
        return error?.description
    }

    @Test func `columns come in any order and others are let be`() throws {
        let table = try table("rating,note,case,truth\n2,hello,C1,1\n,x,C2,0\n")

        #expect(try table.numbers() == [2, nil])
        #expect(table.truths == [true, false])
        #expect(table.cases.labels == ["C1", "C2"])
    }

    @Test func `a unit is a site of a case`() throws {
        let table = try table("case,site,rating\nA,1,0\nA,2,1\nB,1,1\n")

        #expect(Set(table.units).count == 3)
    }

    @Test func `mistakes name line and column`() {
        #expect(
            refusal("case,truth\nA,1\n")?.contains("t.csv:1: The column rating is missing") == true)
        #expect(refusal("case,rating,rating\nA,1,1\n")?.contains("stands twice") == true)
        #expect(refusal("case,rating\n")?.contains("no row") == true)
        #expect(refusal("case,rating\nA,1,2\n")?.contains("t.csv:2: This line has 3 cells") == true)
        #expect(refusal("case,rating\nA,high\n")?.contains("t.csv:2: The rating \"high\"") == true)
        #expect(refusal("case,truth,rating\nA,,1\n")?.contains("The truth is missing") == true)
        #expect(refusal("case,truth,rating\nA,2,1\n")?.contains("Write 0 or 1") == true)
        #expect(
            refusal("case,rating\nA,1\nA,2\n")?.contains("t.csv:3: A second row of case A") == true)
        #expect(
            refusal("reader,case,truth,rating\nR1,A,1,1\nR2,A,0,1\n")?.contains("one truth") == true
        )
    }
}

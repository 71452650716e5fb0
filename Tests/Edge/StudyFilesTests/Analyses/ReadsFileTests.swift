import Analysis
import Foundation
import Testing

@testable import StudyFiles

@Suite struct ReadsFileTests {
    /// Writes `text` to a file, gives its path to `body`, and removes it.
    private static func with<Value>(_ text: String, _ body: (String) throws -> Value) throws
        -> Value
    {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file.path)
    }

    private static func sentence(_ text: String) throws -> String {
        try with(text) { path in
            do {
                _ = try ReadsFile.load(path)
                return ""
            } catch let error as TableError {
                return error.description.replacing("\(path):", with: "")
            }
        }
    }

    @Test func `reads and answers keep their four states and their lines`() throws {
        let text = """
            reader,participant,case,arm,site,item,status,value,reason,activeSeconds
            R1,P1,P1-1,A,"S,1",x,value,1,,12.5
            R1,P1,P1-1,A,S2,x,notAssessable,,motion,12.5
            R1,P1,P1-1,A,S3,x,skippedByRule,,,12.5
            R2,P1,P1-1,A,S1,x,missing,,,

            """

        let reads = try Self.with(text) { try ReadsFile.load($0) }

        #expect(reads.table.reads.count == 2)
        #expect(reads.table.reads[0].seconds == 12.5)
        #expect(reads.table.participants.names == ["P1"])
        #expect(reads.table.sites.names == ["S,1", "S2", "S3", "S1"])
        #expect(
            reads.table.answers.map(\.state) == [.value, .notAssessable, .skipped, .missing])
        #expect(reads.table.answers.map(\.event) == [2, 3, 4, 5])
        #expect(reads.table.reasons.names == ["motion"])
        #expect(!reads.hasEvents)
    }

    @Test func `five columns are enough, and modality is an arm`() throws {
        let reads = try Self.with(
            "reader,case,modality,item,value\r\nR1,C1,CT,x,1\r\nR1,C2,CT,x,\r\n"
        ) {
            try ReadsFile.load($0)
        }

        #expect(reads.table.participants.names == ["C1", "C2"])
        #expect(reads.table.arms.names == ["CT"])
        #expect(reads.table.answers.map(\.state) == [.value, .missing])
        #expect(reads.table.sites.names == ["exam"])
    }

    @Test func `revisions stay apart, withdrawn reads are counted, confidence is an item`() throws {
        let text = """
            reader,case,arm,item,value,revision,confidence,withdrawn,event
            R1,C1,A,x,0,1,2,,10
            R1,C1,A,x,1,2,5,,20
            R1,C2,A,x,1,1,5,case withdrawn: twin,30

            """

        let reads = try Self.with(text) { try ReadsFile.load($0) }

        #expect(reads.table.reads.map(\.revision) == [1, 2])
        #expect(reads.table.withdrawn.map(\.reason) == ["case withdrawn: twin"])
        #expect(reads.hasRevisions && reads.hasEvents)
        #expect(reads.table.items.names == ["x", "confidence_x"])
        #expect(reads.table.answers.map(\.event) == [10, 10, 20, 20])
    }

    @Test(arguments: [
        ("reader,case,arm,value\nR1,C1,A,1\n", "1: The column item is missing."),
        ("reader,case,arm,item,value\n", "1: There is no row below the header."),
        ("reader,case,arm,item,value\nR1,C1,A,x\n", "2: This line has 4 cells, the header has 5."),
        (
            "reader,case,arm,item,value,status\nR1,C1,A,x,1,maybe\n",
            "2: The status \"maybe\" is none of value, notAssessable"
        ),
        (
            "reader,case,arm,item,value,occasion\nR1,C1,A,x,1,two\n",
            "2: The occasion \"two\" is no whole number."
        ),
        ("reader,case,arm,item,value\nR1,,A,x,1\n", "2: The case is missing."),
        ("reader,case,arm,item,value\nR1,\"C1,A,x,1\n", "2: A quotation mark opens here"),
    ])
    func `a mistake is told with its line`(text: String, sentence: String) throws {
        #expect(try Self.sentence(text).hasPrefix(sentence))
    }

    @Test func `a reference has one truth a question, and knows contested ones`() throws {
        let text = "case,site,item,value\nC1,S1,x,1\nC1,S2,x,excluded\nC2,S1,x,NA\n"

        let reference = try Self.with(text) { try ReferenceFile.load($0) }

        #expect(reference.values.count == 3)
        #expect(
            reference.values[Reference.Key(caseID: "C1", site: "S2", item: "x")]
                == .excluded("excluded"))
        #expect(throws: TableError.self) {
            try Self.with("case,item,value\nC1,x,1\nC1,x,0\n") { try ReferenceFile.load($0) }
        }
    }
}

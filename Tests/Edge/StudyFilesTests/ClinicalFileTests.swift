import ReaderStudies
import StudyFiles
import Testing

/// Which clinical fields a study may reveal, and what a table may bring in.
@Suite struct ClinicalFileTests {
    private static let declared = """
        reveal:
          - {field: weeks, label: Weeks since radiotherapy, type: whole, range: [0, 520], unit: weeks, arms: [sCT, CT]}
          - {field: crp, type: number, range: [0, 500], unit: mg/l}
          - {field: side, type: code, codes: [left, right]}
        """

    private static func fields() throws -> [ClinicalField] {
        let text = StudyFileTests.changed("reveal: []", to: declared)
        return try StudyFileTests.study(text).clinical ?? []
    }

    @Test func `declared fields have a kind, a unit and their arms`() throws {
        let fields = try Self.fields()

        #expect(fields.map(\.id) == ["weeks", "crp", "side"])
        #expect(fields.map(\.label) == ["Weeks since radiotherapy", "crp", "side"])
        #expect(fields.map(\.kind) == [.whole(0, 520), .number(0, 500), .code(["left", "right"])])
        #expect(fields[0].arms == ["sCT", "CT"])
        #expect(fields[1].isShown(in: "T1w"))
    }

    @Test(arguments: [
        ("field: crp", "field: patientName", "could tell who somebody is"),
        ("field: crp", "field: birth-date", "could tell who somebody is"),
        ("field: crp", "field: side", "Field side is listed twice"),
        ("type: number", "type: text", "text is none of"),
        ("range: [0, 500]", "range: [0, 99999999]", "neither a date nor a number of a person"),
        ("range: [0, 500]", "range: [500, 0]", "A range goes up"),
        ("range: [0, 520]", "range: [0, 5.5]", "whole ends"),
        ("codes: [left, right]", "codes: [left]", "2 to 50 codes"),
        ("arms: [sCT, CT]", "arms: [CT]", "have the label B and must look equal"),
        ("arms: [sCT, CT]", "arms: [MR]", "There is no arm MR"),
    ])
    func `a field that could tell something else is refused with its line`(
        part: String, other: String, said: String
    ) {
        let complaint = StudyFileTests.complaint(
            StudyFileTests.changed(
                "reveal: []", to: Self.declared.replacing(part, with: other)))

        #expect(complaint.contains(said), "\(complaint)")
        #expect(complaint.contains("study.yaml:1"), "\(complaint)")
    }

    private static let cases = [
        StudyCase(id: "C1", participant: "P1"), StudyCase(id: "C2", participant: "P1"),
        StudyCase(id: "C3", participant: "P2"),
    ]

    private static func table(_ text: String) throws -> [ClinicalValue] {
        let table = try CSVTable(text, file: "clinical.csv")
        return try ClinicalTable(table, fields: try fields(), cases: cases).values
    }

    @Test func `values of a participant hold for all of their cases, in one way of writing`() throws
    {
        let values = try Self.table("participant,crp,weeks,side\nP1,007.50,12,left\nP2,,0,\n")

        #expect(
            values.map { "\($0.caseID) \($0.field) \($0.value)" } == [
                "C1 weeks 12", "C1 crp 7.5", "C1 side left", "C2 weeks 12", "C2 crp 7.5",
                "C2 side left", "C3 weeks 0", "C3 crp ", "C3 side ",
            ])
    }

    @Test(arguments: [
        ("case,crp,weeks,side,name\nC1,1,1,left,Smith\n", 1, "\"name\" is no field of the study"),
        ("case,crp,weeks\nC1,1,1\n", 1, "The column side is missing"),
        ("crp,weeks,side\n1,1,left\n", 1, "A column case or participant is missing"),
        ("case,crp,weeks,side\nC1,1,1,Smith\n", 2, "side takes one of left, right"),
        (
            "case,crp,weeks,side\nC1,1,19800214,left\n", 2,
            "weeks takes a whole number from 0 to 520"
        ),
        ("case,crp,weeks,side\nC1,inf,1,left\n", 2, "crp takes a number from 0 to 500"),
        ("case,crp,weeks,side\nC9,1,1,left\n", 2, "Case C9 is not in the store"),
        ("case,crp,weeks,side\nC1,1,1,left\nC1,1,1,left\n", 3, "stands on line 2 already"),
    ])
    func `a table with anything else is refused, and a wrong cell is not repeated`(
        text: String, line: Int, said: String
    ) {
        let error = #expect(throws: TableError.self) { try Self.table(text) }

        let sentence = "\(error?.description ?? "")"
        #expect(sentence.contains("clinical.csv:\(line): "), "\(sentence)")
        #expect(sentence.contains(said), "\(sentence)")
        #expect(!sentence.contains("Smith"))
    }
}

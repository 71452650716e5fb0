import Testing

@testable import Reports

@Suite struct TextTableTests {
    @Test func `numbers end below each other`() {
        let table = ReportTable(
            title: "", columns: [.words("Arm"), .numbers("n")], keys: 1,
            rows: [["CT", "5"], ["T1w", "123"]])

        #expect(
            TextTable(table: table, width: 80).lines == [
                "Arm    n", "--------", "CT     5", "T1w  123",
            ])
    }

    @Test func `a table wider than the screen goes on below with its first column`() {
        let columns = (0..<12).map { ReportTable.Column.numbers("column\($0)") }
        let table = ReportTable(
            title: "", columns: [.words("Reader")] + columns, keys: 1,
            rows: [["R1"] + (0..<12).map { "\($0)" }])

        let lines = TextTable(table: table, width: 40).lines

        #expect(lines.allSatisfy { $0.count <= 40 })
        #expect(lines.count { $0.hasPrefix("R1") } == 4)
        #expect(lines.joined().contains("column11"))
    }

    @Test func `words are wrapped and a long word is broken`() {
        #expect(TextWrap.lines("one two three", width: 8) == ["one two", "three"])
        #expect(TextWrap.lines("abcdefghij", width: 4) == ["abcd", "efgh", "ij"])
        #expect(TextWrap.lines("", width: 4) == [""])
    }

    @Test func `a column in which nothing stands is left out`() {
        let table = ReportTable(
            title: "", columns: [.words("Arm"), .words("Reader"), .numbers("n")], keys: 2,
            rows: [["CT", "", "1"]])

        #expect(table.columns.map(\.title) == ["Arm", "n"])
        #expect(table.keys == 1)
    }

    @Test func `footnotes have a letter each and go on after z`() {
        var notes = Footnotes()

        let marks = (0..<28).map { notes.mark("reason \($0)") }

        #expect(marks[0] == "a" && marks[25] == "z" && marks[26] == "aa" && marks[27] == "ab")
        #expect(notes.mark("reason 3") == "d")
        #expect(notes.lines.count == 28)
    }
}

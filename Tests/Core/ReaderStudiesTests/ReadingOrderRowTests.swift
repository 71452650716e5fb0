import Foundation
import ReaderStudies
import Testing

@Suite struct ReadingOrderRowTests {
    static func row(step: Int) -> ReadingOrderRow {
        ReadingOrderRow(
            position: 1, session: 1, participant: "P1",
            read: ReadKey(reader: "R1", caseID: "C1", arm: "CT"), opensOnDay: 0, step: step)
    }

    private func json(_ row: ReadingOrderRow) throws -> String {
        String(decoding: try JSONEncoder().encode(row), as: UTF8.self)
    }

    @Test func `a row without steps is written as before there were steps`() throws {
        let text = try json(Self.row(step: 1))

        #expect(!text.contains("step"))
        #expect(
            try JSONDecoder().decode(ReadingOrderRow.self, from: Data(text.utf8)).step == 1)
    }

    @Test func `a later step is written and read`() throws {
        let text = try json(Self.row(step: 2))

        #expect(text.contains("\"step\":2"))
        #expect(
            try JSONDecoder().decode(ReadingOrderRow.self, from: Data(text.utf8))
                == Self.row(step: 2))
    }

    @Test func `a plan written before there were steps and repeats is understood`() throws {
        let text = #"{"casesPerSession":20,"kind":"crossover","seed":7,"washoutDays":28}"#

        let design = try JSONDecoder().decode(Design.self, from: Data(text.utf8))

        #expect(design == Design(kind: .crossover, washoutDays: 28, seed: 7))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(String(decoding: try encoder.encode(design), as: UTF8.self) == text)
    }

    @Test func `only a later step of a sequential design is prefilled, and only when it says so`() {
        let filled = Design(kind: .sequential, seed: 1, prefill: true)

        #expect(filled.prefills(step: 2))
        #expect(!filled.prefills(step: 1))
        #expect(!Design(kind: .sequential, seed: 1).prefills(step: 2))
    }

    @Test func `a calendar has the least of the days that are stated`() {
        #expect(StudyCalendar().days == nil)
        #expect(StudyCalendar(firstDay: 10, lastDay: 19).days == 10)
        #expect(StudyCalendar(firstDay: 10, lastDay: 19, mostDays: 7).days == 7)
        #expect(StudyCalendar(lastDay: 19).days == nil)
    }
}

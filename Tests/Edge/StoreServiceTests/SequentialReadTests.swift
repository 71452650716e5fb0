import Foundation
import Persistence
import ReaderStudies
import StoreService
import Testing

/// Steps of one read: sealed one after another, each shown only after the one before.
@Suite struct SequentialReadTests {
    @Test func `the second step opens in the same sitting and begins with the own answers`() throws
    {
        let fixture = try ServiceFixture.sequential(prefill: true)
        let session = try fixture.session()
        let first = try session.open()
        _ = try session.record(.answer(ServiceFixture.presence, .value(.code("1"))))
        _ = try session.record(.answer(ServiceFixture.size, .value(.number(12.5))))
        _ = try session.sign(view: ServiceFixture.view(first))

        let second = try session.open()

        #expect(first.blindedCase.armLabel == "A")
        #expect(second.blindedCase.armLabel == "B")
        #expect(second.revision == 1)
        #expect(
            second.sheet.answers == [
                ServiceFixture.presence: .value(.code("1")),
                ServiceFixture.size: .value(.number(12.5)),
            ])
        let rows = try fixture.store.order(of: "R1")
        #expect(rows[0].read.caseID == rows[1].read.caseID)
        #expect(try fixture.store.read(of: rows[1].read)?.sheet == second.sheet)
    }

    @Test func `without prefill the second step is empty`() throws {
        let fixture = try ServiceFixture.sequential(prefill: false)
        let session = try fixture.session()
        try fixture.readOne(session)

        #expect(try session.open().sheet == AnswerSheet())
    }

    @Test func `nothing goes back to a sealed step, and its row stays byte for byte`() throws {
        let fixture = try ServiceFixture.sequential(prefill: true)
        let session = try fixture.session()
        try fixture.readOne(session)
        let row = try fixture.store.order(of: "R1")[0]
        func sealed() throws -> [RecordedRead] {
            try fixture.store.recordedReads().filter { $0.row == row }
        }
        let before = try sealed()

        let refusal = #expect(throws: AccessRefusal.self) { _ = try session.amend(reason: "slip") }
        #expect(refusal?.sentence.contains("sealed") == true)
        let second = try session.open()
        _ = try session.record(.answer(ServiceFixture.presence, .value(.code("1"))))
        _ = try session.record(.answer(ServiceFixture.size, .value(.number(3))))
        _ = try session.sign(view: ServiceFixture.view(second))

        #expect(try sealed() == before)
        #expect(before.first?.sheet.answers == [ServiceFixture.presence: .value(.code("0"))])
        #expect(throws: StoreError.self) {
            try fixture.store.append(
                .entryRecorded(
                    EntryRecorded(read: row.read, entry: .clear(ServiceFixture.presence))),
                by: .reader("R1"))
        }
    }

    @Test func `no other case comes between the steps, whatever day it is`() throws {
        let fixture = try ServiceFixture.sequential(prefill: true)
        let session = try fixture.session()
        let first = try fixture.readOne(session)
        fixture.clock.advance(days: 3)

        let second = try fixture.session().open()

        #expect(second.blindedCase.position == first.blindedCase.position + 1)
        let rows = try fixture.store.order(of: "R1")
        #expect(try fixture.store.reads(of: "R1").map(\.key) == rows.prefix(2).map(\.read))
    }

    @Test func `frames of the next step are refused before the step is sealed`() throws {
        let fixture = try ServiceFixture.sequential(prefill: true)
        let session = try fixture.session()
        _ = try session.open()
        let rows = try fixture.store.order(of: "R1")
        let later = SeriesToken("\(rows[1].read.caseID)-\(rows[1].read.arm)")

        let refusal = #expect(throws: AccessRefusal.self) { _ = try session.frames(of: later) }

        #expect(refusal?.sentence == "This series does not belong to the open read.")
    }
}

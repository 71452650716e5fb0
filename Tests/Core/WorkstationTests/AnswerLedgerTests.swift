import ReaderStudies
import Testing

@testable import Workstation

@Suite struct AnswerLedgerTests {
    private let first = ItemKey("R-IL-U", "erosion")
    private let second = ItemKey("R-IL-L", "erosion")
    private let absent = Answer.value(.code("0"))
    private let present = Answer.value(.code("1"))

    private func ledger(_ sheet: AnswerSheet = AnswerSheet()) -> AnswerLedger {
        AnswerLedger(SampleReads.opened(sheet: sheet))
    }

    @Test func `an answer is saved only when the store has said so`() {
        var ledger = ledger()

        let send = ledger.enter([.answer(first, absent)])

        #expect(send == .answer(first, absent))
        #expect(ledger.saved.answers.isEmpty)
        #expect(ledger.sheet.answers == [first: absent])
        #expect(ledger.isWaiting(first))
        let next = ledger.confirm(413)
        #expect(next == nil)
        #expect(ledger.saved.answers == [first: absent])
        #expect(ledger.savedNumber == 413)
    }

    @Test func `one entry is under way at a time, in the order of typing`() {
        var ledger = ledger()

        _ = ledger.enter([.answer(first, absent)])
        let second = ledger.enter([.answer(second, present)])

        #expect(second == nil)
        let next = [ledger.confirm(413), ledger.confirm(414)]
        #expect(next == [.answer(self.second, present), nil])
        #expect(ledger.waiting.isEmpty)
    }

    @Test func `what the store could not write stays and is tried again first`() {
        var ledger = ledger()
        _ = ledger.enter([.answer(first, absent)])

        ledger.refuse(.notSaved("the disk is full"))

        #expect(ledger.sheet.answers == [first: absent])
        #expect(ledger.refusal == .notSaved("the disk is full"))
        let again = ledger.enter([.answer(second, present)])
        let next = ledger.confirm(413)
        #expect(again == .answer(first, absent))
        #expect(next == .answer(second, present))
        #expect(ledger.refusal == nil)
    }

    @Test func `what the store finds invalid is dropped`() {
        var ledger = ledger()
        _ = ledger.enter([.answer(first, absent)])

        ledger.refuse(.invalidEntry("No."))

        #expect(ledger.waiting.isEmpty)
        #expect(ledger.sheet.answers.isEmpty)
    }

    @Test func `undo gives back what was answered before, or nothing`() {
        var ledger = ledger(AnswerSheet(answers: [first: present]))
        _ = ledger.enter([.answer(first, absent)])
        _ = ledger.confirm(413)
        _ = ledger.enter([.answer(second, absent)])
        _ = ledger.confirm(414)

        var undone: [[ReadEntry]?] = []
        for number in 415...417 {
            undone.append(ledger.undo()?.entries)
            _ = ledger.confirm(number)
        }

        #expect(undone == [[.clear(second)], [.answer(first, present)], nil])
        #expect(ledger.sheet.answers == [first: present])
    }

    @Test func `undo takes entries back that were made together`() {
        var ledger = ledger()
        _ = ledger.enter([.answer(first, absent), .answer(second, absent)])

        let undone = ledger.undo()

        #expect(undone?.entries == [.clear(first), .clear(second)])
        #expect(ledger.sheet.answers.isEmpty)
    }

    @Test func `a lesion gets a number that was never used, and a withdrawn one cannot come back`()
    {
        var ledger = ledger()
        _ = ledger.enter([.addLesion("L1")])
        _ = ledger.confirm(413)
        _ = ledger.enter([.withdrawLesion("L1")])
        _ = ledger.confirm(414)

        #expect(ledger.nextLesion == 2)
        #expect(!ledger.canUndo)
    }
}

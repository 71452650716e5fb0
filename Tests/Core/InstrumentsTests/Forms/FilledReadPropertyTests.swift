import Instruments
import ReaderStudies
import TestSupport
import Testing

@Suite struct FilledReadPropertyTests {
    /// Any cells, sensible or not.
    private func cells(_ numbers: inout SplitMix) -> [FilledRead.Cell] {
        let keys = [
            "R-IL-U/erosion", "R-IL-U/depth_mm", "R-U/ankylosis", "erosions", "share", "quality",
            "note", "R-IL-U/unknown", "L1/erosion",
        ]
        let texts = [
            "0", "1", "present", "7.5", "7,5", "101 %", "99", "NA", "NA: motion", "", "-1", "5",
            "a note that is too long", "é", "s1 1 2 3 4 5 6",
        ]
        return (0..<8).map { _ in
            FilledRead.Cell(
                JointForm.key(keys.randomElement(using: &numbers) ?? ""),
                texts.randomElement(using: &numbers) ?? "")
        }
    }

    @Test func `whatever is filled in, only answers that a reader could give are taken`() throws {
        var numbers = SplitMix(seed: 11)
        let instrument = try JointForm.instrument()
        for _ in 0..<300 {
            let read = FilledRead(instrument, shows: [], cells: cells(&numbers))

            for (key, answer) in read.form.sheet.answers {
                #expect(throws: Never.self) { try read.form.validate(.answer(key, answer)) }
            }
            #expect(!read.form.remarks.contains { $0.severity == .refusal })
        }
    }

    @Test func `every cell is taken, empty, or refused with a sentence`() throws {
        var numbers = SplitMix(seed: 12)
        let instrument = try JointForm.instrument()
        for _ in 0..<300 {
            let cells = cells(&numbers)
            let read = FilledRead(instrument, shows: [], cells: cells)

            #expect(read.refusals.allSatisfy { !$0.sentence.isEmpty })
            let refused = Set(read.refusals.map { cells[$0.cell].key })
            let filled = Set(cells.filter { !$0.text.isEmpty }.map(\.key))
            #expect(refused.union(read.form.sheet.answers.keys) == filled)
        }
    }
}

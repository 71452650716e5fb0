import ReaderStudies
import StudyDesigns
import Testing

/// Orders that stores hold since the first version: a change of the algorithm would show here.
@Suite struct ReleasedOrdersTests {
    /// FNV-1a (64 bits) over the rows of the generated studies 0 to 59, as the first version drew them.
    static let wanted: UInt64 = 733_208_031_126_434_333

    @Test func `sixty generated studies are drawn as in the first version`() {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        func fold(_ rows: [ReadingOrderRow]) {
            for row in rows {
                let line =
                    "\(row.position),\(row.session),\(row.participant),\(row.read.reader),"
                    + "\(row.read.caseID),\(row.read.arm),\(row.read.occasion),\(row.opensOnDay)\n"
                for byte in line.utf8 { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            }
        }

        for seed in 0..<UInt64(60) {
            let made = GeneratedStudy(seed: seed)
            let people = Set(made.cases.map(\.participant)).sorted()
            // Whole participants come in later: those who have rows keep their arms since the second version.
            let early = Set(people.prefix(people.count / 2))
            let first = made.cases.filter { early.contains($0.participant) }
            guard let drawing = try? OrderDrawing(study: made.study, cases: made.cases),
                let rows = try? drawing.rows()
            else { continue }
            fold(rows)
            guard let before = try? OrderDrawing(study: made.study, cases: first).rows(),
                let added = try? drawing.rows(after: before)
            else { continue }
            fold(added)
        }

        #expect(digest == Self.wanted)
    }
}

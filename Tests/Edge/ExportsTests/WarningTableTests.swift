import Exports
import Instruments
import ReaderStudies
import Testing

@Suite struct WarningTableTests {
    /// A form whose one question says three things about an answer above its limits.
    private static func table(_ reads: [RecordedRead]) throws -> WarningTable {
        let instrument = try Instrument(
            id: "mini", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "Mini",
            siteSets: [], lesions: nil,
            items: [
                Item(
                    id: "size", label: "size", placement: .exam,
                    kind: .number(NumberFormat(unit: "mm", range: 0...100, decimals: 1)),
                    rules: [
                        Rule(.warning, when: "size > 30", say: "Larger than 30 mm."),
                        Rule(
                            .hint, when: "size > 20", say: "=Is it one?", visibility: .afterSigning),
                        Rule(.unsignable, when: "size > 90", say: "Too large."),
                        Rule(.warning, when: "size > 50", say: "Rare.", visibility: .never),
                    ], layout: .scalar)
            ],
            derived: [])
        return WarningTable(
            try LongTable(study: LongTableTests.study, instruments: [instrument], reads: reads))
    }

    private static func read(_ size: Double, revision: Int = 1) -> RecordedRead {
        RecordedRead(
            row: LongTableTests.row, instrument: LongTableTests.study.instruments[0],
            revision: revision,
            sheet: AnswerSheet(
                lesions: [], answers: [ItemKey("exam", "size"): .value(.number(size))]),
            events: [:],
            signature: RecordedRead.Signature(
                signedAt: UTCInstant(milliseconds: 0), activeMS: 1, isolation: .none,
                event: 30 + revision))
    }

    @Test func `each warning that stood at a signature has a row, seen or not`() throws {
        let rows = try Self.table([Self.read(31), Self.read(60, revision: 2), Self.read(3)]).rows

        #expect(rows.allSatisfy { $0.count == WarningTable.header.count })
        #expect(
            rows.map { $0[8...].joined(separator: "|") } == [
                "mini|1.0.0|1|exam|size|warning|Larger than 30 mm.|live|31",
                "mini|1.0.0|1|exam|size|hint|'=Is it one?|afterSigning|31",
                "mini|1.0.0|2|exam|size|warning|Larger than 30 mm.|live|32",
                "mini|1.0.0|2|exam|size|hint|'=Is it one?|afterSigning|32",
                "mini|1.0.0|2|exam|size|warning|Rare.|never|32",
            ])
        #expect(rows.first?.prefix(8) == ["mini", "R1", "P7", "C7", "T1w", "1", "2", "3"])
    }

    @Test func `a read that is not signed has none`() throws {
        let open = RecordedRead(
            unsigned: LongTableTests.row, instrument: LongTableTests.study.instruments[0])

        #expect(try Self.table([open]).rows.isEmpty)
        #expect(
            try Self.table([]).csv == "study,reader,participant,case,arm,occasion,session,"
                + "position,instrument,version,revision,site,item,severity,sentence,shown,event\r\n"
        )
    }
}

import Exports
import Instruments
import ReaderStudies
import Testing

@Suite struct LongTableTests {
    static let study = ReaderStudy(
        id: "mini", title: "Mini", instruments: [InstrumentReference(id: "mini", version: "1.0.0")],
        arms: [Arm(id: "T1w", label: "A", series: [SeriesRule()], shows: ["t1"])],
        design: Design(kind: .single, seed: 1), readers: ["R1"])

    static func instrument() throws -> Instrument {
        let finding = ItemKind.binary(
            absent: Choice(code: "0", label: "absent"), present: Choice(code: "1", label: "present")
        )
        return try Instrument(
            id: "mini", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "Mini",
            siteSets: [
                SiteSet(
                    id: "side", label: "side", grid: SiteGrid(rows: ["s"], columns: ["R", "L"]),
                    sites: [
                        Site(id: "R", label: "right", row: 0, column: 0),
                        Site(id: "L", label: "left", row: 0, column: 1),
                    ])
            ],
            lesions: LesionList(
                id: "lesion", label: "lesion", prefix: "M", maximum: 9, whenFull: "No more."),
            items: [
                Item(
                    id: "erosion", label: "erosion", placement: .sites("side"), kind: finding,
                    requirement: .required, layout: .grid, help: "Loss of\n the cortex."),
                Item(
                    id: "confidence_erosion", label: "confidence", placement: .sites("side"),
                    kind: .codes([
                        Choice(code: "3", label: "unsure"), Choice(code: "4", label: "sure"),
                    ]), layout: .list),
                Item(
                    id: "depth", label: "depth", placement: .sites("side"),
                    kind: .number(NumberFormat(unit: "mm", range: -5...50, decimals: 1)),
                    showIf: "erosion == present", layout: .list),
                Item(
                    id: "share", label: "share", placement: .exam, kind: .percentage,
                    layout: .scalar),
                Item(
                    id: "note", label: "note", placement: .exam, kind: .text(maximum: 200),
                    layout: .scalar),
                Item(id: "place", label: "place", placement: .lesions, kind: .mark, layout: .list),
            ],
            derived: [
                DerivedValue(
                    id: "half", label: "half", placement: .exam,
                    rule: .firstOf([DerivedCase("large", when: "share > 50")]), visibility: .never)
            ])
    }

    static let row = ReadingOrderRow(
        position: 3, session: 2, participant: "P7",
        read: ReadKey(reader: "R1", caseID: "C7", arm: "T1w"), opensOnDay: 0)

    static let sheet = AnswerSheet(
        lesions: ["M2"],
        answers: [
            ItemKey("R", "erosion"): .value(.code("1")),
            ItemKey("R", "confidence_erosion"): .value(.code("4")),
            ItemKey("R", "depth"): .value(.number(-2.5)),
            ItemKey("L", "erosion"): .notAssessable(.other("=cmd(), \"quoted\"")),
            ItemKey("exam", "share"): .value(.integer(80)),
            ItemKey("exam", "note"): .value(.text("=1+1")),
            ItemKey("M2", "place"): .value(
                .mark(
                    Mark(
                        series: "abc", column: 4, row: 5, slice: 6, positionMM: [0.1, -12.5, 1e-7]))
            ),
        ])

    static func signed() -> RecordedRead {
        RecordedRead(
            row: row, instrument: study.instruments[0], revision: 1, sheet: sheet,
            events: [ItemKey("R", "erosion"): 12],
            signature: RecordedRead.Signature(
                signedAt: UTCInstant(milliseconds: 1_780_300_800_000), activeMS: 61_500,
                isolation: .none, event: 30))
    }

    /// Rows as dictionaries by column, by `site item`.
    static func cells(_ reads: [RecordedRead]) throws -> [String: [String: String]] {
        let table = try LongTable(study: study, instruments: [instrument()], reads: reads)
        return Dictionary(
            uniqueKeysWithValues: table.rows.map { row in
                let cells = Dictionary(uniqueKeysWithValues: zip(LongTable.header, row))
                return ("\(cells["site"] ?? "") \(cells["item"] ?? "")", cells)
            })
    }

    @Test func `the header is the one that was promised`() {
        #expect(
            LongTable.header.joined(separator: ",")
                == "study,reader,participant,case,arm,occasion,session,position,instrument,version,"
                + "site,item,status,value,unit,reason,confidence,revision,signedAt,activeSeconds,"
                + "isolation,event,override,withdrawn,step,protocol")
    }

    @Test func `an answer keeps who, where, what, when and its event`() throws {
        let erosion = try #require(try Self.cells([Self.signed()])["R erosion"])

        let wanted = [
            "study": "mini", "reader": "R1", "participant": "P7", "case": "C7", "arm": "T1w",
            "occasion": "1", "session": "2", "position": "3", "instrument": "mini",
            "version": "1.0.0", "site": "R", "item": "erosion", "status": "value", "value": "1",
            "unit": "", "reason": "", "confidence": "4", "revision": "1",
            "signedAt": "2026-06-01T08:00:00.000Z", "activeSeconds": "61.5", "isolation": "none",
            "event": "12", "override": "", "withdrawn": "", "step": "1", "protocol": "1",
        ]
        #expect(erosion == wanted)
    }

    @Test func `value, not assessable, skipped and missing stay four things`() throws {
        let cells = try Self.cells([Self.signed()])
        func state(_ name: String) -> [String?] {
            ["status", "value", "reason"].map { cells[name]?[$0] }
        }

        #expect(state("R depth") == ["value", "-2.5", ""])
        #expect(state("L erosion") == ["notAssessable", "", "other: =cmd(), \"quoted\""])
        #expect(cells["L depth"]?["value"] == "")
        #expect(["skippedByRule", "missing"].contains(cells["L depth"]?["status"]))
        #expect(state("L confidence_erosion") == ["missing", "", ""])
        #expect(cells["R depth"]?["unit"] == "mm")
        #expect(cells["exam share"]?["unit"] == "%")
    }

    @Test func `a question whose condition is false is skipped by the rule`() throws {
        var read = Self.sheet
        read.answers[ItemKey("L", "erosion")] = .value(.code("0"))
        let recorded = RecordedRead(
            row: Self.row, instrument: Self.study.instruments[0], revision: 1, sheet: read,
            events: [:],
            signature: RecordedRead.Signature(
                signedAt: UTCInstant(milliseconds: 0), activeMS: 0, isolation: .app, event: 5))

        let depth = try #require(try Self.cells([recorded])["L depth"])

        #expect(depth["status"] == "skippedByRule")
        #expect(depth["value"] == "")
        #expect(depth["event"] == "5")
    }

    @Test func `a mark becomes rows of millimetres, slice, row and column`() throws {
        let cells = try Self.cells([Self.signed()])
        let parts = ["x", "y", "z", "series", "slice", "row", "column"]

        let values = parts.map { cells["M2 place.\($0)"]?["value"] }

        #expect(values == ["0.1", "-12.5", "1e-7", "abc", "6", "5", "4"])
        #expect(cells["M2 place.y"]?["unit"] == "mm")
        #expect(cells["M2 place.slice"]?["unit"] == "")
    }

    @Test func `derived values follow the answers`() throws {
        #expect(try Self.cells([Self.signed()])["exam half"]?["value"] == "large")
    }

    @Test func `a read that is not signed has only missing and skipped items`() throws {
        let planned = RecordedRead(unsigned: Self.row, instrument: Self.study.instruments[0])

        let cells = try Self.cells([planned])

        #expect(cells.count == 9)
        #expect(cells.values.allSatisfy { $0["revision"] == "0" && $0["value"] == "" })
        #expect(cells.values.allSatisfy { $0["signedAt"] == "" && $0["event"] == "" })
        #expect(cells["exam share"]?["status"] == "missing")
    }

    @Test func `a read of another form is refused`() throws {
        let stranger = RecordedRead(
            unsigned: Self.row, instrument: InstrumentReference(id: "other", version: "2.0.0"))

        #expect(throws: ExportError.noInstrument("other@2.0.0")) {
            _ = try LongTable(
                study: Self.study, instruments: [Self.instrument()], reads: [stranger])
        }
    }

    @Test func `every item, site, code and column is in the codebook`() throws {
        let rows = Codebook(instruments: [try Self.instrument()]).rows
        let table = try LongTable(
            study: Self.study, instruments: [Self.instrument()], reads: [Self.signed()])
        let items = Set(rows.filter { $0[0] == "item" || $0[0] == "derived" }.map { $0[4] })
        let columns = rows.filter { $0[0] == "column" }.map { $0[4] }

        #expect(rows.allSatisfy { $0.count == Codebook.header.count })
        #expect(items == Set(table.rows.map { $0[11] }))
        #expect(columns == LongTable.header)
        #expect(rows.filter { $0[0] == "code" && $0[4] == "erosion" }.map { $0[5] } == ["0", "1"])
        #expect(rows.contains { $0[0] == "site" && $0[3] == "R" && $0[6] == "right" })
        #expect(rows.contains { $0[4] == "erosion" && $0[8] == "Loss of the cortex." })
    }
}

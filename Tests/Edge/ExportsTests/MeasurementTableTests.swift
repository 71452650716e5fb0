import Exports
import ReaderStudies
import Testing

@Suite struct MeasurementTableTests {
    private static let key = ItemKey("L1", "size_mm")

    private static func read(_ measured: AnswerMeasurement?) -> RecordedRead {
        RecordedRead(
            row: ReadingOrderRow(
                position: 3, session: 1, participant: "P1",
                read: ReadKey(reader: "R1", caseID: "C1", arm: "MR"), opensOnDay: 0),
            instrument: InstrumentReference(id: "mini", version: "1.0.0"), revision: 2,
            sheet: AnswerSheet(
                lesions: ["L1"], answers: [key: .value(.number(11.5))],
                measurements: measured.map { [key: $0] } ?? [:]), events: [key: 17],
            signature: RecordedRead.Signature(
                signedAt: UTCInstant(milliseconds: 0), activeMS: 1, isolation: .none, event: 20))
    }

    private static let measured = AnswerMeasurement(
        kind: .perpendicularPair, series: "5f2c", slice: 3,
        points: [
            MeasuredPoint(voxel: [10, 12.5, 3], positionMM: [-5, 6.25, 9]),
            MeasuredPoint(voxel: [33, 12, 3], positionMM: [16.5, 6, 9]),
        ],
        quantities: [
            AnswerQuantity(name: "long axis", value: 11.5, unit: "mm"),
            AnswerQuantity(name: "short axis", value: 7.0 / 3, unit: "mm"),
        ], answered: "long axis", windowCenter: 40, windowWidth: 0, pixelScale: 1.5)

    @Test func `every number of a measurement has a row that says where and how it was measured`() {
        let table = MeasurementTable(study: "s", reads: [Self.read(Self.measured), Self.read(nil)])
        let rows = table.rows.map { cells in
            Dictionary(uniqueKeysWithValues: zip(MeasurementTable.header, cells))
        }

        #expect(rows.count == 2)
        #expect(table.rows.allSatisfy { $0.count == MeasurementTable.header.count })
        #expect(rows.map { $0["quantity"] } == ["long axis", "short axis"])
        #expect(rows.map { $0["value"] } == ["11.5", "2.3333333333333335"])
        #expect(rows.map { $0["answered"] } == ["yes", "no"])
        let first = rows[0]
        #expect(first["site"] == "L1" && first["item"] == "size_mm" && first["event"] == "17")
        #expect(first["kind"] == "perpendicularPair" && first["series"] == "5f2c")
        #expect(first["slice"] == "4" && first["plane"] == "acquired" && first["revision"] == "2")
        #expect(first["voxels"] == "10 12.5 3; 33 12 3")
        #expect(first["positionsMM"] == "-5 6.25 9; 16.5 6 9")
        #expect(first["windowWidth"] == "" && first["zoom"] == "1.5")
    }
}

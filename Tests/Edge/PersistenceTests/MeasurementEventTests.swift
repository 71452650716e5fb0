import Foundation
import ReaderStudies
import Testing

@testable import Persistence

/// What was measured for an answer, in the log beside the answer.
@Suite struct MeasurementEventTests {
    let folder: TemporaryFolder
    private let size = ItemKey("L1", "size_mm")
    private let measured = AnswerMeasurement(
        kind: .distance, series: "t1", slice: 3,
        points: [
            MeasuredPoint(voxel: [10, 12, 3], positionMM: [5, 6, 9]),
            MeasuredPoint(voxel: [33, 12, 3], positionMM: [16.5, 6, 9]),
        ],
        quantities: [AnswerQuantity(name: "length", value: 11.5, unit: "mm")], answered: "length",
        windowCenter: 500, windowWidth: 2000, pixelScale: 2)

    init() throws { folder = try TemporaryFolder() }

    private func answer(_ measured: AnswerMeasurement?) -> StoreEvent {
        Sample.entry(.answer(size, .value(.number(11.5)), measured: measured))
    }

    @Test func `an answer and its measurement are one event and come back together`() throws {
        let store = try Sample.started(folder.path)
        try store.append(
            [Sample.opened(), Sample.entry(.addLesion("L1")), answer(measured)],
            by: .reader("R1"))

        let sheet = try store.read(of: Sample.key)?.sheet
        #expect(sheet?.answers[size] == .value(.number(11.5)))
        #expect(sheet?.measurements == [size: measured])

        try store.append(answer(nil), by: .reader("R1"))
        #expect(try store.read(of: Sample.key)?.sheet.measurements.isEmpty == true)
        #expect(try store.verify().problem == nil)
        try store.close()
    }

    @Test func `a signed revision keeps its measurements, also after an amendment`() throws {
        let store = try Sample.started(folder.path)
        try store.append(
            [Sample.opened(), Sample.entry(.addLesion("L1")), answer(measured)],
            by: .reader("R1"))
        try store.sign(
            SignRequest(read: Sample.key, view: Sample.view(), series: [], program: "test"))
        try store.append(
            [
                .amendmentOpened(
                    AmendmentOpened(read: Sample.key, revision: 2, reason: "a slip")),
                Sample.entry(.clear(size)),
            ], by: .reader("R1"))

        let recorded = try store.recordedReads().first { $0.row.read == Sample.key }
        #expect(recorded?.sheet.measurements == [size: measured])
        #expect(try store.read(of: Sample.key)?.sheet.measurements.isEmpty == true)
        #expect(try store.verify().problem == nil)
        try store.close()
    }

    @Test func `an answer without a measurement is written as it always was`() throws {
        let record = AnswerRecord(key: size, answer: .value(.number(11.5)))
        let json = try EventCoding.json(record)
        #expect(
            json
                == #"{"item":"size_mm","number":11.5,"site":"L1","status":"value","type":"number"}"#
        )
        #expect(try EventCoding.decode(AnswerRecord.self, Data(json.utf8)) == record)
    }

    @Test func `a look of a store without pictures can be read`() throws {
        let json = """
            {"inverted":false,"pixelScale":2,"series":"t1","shownMS":700,"slice":3,"windowCenter":40,\
            "windowFunction":"LINEAR","windowWidth":400}
            """
        let look = try EventCoding.decode(Look.self, Data(json.utf8))
        #expect(look.picture == nil && look.slice == 3)
        #expect(try EventCoding.json(look) == json)
    }
}

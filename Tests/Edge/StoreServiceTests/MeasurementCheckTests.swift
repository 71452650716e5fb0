import ReaderStudies
import Testing

@testable import StoreService

@Suite struct MeasurementCheckTests {
    private func measured(
        _ series: SeriesToken, x: Double = 3, masks: [PaintedMask]? = nil
    ) -> AnswerMeasurement {
        AnswerMeasurement(
            kind: .distance, series: series, slice: 1,
            points: [MeasuredPoint(voxel: [x, 2, 1], positionMM: [x, 2, 3])], masks: masks,
            quantities: [AnswerQuantity(name: "length", value: 4, unit: "mm")],
            answered: "length", windowCenter: 40, windowWidth: 400, pixelScale: 2)
    }

    private func mask(_ slice: Int, _ runs: [Int]) -> [PaintedMask] {
        [PaintedMask(name: "whole", slices: [PaintedSlice(slice: slice, runs: runs)])]
    }

    @Test func `a measurement on the images of the read is kept with its answer`() throws {
        let fixture = try ServiceFixture()
        let session = try fixture.session()
        let token = try session.open().blindedCase.series[0].token
        _ = try session.record(.answer(ServiceFixture.presence, .value(.code("1"))))

        for measured in [measured(token), measured(token, masks: mask(3, [0, 4, 508, 4]))] {
            _ = try session.record(
                .answer(ServiceFixture.size, .value(.number(4)), measured: measured))
            try session.leave()
            #expect(try session.open().sheet.measurements == [ServiceFixture.size: measured])
        }
    }

    @Test func `a lung painted in 300 slices is kept, more runs than anybody paints are not`()
        throws
    {
        let series = ImportedSeries(
            token: "S", caseID: "C1", modality: "CT", columns: 512, rows: 512, slices: 2_000,
            columnSpacingMM: 1, rowSpacingMM: 1, sliceSpacingMM: 1, framesDigest: "", matches: [])
        let runs = (80..<430).flatMap { (row: Int) -> [Int] in
            [row * 512 + 60, 150, row * 512 + 300, 140]
        }
        func mask(_ slices: Int) -> AnswerMeasurement {
            measured(
                "S",
                masks: [
                    PaintedMask(
                        name: "whole",
                        slices: (0..<slices).map { PaintedSlice(slice: $0, runs: runs) })
                ])
        }

        let check = MeasurementCheck(series: [series])

        try check.check(mask(300))
        #expect(throws: AccessRefusal.self) { try check.check(mask(1_500)) }
    }

    @Test func `one that lies outside of them is refused with its answer`() throws {
        let fixture = try ServiceFixture()
        let session = try fixture.session()
        let token = try session.open().blindedCase.series[0].token
        _ = try session.record(.answer(ServiceFixture.presence, .value(.code("1"))))
        let wrong = [
            measured("another"), measured(token, x: .infinity),
            measured(token, masks: mask(4, [0, 4])), measured(token, masks: mask(0, [0, 4, 2, 4])),
            measured(token, masks: mask(0, [510, 4])), measured(token, masks: mask(0, [1])),
            measured(token, masks: mask(0, [0, 0])), measured(token, masks: mask(0, [-1, 3])),
            measured(
                token, masks: mask(0, Array(repeating: [1, 1], count: 20_000).flatMap(\.self))),
        ]

        for measured in wrong {
            #expect(throws: AccessRefusal.self) {
                try session.record(
                    .answer(ServiceFixture.size, .value(.number(4)), measured: measured))
            }
        }
        try session.leave()
        #expect(try session.open().sheet.answers[ServiceFixture.size] == nil)
    }
}

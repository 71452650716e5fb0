import Glibc
import Imaging
import Testing

@Suite struct MeasuringTests {
    private let geometry = TestGeometry.make(
        columns: 40, rows: 30, slices: 3, columnSpacingMM: 0.5, rowSpacingMM: 2)

    private func point(_ column: Double, _ row: Double) -> ImagePoint {
        ImagePoint(column: column, row: row)
    }

    private func line(_ a: ImagePoint, _ b: ImagePoint) -> ImageSegment { ImageSegment(a, b) }

    @Test func `a distance counts pixels by their spacing`() {
        #expect(geometry.lengthMM(line(point(0, 0), point(6, 2))) == 5)
        #expect(geometry.lengthMM(line(point(3, 3), point(3, 3))) == 0)
    }

    @Test func `an angle is measured in millimetres, not in pixels`() throws {
        let vertex = point(4, 4)

        let right = try geometry.angleDegrees(at: vertex, from: point(8, 4), to: point(4, 5))
        let half = try geometry.angleDegrees(at: vertex, from: point(8, 4), to: point(8, 5))
        let straight = try geometry.angleDegrees(at: vertex, from: point(0, 3), to: point(8, 5))

        #expect(right == 90)
        #expect(abs(half - 45) < 1e-12)
        #expect(abs(straight - 180) < 1e-6)
    }

    @Test func `an angle needs two directions`() {
        #expect(throws: MeasureError.pointsCoincide) {
            try geometry.angleDegrees(at: point(1, 1), from: point(1, 1), to: point(2, 2))
        }
    }

    @Test func `Cobb's angle does not ask which way the lines were drawn`() throws {
        let upper = line(point(0, 0), point(40, 5))
        let lower = line(point(0, 20), point(40, 15))
        let turned = line(lower.end, lower.start)

        let angle = try geometry.cobbAngleDegrees(upper, lower)

        // Ten millimetres over twenty, once up and once down: twice the arc tangent of a half.
        #expect(abs(angle - 53.130_102_354_155_98) < 1e-9)
        #expect(abs(try geometry.cobbAngleDegrees(upper, turned) - angle) < 1e-9)
        #expect(try geometry.cobbAngleDegrees(upper, upper) == 0)
    }

    @Test func `the pair of a rectangle in millimetres is its diagonal and what crosses it`() throws
    {
        // 12 × 6 mm.
        let corners = [point(0, 0), point(24, 0), point(24, 3), point(0, 3)]

        let pair = try PerpendicularPair(outline: corners, in: geometry)

        #expect(abs(pair.longMM - 180.0.squareRoot()) < 1e-9)
        // Across the middle from edge to edge: the width over the cosine of the diagonal's slope.
        #expect(abs(pair.shortMM - 6 / (12 / 180.0.squareRoot())) < 1e-6)
        let way = geometry.way(from: pair.short.start, to: pair.short.end)
        let long = geometry.way(from: pair.long.start, to: pair.long.end)
        #expect(abs(way.dot(long)) < 1e-6)
        #expect(abs(pair.productMM2 - 90) < 1e-5)
    }

    @Test func `the pair of an ellipse's outline is its two diameters`() throws {
        // 18 × 8 mm.
        let outline = (0..<360).map { degree in
            let angle = Double(degree) * .pi / 180
            return point(20 + 18 * cos(angle), 10 + 2 * sin(angle))
        }

        let pair = try PerpendicularPair(outline: outline, in: geometry)

        #expect(abs(pair.longMM - 18) < 1e-6)
        #expect(abs(pair.shortMM - 8) < 1e-6)
    }

    @Test func `a hollow outline is not measured across its hollow`() throws {
        // A horseshoe 16 mm wide and 14 mm high: legs of 4 mm stand beside a hollow of 8 mm.
        let corners = [
            point(0, 0), point(32, 0), point(32, 7), point(24, 7), point(24, 2), point(8, 2),
            point(8, 7), point(0, 7),
        ]

        let pair = try PerpendicularPair(outline: corners, in: geometry)

        #expect(abs(pair.longMM - (256.0 + 196).squareRoot()) < 1e-9)
        // From an outer side past an inner corner to the next outer side, 7.5 mm along it.
        #expect(abs(pair.shortMM - 7.5 * 452.0.squareRoot() / 14) < 1e-6)
    }

    @Test func `a short axis drawn by hand keeps its start and its right angle`() throws {
        let pair = try PerpendicularPair(
            long: line(point(0, 5), point(20, 5)), shortFrom: point(8, 4), to: point(11, 7),
            in: geometry)

        #expect(pair.longMM == 10)
        #expect(abs(pair.shortMM - 6) < 1e-12)
        #expect(abs(pair.short.end.column - 8) < 1e-12 && abs(pair.short.end.row - 7) < 1e-12)
    }

    @Test func `a pair needs an outline with corners and a long axis with a length`() {
        #expect(throws: MeasureError.fewCorners(count: 2)) {
            try PerpendicularPair(outline: [point(0, 0), point(1, 1)], in: geometry)
        }
        #expect(throws: MeasureError.pointsCoincide) {
            try PerpendicularPair(
                outline: [point(1, 1), point(1, 1), point(1, 1)], in: geometry)
        }
        #expect(throws: MeasureError.pointsCoincide) {
            try PerpendicularPair(
                long: line(point(1, 1), point(1, 1)), shortFrom: point(0, 0), to: point(1, 0),
                in: geometry)
        }
    }

    @Test func `each measurement gives its numbers with names and units`() throws {
        let volume = PlanesTests.volume()
        func names(_ measurement: Measurement) throws -> [String] {
            try volume.quantities(of: measurement, slice: 7).map { "\($0.name) \($0.unit)" }
        }
        let axis = line(point(2, 2), point(9, 2))

        #expect(try names(.distance(axis)) == ["length mm"])
        #expect(try names(.cobbAngle(axis, line(point(2, 5), point(9, 8)))) == ["angle °"])
        #expect(
            try names(.angle(from: point(2, 2), vertex: point(5, 5), to: point(9, 2)))
                == ["angle °"])
        #expect(
            try names(.perpendicular(long: axis, shortFrom: point(4, 1), shortTo: point(4, 6)))
                == ["long axis mm", "short axis mm"])
        #expect(
            try names(.region(.rectangle(point(2, 2), point(5, 5)))) == [
                "mean ", "SD ", "minimum ", "maximum ", "area mm²", "voxels ",
            ])
        let value = try volume.quantities(of: .value(point(5.4, 5.6)), slice: 7)
        #expect(value.map(\.value) == [Double(PlanesTests.sample(5, 6, 7))])
        #expect(throws: MeasureError.noVoxels) { try names(.value(point(99, 0))) }
        #expect(throws: MeasureError.notANumber) { try names(.value(point(.nan, 0))) }
    }
}

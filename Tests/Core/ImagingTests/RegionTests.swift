import Imaging
import TestSupport
import Testing

@Suite struct RegionTests {
    private let volume = PlanesTests.volume()

    private func point(_ column: Double, _ row: Double) -> ImagePoint {
        ImagePoint(column: column, row: row)
    }

    /// Count, mean, SD, minimum and maximum against SimpleITK's.
    private func expect(_ region: ImageRegion, _ golden: [Double]) throws {
        let found = try volume.statistics(of: region, slice: 7)

        #expect(Double(found.voxelCount) == golden[0])
        #expect(abs(found.mean - golden[1]) < 1e-6)
        #expect(abs((found.standardDeviation ?? 0) - golden[2]) < 1e-6)
        #expect(found.minimum == golden[3] && found.maximum == golden[4])
        #expect(abs(found.areaMM2 - golden[0] * 0.88) < 1e-9)
    }

    @Test func `an ellipse has the statistics of SimpleITK`() throws {
        try expect(
            .ellipse(center: point(11.3, 8.6), columnRadius: 6.4, rowRadius: 4.7),
            PlanesGolden.ellipse)
    }

    @Test func `a rectangle has the statistics of SimpleITK, whichever corners it is drawn from`()
        throws
    {
        try expect(.rectangle(point(3, 4.2), point(15.5, 11)), PlanesGolden.rectangle)
        try expect(.rectangle(point(15.5, 4.2), point(3, 11)), PlanesGolden.rectangle)
    }

    @Test func `a polygon with a dent has the statistics of SimpleITK`() throws {
        let corners = [
            point(2.3, 1.2), point(20.6, 3.9), point(14.1, 9.5), point(21.7, 17.3),
            point(5.5, 18.1), point(9.2, 8.8),
        ]

        try expect(.polygon(corners), PlanesGolden.polygon)
        try expect(.polygon(corners.reversed()), PlanesGolden.polygon)
    }

    @Test func `one voxel has a mean and no standard deviation`() throws {
        let region = ImageRegion.disc(center: point(5, 6), radiusMM: 0.3, in: volume.geometry)

        try expect(region, PlanesGolden.voxel)
        #expect(try volume.statistics(of: region, slice: 7).standardDeviation == nil)
    }

    @Test func `polygons side by side share no voxel and miss none`() throws {
        var random = SplitMix(seed: 12)
        for _ in 0..<50 {
            let split = point(.random(in: 3...20, using: &random).rounded(), 19)
            let left = ImageRegion.polygon([point(0, 0), point(9, 0), split, point(0, 19)])
            let right = ImageRegion.polygon([point(9, 0), point(23, 0), point(23, 19), split])
            let whole = ImageRegion.polygon([
                point(0, 0), point(23, 0), point(23, 19), point(0, 19),
            ])

            let parts = try left.voxels(in: volume.geometry) + right.voxels(in: volume.geometry)
            let all = try whole.voxels(in: volume.geometry)

            #expect(parts.count == all.count)
            #expect(Set(parts.map { $0.row * 24 + $0.column }).count == all.count)
            #expect(all.count == 23 * 19)
        }
    }

    @Test func `only the part over the image counts`() throws {
        let region = ImageRegion.rectangle(point(-50, -50), point(1, 2))

        #expect(try volume.statistics(of: region, slice: 0).voxelCount == 6)
    }

    @Test func `a region without voxels is refused`() {
        let between = ImageRegion.rectangle(point(3.2, 3.2), point(3.8, 3.8))
        let outside = ImageRegion.ellipse(center: point(-9, -9), columnRadius: 2, rowRadius: 2)

        for region in [between, outside] {
            #expect(throws: MeasureError.noVoxels) {
                try volume.statistics(of: region, slice: 7)
            }
            #expect(throws: MeasureError.noVoxels) { try volume.window(of: region, slice: 7) }
        }
    }

    @Test func `a region that is none is refused`() {
        let wrong: [(ImageRegion, MeasureError)] = [
            (.polygon([point(0, 0), point(9, 9)]), .fewCorners(count: 2)),
            (.ellipse(center: point(5, 5), columnRadius: 0, rowRadius: 3), .notANumber),
            (.ellipse(center: point(5, 5), columnRadius: .nan, rowRadius: 3), .notANumber),
            (.rectangle(point(.infinity, 0), point(3, 3)), .notANumber),
        ]
        for (region, error) in wrong {
            #expect(throws: error) { try volume.statistics(of: region, slice: 7) }
        }
        #expect(throws: MeasureError.noSlice(slice: 15)) {
            try volume.statistics(of: .rectangle(point(0, 0), point(3, 3)), slice: 15)
        }
    }

    @Test func `what lies outside of a computed plane counts in no region`() throws {
        let plane = try volume.reformatted(to: .axial)
        let corner = ImageRegion.rectangle(point(0, 0), point(1, 1))
        let whole = ImageRegion.rectangle(
            point(0, 0),
            point(Double(plane.geometry.columns - 1), Double(plane.geometry.rows - 1)))
        let slice = plane.geometry.slices / 2

        let statistics = try plane.statistics(of: whole, slice: slice)

        #expect(throws: MeasureError.noVoxels) {
            try plane.statistics(of: corner, slice: slice)
        }
        #expect(statistics.mean.isFinite)
        #expect(statistics.voxelCount < plane.geometry.columns * plane.geometry.rows)
    }

    @Test func `areas as drawn are those of the textbook`() {
        let geometry = volume.geometry
        let ellipse = ImageRegion.ellipse(from: point(2, 3), to: point(12, 9))
        let triangle = ImageRegion.polygon([point(0, 0), point(10, 0), point(0, 5)])

        #expect(abs(ellipse.areaMM2(in: geometry) - .pi * 15 * 0.88) < 1e-9)
        #expect(abs(triangle.areaMM2(in: geometry) - 25 * 0.88) < 1e-12)
        #expect(
            abs(
                ImageRegion.rectangle(point(4, 4), point(1, 2)).areaMM2(in: geometry) - 6 * 0.88)
                < 1e-12)
    }

    @Test func `a window fits the values of a region`() throws {
        let region = ImageRegion.rectangle(point(3, 4.2), point(15.5, 11))

        let window = try volume.window(of: region, slice: 7)

        #expect(window.center - window.width / 2 == PlanesGolden.rectangle[3])
        #expect(window.center + window.width / 2 == PlanesGolden.rectangle[4])
        let narrow = try volume.window(of: region, slice: 7, from: 5, to: 95)
        #expect(narrow.width < window.width)
    }

    @Test func `values come in the units of their image`() throws {
        func unit(_ units: String, suvFactor: Double? = nil) -> MeasurementUnit {
            ImageVolume(
                geometry: TestGeometry.make(), storage: volume.storage,
                slices: [SliceAttributes()], units: units, suvFactor: suvFactor
            ).measurementUnit
        }

        #expect(unit("HU") == MeasurementUnit(symbol: "HU", factor: 1))
        #expect(unit("") == .stored)
        #expect(unit("BQML") == MeasurementUnit(symbol: "Bq/ml", factor: 1))
        #expect(
            unit("BQML", suvFactor: 2e-4) == MeasurementUnit(symbol: "g/ml SUVbw", factor: 2e-4))
        #expect(unit("GML").symbol == "g/ml SUVbw")
        #expect(unit("mm2/s") == MeasurementUnit(symbol: "10⁻³ mm²/s", factor: 1000))
        #expect(unit("um2/s") == MeasurementUnit(symbol: "10⁻³ mm²/s", factor: 0.001))
        #expect(unit("ms").symbol == "ms")
    }

    @Test func `PET regions are measured in uptake`() throws {
        let factor = 2.763_366_8e-4
        let pet = ImageVolume(
            geometry: volume.geometry, storage: volume.storage, slices: volume.slices,
            modality: .positronEmission, units: "BQML", suvFactor: factor)
        let region = ImageRegion.rectangle(point(3, 4.2), point(15.5, 11))

        let statistics = try pet.statistics(of: region, slice: 7)

        #expect(abs(statistics.maximum - 895 * factor) < 1e-12)
        #expect(abs(statistics.mean - PlanesGolden.rectangle[1] * factor) < 1e-9)
        #expect(statistics.unit.symbol == "g/ml SUVbw")
        let value = try #require(pet.measuredValue(column: 5, row: 6, slice: 7))
        #expect(abs(value - 688 * factor) < 1e-12)
        #expect(try pet.reformatted(to: .axial).suvFactor == factor)
    }
}

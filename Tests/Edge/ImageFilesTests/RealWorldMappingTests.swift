import Imaging
import Testing

@testable import ImageFiles

/// Files that say what their values are in the real world.
@Suite struct RealWorldMappingTests {
    private func frame(_ file: PETFile) throws -> FrameAttributes {
        try #require(try DICOMFile(bytes: file.bytes).header.frames.first)
    }

    @Test(arguments: [
        ("mm2/s", 1e-6), ("10-3.mm2/s", 1e-3), ("10*-6.mm2/s", 1), ("um2/s", 1),
    ])
    func `diffusion is counted in 10⁻³ mm²/s, whichever unit the file takes`(
        _ unit: String, _ slope: Double
    ) throws {
        let frame = try frame(.diffusion(slope: slope, unit: unit))

        // A stored value of 1200 is 1.2 · 10⁻³ mm²/s in each.
        #expect(abs(frame.slice.slope * 1200 + frame.slice.intercept - 1.2) < 1e-12)
        let volume = ImageVolume(
            geometry: VolumeGeometry(
                columns: 1, rows: 1, rowDirection: Vector3(1, 0, 0),
                columnDirection: Vector3(0, 1, 0), columnSpacingMM: 1, rowSpacingMM: 1,
                positions: [Vector3(0, 0, 0)]),
            storage: MemoryStorage([Int16(1200)], sliceSampleCount: 1), slices: [frame.slice],
            units: frame.units)
        #expect(volume.measurementUnit == MeasurementUnit(symbol: "10⁻³ mm²/s", factor: 1))
        let value = try #require(volume.measuredValue(column: 0, row: 0, slice: 0))
        #expect(abs(value - 1.2) < 1e-12)
    }

    @Test func `windows of the file still span the same stored values`() throws {
        // The rescale slope is 2.5: the window spans the stored values 600 to 1000.
        let frame = try frame(.diffusion(slope: 1e-6, intercept: -1e-4, unit: "mm2/s"))

        let window = try #require(frame.slice.windows.first)
        #expect(abs(window.center - (800e-3 - 0.1)) < 1e-12 && abs(window.width - 0.4) < 1e-12)
        #expect(window.function == .linearExact)
    }

    @Test(arguments: [("1", 1.0), ("ms", 1.0), ("", 1.0), ("mm2/s", 0), ("mm2/s", .infinity)])
    func `other units, and a mapping that is none, leave the values as they are`(
        _ unit: String, _ slope: Double
    ) throws {
        let frame = try frame(.diffusion(slope: slope, unit: unit))

        #expect(frame.slice.slope == 2.5 && frame.units == "US")
        #expect(frame.slice.windows == [VOIWindow(center: 2000, width: 1000)])
    }

    @Test func `the first mapping to a unit that we measure in is taken`() throws {
        var file = PETFile.diffusion(slope: 3, unit: "1")
        file.mappings.append((1e-6, 0, "mm2/s"))

        #expect(try frame(file).units == "10-3 mm2/s")
    }

    @Test func `uptake that the file maps itself is told as uptake`() throws {
        let frame = try frame(.diffusion(slope: 0.01, unit: "{SUVbw}g/ml"))

        #expect(frame.units == "GML" && frame.slice.slope == 0.01)
    }

    @Test func `a PET file keeps the units that it has as such`() throws {
        var file = PETFile()
        file.mappings = [(0.01, 0, "{SUVbw}g/ml")]

        let header = try DICOMFile(bytes: file.bytes).header

        #expect(header.frames[0].units == "BQML" && header.frames[0].slice.slope == 2.5)
        #expect(header.uptakeFactor != nil)
    }
}

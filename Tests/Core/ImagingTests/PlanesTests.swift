import Imaging
import Testing

@Suite struct PlanesTests {
    /// A skewed volume; Tests/Golden/imaging-planes.py has the same one.
    static func volume(
        _ sampleType: SampleType = .int16, slices attributes: [SliceAttributes]? = nil,
        storage: (any SampleStorage)? = nil
    ) -> ImageVolume {
        let geometry = skewedGeometry
        let values = (0..<geometry.slices).flatMap { slice in
            (0..<20).flatMap { row in (0..<24).map { sample($0, row, slice) } }
        }
        let bytes =
            switch sampleType {
            case .int16: values.map { Int16($0) }.withUnsafeBytes(Array.init)
            case .uint16: values.map { UInt16($0 + 300) }.withUnsafeBytes(Array.init)
            case .float32: values.map { Float($0) }.withUnsafeBytes(Array.init)
            }
        let intercept = sampleType == .uint16 ? -300.0 : 0
        return ImageVolume(
            geometry: geometry,
            storage: storage
                ?? MemoryStorage(
                    sampleType: sampleType, sliceByteCount: 480 * sampleType.byteCount,
                    bytes: bytes),
            slices: attributes
                ?? Array(repeating: SliceAttributes(intercept: intercept), count: 15))
    }

    static func sample(_ column: Int, _ row: Int, _ slice: Int) -> Int {
        (column * 37 + row * 113 + slice * 211 + column * row * slice * 5) % 1201 - 300
    }

    private static func vectors(_ numbers: [Double]) -> [Vector3] {
        [0, 3, 6].map { Vector3(numbers[$0], numbers[$0 + 1], numbers[$0 + 2]) }
    }

    private static var skewedGeometry: VolumeGeometry {
        let axes = vectors(PlanesGolden.direction)
        return VolumeGeometry(
            columns: 24, rows: 20, rowDirection: axes[0], columnDirection: axes[1],
            columnSpacingMM: 0.8, rowSpacingMM: 1.1,
            positions: (0..<15).map {
                Vector3(-7.5, 12.25, -30) + axes[2] * (2.5 * Double($0))
            })
    }

    /// 21 × 17 pixels of 1.3 mm near the middle of the skewed volume.
    private static func plane(_ directions: PlaneDirections) -> VolumeGeometry {
        let geometry = skewedGeometry
        return .plane(
            directions, center: geometry.middle(ofSlice: 7) + Vector3(0.11, -0.07, 0.05),
            columns: 21, rows: 17, pixelMM: 1.3)
    }

    private static var oblique: VolumeGeometry {
        get throws {
            let axes = vectors(PlanesGolden.obliqueDirection)
            return try plane(PlaneDirections(right: axes[0], down: axes[1]))
        }
    }

    /// The values of a plane, with what SimpleITK writes outside.
    private static func values(_ volume: ImageVolume) -> [Double] {
        (0..<17).flatMap { row in
            (0..<21).map { column in
                let value = volume.storedValue(column: column, row: row, slice: 0)
                return value.isNaN ? -9999 : value
            }
        }
    }

    private func expectEqual(_ values: [Double], _ expected: [Double], within: Double) {
        #expect(values.count == expected.count)
        let worst = zip(values, expected).map { abs($0 - $1) }.max() ?? .infinity
        #expect(worst < within)
    }

    @Test(arguments: [SampleType.int16, .uint16, .float32])
    func `an oblique plane is that of SimpleITK`(sampleType: SampleType) throws {
        let plane = try Self.volume(sampleType).reformatted(to: Self.oblique)

        expectEqual(Self.values(plane), PlanesGolden.oblique, within: 0.01)
    }

    @Test func `a plane along the patient's axes is that of SimpleITK`() throws {
        let plane = Self.plane(PlaneDirections(.axial))

        let values = try Self.values(Self.volume().reformatted(to: plane))

        expectEqual(values, PlanesGolden.axial, within: 0.01)
    }

    @Test func `labels keep their values, as SimpleITK's nearest neighbours`() throws {
        let plane = try Self.volume().reformatted(to: Self.oblique, interpolation: .nearest)

        expectEqual(Self.values(plane), PlanesGolden.nearest, within: 1e-9)
    }

    @Test func `slices with slopes of their own are mixed after rescale`() throws {
        let slopes = (0..<15).map { 1 / Double($0 + 1) }
        let plain = Self.volume()
        var samples: [Float] = []
        for slice in 0..<15 {
            for index in 0..<480 {
                samples.append(
                    Float(
                        plain.storedValue(column: index % 24, row: index / 24, slice: slice)
                            * slopes[slice]))
            }
        }
        let rescaled = Self.volume(
            .float32,
            storage: MemoryStorage(
                sampleType: .float32, sliceByteCount: 1920,
                bytes: samples.withUnsafeBytes(Array.init)))
        let stored = Self.volume(slices: slopes.map { SliceAttributes(slope: $0) })

        let first = try Self.values(stored.reformatted(to: Self.oblique))
        let second = try Self.values(rescaled.reformatted(to: Self.oblique))

        expectEqual(first, second, within: 0.001)
    }

    @Test func `acquired slices come back as they are`() throws {
        let volume = Self.volume()
        let same = try volume.reformatted(to: volume.geometry)

        for slice in 0..<15 {
            for (column, row) in [(0, 0), (5, 6), (23, 19)] {
                let value = same.storedValue(column: column, row: row, slice: slice)
                #expect(abs(value - Double(Self.sample(column, row, slice))) < 0.01)
            }
        }
    }

    @Test func `planes along the acquired ones are as many, at the same places`() throws {
        let geometry = Self.volume().geometry
        let planes = try geometry.planes(
            along: PlaneDirections(right: geometry.rowDirection, down: geometry.columnDirection))

        #expect(planes.slices == 15 && planes.columns == 24)
        for slice in [0, 7, 14] {
            let place = planes.place(of: geometry.middle(ofSlice: slice))
            #expect(place.slice == slice)
            #expect(abs(place.distanceMM) < 1e-6)
        }
    }

    @Test func `values through slices reached one by one are the same`() throws {
        let volume = Self.volume()
        let wrapped = Self.volume(storage: OneSliceStorage(inner: volume.storage))

        let first = try Self.values(volume.reformatted(to: Self.oblique))
        let second = try Self.values(wrapped.reformatted(to: Self.oblique))

        #expect(first == second)
    }

    @Test func `outside is black in any window, also inverted`() throws {
        let plane = try Self.volume().reformatted(to: Self.oblique)
        let voi = VOI.window(VOIWindow(center: -2000, width: 100))

        let plain = plane.greys(slice: 0, voi: voi)
        let inverted = plane.greys(slice: 0, voi: voi, inverted: true)
        let deep = plane.deepGreys(slice: 0, voi: voi)

        #expect(plain[0, 0] == 0 && inverted[0, 0] == 0 && deep.samples[0] == 0)
        #expect(plain[10, 8] == 255 && inverted[10, 8] == 0)
    }

    @Test func `body planes hang radiologically without turning`() throws {
        for plane in [BodyPlane.axial, .coronal, .sagittal] {
            let planes = try Self.volume().geometry.planes(plane)

            #expect(planes.plane == plane)
            #expect(planes.radiologicalOrientation == ScreenOrientation())
        }
        let letters = EdgeLetters(
            try Self.volume().geometry.planes(.sagittal), ScreenOrientation())
        #expect(
            [letters.left, letters.right, letters.top, letters.bottom] == ["A", "P", "H", "F"])
    }

    @Test func `pixels of straight planes lie on the voxels`() throws {
        let volume = TestGeometry.make(
            columns: 10, rows: 8, slices: 6, columnSpacingMM: 0.5, rowSpacingMM: 0.5)

        let axial = try volume.planes(.axial)
        let coronal = try volume.planes(.coronal)

        #expect(axial.columns == 10 && axial.rows == 8 && axial.slices == 6)
        #expect((axial.positions[3] - volume.positions[3]).length < 1e-12)
        #expect(coronal.columns == 10 && coronal.rows == 12 && coronal.slices == 8)
        #expect(abs(coronal.positions[0].z - 5.25) < 1e-12)
    }
}

/// A storage that opens one slice at a time.
private struct OneSliceStorage: SampleStorage {
    let inner: any SampleStorage
    var sampleType: SampleType { inner.sampleType }

    func withSlice<Result>(
        _ slice: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try inner.withSlice(slice, body)
    }
}

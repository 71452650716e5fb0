import Imaging
import Testing

@Suite struct SlabTests {
    private let volume = PlanesTests.volume()

    private func acquired(_ layers: Range<Int>, _ column: Int, _ row: Int) -> [Double] {
        layers.map { Double(PlanesTests.sample(column, row, $0)) }
    }

    @Test(arguments: [SampleType.int16, .uint16, .float32])
    func `a slab of acquired slices has their mean, greatest and least values`(
        sampleType: SampleType
    ) throws {
        let volume = PlanesTests.volume(sampleType)
        // 10 mm hold the slices up to 5 mm away: two on each side.
        let slabs = SlabProjection.allCases.map {
            ($0, volume.thickened(Slab(thicknessMM: 10, projection: $0)))
        }

        for (projection, slab) in slabs {
            for (column, row) in [(0, 0), (11, 7), (23, 19)] {
                let values = acquired(5..<10, column, row)
                let expected =
                    switch projection {
                    case .mean: values.reduce(0, +) / 5
                    case .maximum: values.max()
                    case .minimum: values.min()
                    }
                let found = slab.storedValue(column: column, row: row, slice: 7)
                #expect(abs(found - (try #require(expected))) < 0.001)
            }
        }
    }

    @Test func `at the ends a slab holds the slices that there are`() {
        let slab = volume.thickened(Slab(thicknessMM: 10, projection: .maximum))

        let found = slab.storedValue(column: 3, row: 4, slice: 0)

        #expect(found == acquired(0..<3, 3, 4).max())
    }

    @Test func `a slope below 0 turns greatest and least round`() {
        let attributes = Array(repeating: SliceAttributes(slope: -2), count: 15)
        let turned = PlanesTests.volume(slices: attributes)
            .thickened(Slab(thicknessMM: 10, projection: .maximum))

        let least = acquired(5..<10, 8, 9).min().map { $0 * -2 }

        #expect(turned.storedValue(column: 8, row: 9, slice: 7) == least)
    }

    @Test func `slices with slopes of their own are gathered after rescale`() throws {
        let attributes = (0..<15).map { SliceAttributes(slope: Double($0 + 1)) }
        let slab = PlanesTests.volume(slices: attributes)
            .thickened(Slab(thicknessMM: 5, projection: .mean))

        let values = (6...8).map { Double(PlanesTests.sample(2, 2, $0) * ($0 + 1)) }

        let found = slab.storedValue(column: 2, row: 2, slice: 7)
        #expect(abs(found - values.reduce(0, +) / 3) < 0.001)
    }

    @Test(arguments: SlabProjection.allCases)
    func `an oblique slab gathers the planes through it`(projection: SlabProjection) throws {
        let directions = PlaneDirections(.coronal).tilted(aroundRows: 40)
        let center = volume.geometry.middle(ofSlice: 7)
        func plane(_ offset: Double) -> VolumeGeometry {
            .plane(
                directions, center: center + directions.normal * offset, columns: 13, rows: 11,
                pixelMM: 1)
        }
        // The finest distance of voxels is 0.8 mm: 2.4 mm are three layers.
        let layers = try [-0.8, 0, 0.8].map { try volume.reformatted(to: plane($0)) }
        let slab = try volume.reformatted(
            to: plane(0), slab: Slab(thicknessMM: 2.4, projection: projection))

        for (column, row) in [(6, 5), (2, 3), (9, 8)] {
            let values = layers.map { $0.storedValue(column: column, row: row, slice: 0) }
            let expected =
                switch projection {
                case .mean: values.reduce(0, +) / 3
                case .maximum: values.max() ?? .nan
                case .minimum: values.min() ?? .nan
                }
            #expect(
                abs(slab.storedValue(column: column, row: row, slice: 0) - expected) < 0.001)
        }
    }

    @Test(arguments: SlabProjection.allCases)
    func `layers outside count for nothing, and none at all is nothing`(
        projection: SlabProjection
    ) throws {
        let geometry = volume.geometry
        let directions = try PlaneDirections(
            right: geometry.rowDirection, down: geometry.columnDirection)
        func plane(_ distance: Double) throws -> Double {
            let center = geometry.middle(ofSlice: 0) - geometry.normal * distance
            let plane = VolumeGeometry.plane(
                directions, center: center, columns: 1, rows: 1, pixelMM: 1)
            return try volume.reformatted(
                to: plane, slab: Slab(thicknessMM: 1.6, projection: projection)
            ).storedValue(column: 0, row: 0, slice: 0)
        }

        #expect(try plane(1.6).isFinite)
        #expect(try plane(2.3).isNaN)
    }
}

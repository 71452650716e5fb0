import Imaging
import TestSupport
import Testing

/// The quick way through the inside of a volume against one voxel after the other.
@Suite struct KernelTests {
    private struct Case {
        let volume: ImageVolume
        /// The same with a table in one slice that changes nothing: tables are looked up pixel by pixel.
        let slow: ImageVolume
        let plane: VolumeGeometry
    }

    private static func directions(_ random: inout SplitMix) -> PlaneDirections {
        func degrees() -> Double {
            Bool.random(using: &random) ? 0 : .random(in: -180...180, using: &random)
        }
        let plane = BodyPlane.allCases.randomElement(using: &random) ?? .axial
        return PlaneDirections(plane).tilted(aroundRows: degrees())
            .tilted(aroundColumns: degrees()).turned(inPlane: degrees())
    }

    private static func geometry(_ random: inout SplitMix) -> VolumeGeometry {
        let directions = directions(&random)
        let spacing = Double.random(in: 0.5...3, using: &random)
        let isUneven = Int.random(in: 0..<4, using: &random) == 0
        let tilt = Double.random(in: -0.4...0.4, using: &random)
        var depth = 0.0
        let positions = (0..<Int.random(in: 2...8, using: &random)).map { slice in
            depth += spacing * (isUneven ? .random(in: 0.8...1.2, using: &random) : 1)
            return directions.normal * depth + directions.down * (tilt * Double(slice))
        }
        return VolumeGeometry(
            columns: .random(in: 1...30, using: &random), rows: .random(in: 1...30, using: &random),
            rowDirection: directions.right, columnDirection: directions.down,
            columnSpacingMM: .random(in: 0.5...2, using: &random),
            rowSpacingMM: .random(in: 0.5...2, using: &random), positions: positions)
    }

    /// Whole numbers, in the first slice from 0 on.
    private static func bytes(
        _ type: SampleType, sliceSize: Int, count: Int, _ random: inout SplitMix
    ) -> [UInt8] {
        let values = (0..<count).map { index in
            Int.random(in: 0...3000, using: &random) - (index < sliceSize ? 0 : 1500)
        }
        return switch type {
        case .int16: values.map { Int16($0) }.withUnsafeBytes(Array.init)
        case .uint16: values.map { UInt16($0 + 60_000) }.withUnsafeBytes(Array.init)
        case .float32: values.map { Float($0) }.withUnsafeBytes(Array.init)
        }
    }

    private static func make(_ type: SampleType, _ random: inout SplitMix) -> Case {
        let geometry = geometry(&random)
        let size = geometry.columns * geometry.rows
        let storage = MemoryStorage(
            sampleType: type, sliceByteCount: size * type.byteCount,
            bytes: bytes(type, sliceSize: size, count: size * geometry.slices, &random))
        let isShared = Bool.random(using: &random)
        var slices = (0..<geometry.slices).map {
            isShared ? SliceAttributes() : SliceAttributes(slope: 1 / Double($0 + 1), intercept: -3)
        }
        slices[0] = SliceAttributes()
        let volume = ImageVolume(geometry: geometry, storage: storage, slices: slices)
        slices[0].modalityTable = LookupTable(
            firstInput: 0, bits: 16, entries: (0...65_535).map { UInt16($0) })
        let slow = ImageVolume(geometry: geometry, storage: storage, slices: slices)
        let plane = VolumeGeometry.plane(
            directions(&random), center: geometry.middle(ofSlice: geometry.slices / 2),
            columns: .random(in: 1...90, using: &random), rows: 3,
            pixelMM: .random(in: 0.1...1.5, using: &random))
        return Case(volume: volume, slow: slow, plane: plane)
    }

    private static func values(_ plane: ImageVolume) -> [Float] {
        plane.storage.withSlice(0) { Array($0.bindMemory(to: Float.self)) }
    }

    @Test(arguments: [SampleType.int16, .uint16, .float32])
    func `any plane through any volume has the values found one by one`(type: SampleType) throws {
        var random = SplitMix(seed: UInt64(type.rawValue))
        for _ in 0..<100 {
            let one = Self.make(type, &random)
            let quick = try Self.values(one.volume.reformatted(to: one.plane))
            let slow = try Self.values(one.slow.reformatted(to: one.plane))

            #expect(quick.map(\.isNaN) == slow.map(\.isNaN))
            let differences = zip(quick, slow).map { abs($0 - $1) }.filter { !$0.isNaN }
            #expect(differences.allSatisfy { $0 < 0.05 })
        }
    }
}

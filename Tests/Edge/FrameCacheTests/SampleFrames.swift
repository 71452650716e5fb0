import FrameCache
import Imaging

/// A small series that uses every field of the header.
enum SampleFrames {
    static let header = FrameHeader(
        geometry: VolumeGeometry(
            columns: 5, rows: 3, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 0.8, -0.6), columnSpacingMM: 0.7, rowSpacingMM: 0.9,
            positions: (0..<4).map { Vector3(0.25, -1.5, Double($0) * 2.5) }),
        sampleType: .int16,
        slices: (0..<4).map { slice in
            SliceAttributes(
                slope: 1.5, intercept: Double(-1000 - slice),
                windows: [
                    VOIWindow(center: 40, width: 400),
                    VOIWindow(center: 0.5, width: 1, function: .linearExact),
                    VOIWindow(center: 300, width: 1500, function: .sigmoid),
                ],
                voiTable: slice == 1 ? table : nil, modalityTable: slice > 1 ? table : nil)
        },
        photometric: .monochrome1, modality: .positronEmission, units: "g/ml",
        frameOfReference: 2, suvFactor: 0.000_25, remarks: .oneOfSeveral)

    static let table = LookupTable(firstInput: -7, bits: 12, entries: [0, 5, 4095])

    /// Samples of a slice, different in each.
    static func samples(_ slice: Int) -> [Int16] {
        (0..<15).map { Int16($0 * 100 - 700 + slice) }
    }

    /// A stand-in for SHA-256 that notices any changed byte.
    static let digest: FrameDigest = { bytes in
        var state = [UInt8](repeating: 17, count: 32)
        for (index, byte) in bytes.enumerated() {
            state[index % 32] = state[index % 32] &* 31 &+ byte &+ UInt8(truncatingIfNeeded: index)
        }
        return state
    }

    /// Writes the series and gives its token.
    static func write(to folder: FrameFolder) throws -> FrameToken {
        let writer = try FrameWriter(folder: folder, header: header, digest: digest)
        for slice in 0..<4 {
            try samples(slice).withUnsafeBytes { try writer.write($0, slice: slice) }
        }
        _ = try writer.finish()
        return writer.token
    }
}

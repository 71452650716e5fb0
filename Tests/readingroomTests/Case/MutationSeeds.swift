import Foundation
import ImageFiles
import Imaging

/// Whole files of every kind that is read, to be damaged.
enum MutationSeeds {
    static func make() throws -> [[UInt8]] {
        var seeds: [[UInt8]] = []
        let series = BenchSeries.make(slices: 2)
        for syntax in TransferSyntax.writable where !syntax.isLossy {
            seeds.append(try DICOMWriter.file(series, slice: 0, syntax: syntax))
        }
        for syntax in [TransferSyntax.explicitLittleEndian, .rleLossless, .jpeg2000Lossless] {
            seeds.append(
                try DICOMWriter.enhancedFile(BenchSeries.make(BenchSeries.mr), syntax: syntax))
        }
        seeds.append(try DICOMWriter.file(coloured(series), slice: 0))
        seeds.append(try DICOMWriter.file(withTables(series), slice: 0))
        let volume = nifti()
        seeds += [volume, gzip(volume)]
        return seeds
    }

    private static func coloured(_ series: DICOMSeries) -> DICOMSeries {
        var series = series
        series.bitsStored = 8
        series.slices[0].samples = .rgb((0..<576).map { UInt8(truncatingIfNeeded: $0) })
        return series
    }

    private static func withTables(_ series: DICOMSeries) -> DICOMSeries {
        var series = series
        series.slices[0].attributes.voiTable = LookupTable(
            firstInput: 0, bits: 12, entries: (0..<100).map { UInt16($0 * 40) })
        return series
    }

    /// A NIfTI-1 file of 16 × 12 × 4 voxels of 16 bits.
    static func nifti(sliceCount: Int16 = 4) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 352)
        func put(_ value: some FixedWidthInteger, _ offset: Int) {
            withUnsafeBytes(of: value.littleEndian) { bytes in
                header.replaceSubrange(offset..<offset + bytes.count, with: bytes)
            }
        }
        put(Int32(348), 0)
        for (index, size) in [3, 16, 12, sliceCount, 1, 1, 1, 1].enumerated() {
            put(Int16(size), 40 + 2 * index)
        }
        put(Int16(4), 70)
        put(Int16(16), 72)
        for (index, size) in [1, 0.75, 1.5, 5].enumerated() {
            put(Float(size).bitPattern, 76 + 4 * index)
        }
        put(Float(352).bitPattern, 108)
        put(Int16(1), 254)
        for (place, value) in [(280, -0.75), (300, -1.5), (320, 5)] {
            put(Float(value).bitPattern, place)
        }
        header.replaceSubrange(344..<348, with: Array("n+1\0".utf8))
        let voxels = (0..<Int(min(sliceCount, 4))).flatMap(BenchSeries.samples)
        return header + voxels.withUnsafeBytes(Array.init)
    }

    /// A gzip file that stores `content` unpacked, at most 65,535 bytes.
    ///
    /// Source: RFC 1952, RFC 1951 3.2.4.
    static func gzip(_ content: [UInt8]) -> [UInt8] {
        let size = UInt16(content.count)
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1]
        for value in [size, ~size] { bytes += [UInt8(value & 255), UInt8(value >> 8)] }
        bytes += content
        // Readers of one volume stop before the checksum.
        return bytes + [UInt8](repeating: 0, count: 4) + [
            UInt8(size & 255), UInt8(size >> 8), 0, 0,
        ]
    }
}

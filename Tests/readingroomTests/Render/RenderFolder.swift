import Foundation
import ImageFiles
import Imaging

@testable import readingroom

/// A folder of two series, removed with it: one of some slices of 4 × 2 pixels, and one of a single slice.
final class RenderFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "render-\(UUID().uuidString)")
    var path: String { url.path }

    init(_ syntax: TransferSyntax = .explicitLittleEndian, slices count: Int = 3) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, slices) in [("long", count), ("short", 1)] {
            for (index, file) in try DICOMWriter.files(
                Self.series(name, slices), syntax: syntax
            ).enumerated() {
                try Data(file).write(to: url.appending(path: "\(name)\(index).dcm"))
            }
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Slice `n` (from 0) holds the greys 10 n, 10 n + 1, ... and at its end 255.
    private static func series(_ name: String, _ slices: Int) -> DICOMSeries {
        let geometry = VolumeGeometry(
            columns: 4, rows: 2, rowDirection: Vector3(1, 0, 0), columnDirection: Vector3(0, 1, 0),
            columnSpacingMM: 1, rowSpacingMM: 1,
            positions: (0..<slices).map { Vector3(0, 0, 5 * Double($0)) })
        return DICOMSeries(
            patient: .init(name: "Example^Erika", id: "EX-1"), study: .init(uid: "2.25.1"),
            series: .init(
                uid: DICOMUID.derived(from: name), number: slices, description: name,
                frameOfReferenceUID: "2.25.3"),
            technique: .ct(kilovolts: 120), geometry: geometry, thicknessMM: 5,
            slices: (0..<slices).map { index in
                .init(
                    instanceUID: DICOMUID.derived(from: name, String(index)),
                    position: geometry.positions[index],
                    samples: .uint16((0..<7).map { UInt16(10 * index + $0) } + [255]),
                    attributes: SliceAttributes(slope: 1, intercept: 0))
            })
    }

    /// What `render` says and writes about the folder.
    func render(_ arguments: String...) throws -> BuiltProgram.Run {
        try BuiltProgram.run(["render", path] + arguments)
    }
}

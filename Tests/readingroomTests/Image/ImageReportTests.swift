import Foundation
import ImageFiles
import Imaging
import Persistence
import Testing

@testable import readingroom

/// A folder of its own for one test, removed with it.
private final class Folder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: URL(filePath: path).appending(path: name))
    }
}

/// Three slices of 2 × 3 signed pixels, 5 mm apart.
private func series() -> DICOMSeries {
    let geometry = VolumeGeometry(
        columns: 3, rows: 2, rowDirection: Vector3(1, 0, 0), columnDirection: Vector3(0, 1, 0),
        columnSpacingMM: 0.5, rowSpacingMM: 0.25,
        positions: (0..<3).map { Vector3(0, 0, 5 * Double($0)) })
    return DICOMSeries(
        patient: .init(name: "Example^Erika", id: "EX-1"), study: .init(uid: "2.25.1"),
        series: .init(
            uid: "2.25.2", number: 4, description: "Invented", frameOfReferenceUID: "2.25.3"),
        technique: .ct(kilovolts: 120), geometry: geometry, thicknessMM: 5,
        slices: (0..<3).map { index in
            .init(
                instanceUID: "2.25.4\(index)", position: geometry.positions[index],
                samples: .int16([-2, -1, 0, 1, 2, Int16(index)]),
                attributes: SliceAttributes(
                    slope: 1, intercept: -1024, windows: [VOIWindow(center: 40, width: 400)]))
        })
}

private func filled(_ change: (inout DICOMSeries) -> Void = { _ in }) throws -> Folder {
    let folder = try Folder()
    var series = series()
    change(&series)
    for (index, file) in try DICOMWriter.files(series).enumerated() {
        try folder.write(file, "\(index).dcm")
    }
    return folder
}

@Test func `a series is told with geometry, values and windows`() throws {
    let folder = try filled()

    let report = try ImageReport.of(folder.path, checksums: false)

    #expect(
        report.text(showsFrames: false) == """
            series 1 CT  no. 4  Invented
              frames   3, 16 bits, Explicit VR Little Endian
              stack    3 × 3 × 2, pixels 0.5 × 0.25 mm, 5 mm apart
              from     (0, 0, 0) to (0, 0, 10) mm
              values   stored × 1 + -1024 HU
              window   centre 40, width 400, LINEAR
            files    3 read, series 1
            """)
}

@Test func `checksums are those of 32-bit little-endian integers`() throws {
    let folder = try filled()
    let expected: [UInt8] = [
        0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0,
        0,
    ]

    let report = try ImageReport.of(folder.path, checksums: true)

    let digest = Digest.hexadecimal(expected.withUnsafeBytes { Digest.bytes(of: $0) })
    #expect(report.series[0].frames[2].sha256 == digest)
    #expect(report.series[0].frames[2].file.hasSuffix("/2.dcm"))
}

@Test func `odd geometry is told and not refused`() throws {
    let folder = try filled { $0.slices.remove(at: 1) }

    let report = try ImageReport.of(folder.path, checksums: true)

    #expect(report.problems.isEmpty)
    #expect(report.series[0].frames.allSatisfy { $0.sha256 != nil })
}

@Test func `a bad file is named and the others go on`() throws {
    let folder = try filled()
    try folder.write([], "empty.dcm")
    try folder.write(Array("no image".utf8), "note.txt")

    let report = try ImageReport.of(folder.path, checksums: false)

    #expect(report.files == 3)
    #expect(
        report.problems.map { $0.replacingOccurrences(of: folder.path + "/", with: "") } == [
            "empty.dcm: The file is empty. Copy it again from its source.",
            "note.txt: The file is neither DICOM nor NIfTI. Leave it out.",
        ])
}

@Test func `a path that is not there is a problem`() throws {
    let report = try ImageReport.of("/no/such/place", checksums: false)

    #expect(report.problems == ["/no/such/place does not exist. Check the path."])
}

@Test func `the JSON answer names no patient and reads back`() throws {
    let folder = try filled()

    let text = try ImageReport.of(folder.path, checksums: true).json()

    #expect(!text.contains("Erika"))
    #expect(!text.contains("EX-1"))
    let read = try JSONDecoder().decode(ImageReport.self, from: Data(text.utf8))
    #expect(read.series[0].stacks[0].lastPosition == [0, 0, 10])
}

import Foundation
import ImageFiles
import Imaging

@testable import Phantoms

/// A series of `SampleStudies/` as it lies in the repository.
struct CommittedSeries {
    /// Planes of the frames, in the order of the files.
    let planes: [FramePlane]
    /// Distance between columns, millimetres.
    let columnSpacingMM: Double?
    /// Stored values of each frame.
    let frames: [[UInt16]]
    /// What the files say about person and study.
    let facts: [SourceFacts]

    /// Reads the frames with these numbers; all files must be there.
    init(study: String, caseID: String, series: PhantomSeries, frames numbers: [Int]) throws {
        let folder = SampleFolder.root.appending(
            path: "\(study)/cases/\(caseID)/\(series.folder)")
        var planes: [FramePlane] = []
        var frames: [[UInt16]] = []
        var facts: [SourceFacts] = []
        var spacing: Double?
        for number in numbers {
            let name = series.isMultiFrame ? "all.dcm" : SampleDICOM.name(number)
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            let file = try DICOMFile(bytes: bytes)
            let frame = series.isMultiFrame ? number : 0
            let attributes = file.header.frames[frame]
            if let plane = attributes.plane { planes.append(plane) }
            spacing = attributes.columnSpacingMM
            facts.append(file.header.facts)
            frames.append(Self.words(try file.samples(ofFrame: frame)))
        }
        self.planes = planes
        self.frames = frames
        self.facts = facts
        columnSpacingMM = spacing
    }

    private static func words(_ bytes: [UInt8]) -> [UInt16] {
        bytes.withUnsafeBytes { Array($0.bindMemory(to: UInt16.self)) }
    }
}

/// Where the sample studies lie in the repository.
enum SampleFolder {
    /// The folder `SampleStudies`.
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../SampleStudies").standardized

    /// The folders of all series of all studies.
    static func series() throws -> [URL] {
        try SampleStudies.all.flatMap { study in
            try folders(root.appending(path: "\(study.name)/cases")).flatMap(folders)
        }
    }

    private static func folders(_ folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    }

    /// The lines of `truth.csv` that belong to a case.
    static func truth(study: String, caseID: String) throws -> [String] {
        let file = root.appending(path: study).appending(path: "truth.csv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("\(caseID),") }.map(String.init)
    }
}

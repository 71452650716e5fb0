import Foundation
import ImageFiles
import Imaging

/// Why sample studies cannot be written.
public enum SampleError: Error, CustomStringConvertible {
    /// A file or folder cannot be written.
    case notWritten(path: String, reason: String)
    /// A series cannot be encoded.
    case notEncoded(series: String, reason: String)

    /// A sentence: what, where, what to do next.
    public var description: String {
        switch self {
        case .notWritten(let path, let reason):
            "The file \(path) cannot be written: \(reason) Choose another folder with --output."
        case .notEncoded(let series, let reason):
            "The series \(series) cannot be encoded as DICOM: \(reason) Report this as a bug."
        }
    }
}

/// Writes sample studies: `NAME/study.yaml`, `NAME/cases/CASE/SERIES/…` and `NAME/truth.csv`.
public struct SampleWriter: Sendable {
    /// The folder that receives one folder for each study.
    public let folder: URL

    /// A writer into `folder`, which is made when it is not there.
    public init(folder: URL) { self.folder = folder }

    /// Draws and writes all cases of a study; files of the same names are replaced.
    ///
    /// - Parameters:
    ///   - study: The study whose cases are drawn.
    ///   - slices: The slices that are drawn, by number from 0; all when `nil`.
    ///   - report: Called with a line for each case that is finished.
    public func write(
        _ study: any SampleStudy, slices: [Int]? = nil, report: (String) -> Void = { _ in }
    ) throws(SampleError) {
        let home = folder.appending(path: study.name)
        var truth = [TruthRow.header]
        for caseID in study.caseIDs {
            guard let drawn = study.draw(caseID, slices: slices) else { continue }
            let target = home.appending(path: "cases").appending(path: caseID)
            for series in drawn.series {
                try write(series, of: drawn, study: study.name, into: target)
            }
            truth += drawn.truth.map(\.line)
            report("\(study.name) \(caseID): \(drawn.series.count) series")
        }
        try save(
            Data((truth.joined(separator: "\n") + "\n").utf8), home.appending(path: "truth.csv"))
        try save(Data(study.studyFile.utf8), home.appending(path: "study.yaml"))
    }

    private func write(
        _ series: PhantomSeries, of drawn: PhantomCase, study: String, into target: URL
    ) throws(SampleError) {
        let home = target.appending(path: series.folder)
        let files = try SampleDICOM(study: study, drawn: drawn, series: series).files()
        for (name, bytes) in files {
            try save(Data(bytes), home.appending(path: name))
        }
    }

    private func save(_ data: Data, _ file: URL) throws(SampleError) {
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        } catch {
            throw .notWritten(path: file.path, reason: error.localizedDescription)
        }
    }
}

import FrameCache
import ImageFiles
import Imaging
import Persistence
import ReaderStudies

/// Decodes the slices of one series into the frame cache.
struct SeriesImporter {
    /// Where frames go; `nil` in a trial, which keeps nothing.
    let folder: FrameFolder?
    /// What decodes them.
    let decoder: ImageDecoder
    /// Where progress is shown.
    let report: ImportReport

    /// A series that was written.
    struct Written {
        /// Its name in the cache.
        let token: FrameToken
        /// SHA-256 of the header of its file, which holds that of each slice.
        let digest: [UInt8]
    }

    /// What became of a series.
    enum Outcome {
        case written(Written)
        /// Files that could not be decoded, by their number in the plan; nothing is kept.
        case failed([Int: FileProblem])
    }

    /// Writes a series with `origin` as its point (0, 0, 0).
    ///
    /// - Throws: `FrameCacheError` when the disk refuses, `SandboxError` when decoding cannot go on at all.
    func write(
        _ plan: SeriesPlan, origin: Vector3, frameOfReference: Int
    ) throws -> Outcome {
        let frames = plan.frames
        let writer = try folder.map { folder in
            try FrameWriter(
                folder: folder, header: header(plan, origin, frameOfReference),
                digest: Digest.bytes)
        }
        var failed: [Int: FileProblem] = [:]
        report.begin(.decoding, count: frames.count)
        try decoder.frames(frames.map(\.place)) { index, samples in
            report.step()
            switch samples {
            case .success(let samples):
                // After a failure the rest is only tried, so that all bad files are named at once.
                if failed.isEmpty { try writer?.write(samples, slice: frames[index].slice) }
            case .failure(let problem):
                let file = frames[index].place.file
                failed[file] = failed[file] ?? problem
            }
        }
        guard failed.isEmpty else { return .failed(failed) }
        guard let writer else {
            return .written(Written(token: try FrameToken.random(), digest: []))
        }
        return .written(Written(token: writer.token, digest: try writer.finish()))
    }

    private func header(
        _ plan: SeriesPlan, _ origin: Vector3, _ frameOfReference: Int
    ) -> FrameHeader {
        FrameHeader(
            geometry: plan.stack.geometry(relativeTo: origin) ?? plan.geometry,
            sampleType: plan.stack.sample.volumeType, slices: plan.stack.slices,
            photometric: plan.stack.photometric, modality: plan.facts.modalityClass,
            units: plan.stack.units, frameOfReference: frameOfReference,
            suvFactor: plan.uptakeFactor, remarks: plan.remarks)
    }
}

import FrameCache
import Persistence
import ReaderStudies

/// Opens frames of the store and refuses those that changed since their import.
public struct FrameDoor {
    let folder: FrameFolder

    /// The frames of a store.
    public init(folder: FrameFolder) { self.folder = folder }

    /// The frames of a series.
    ///
    /// - Throws: `AccessRefusal.closed` when they cannot be opened or are not those that were imported.
    public func open(_ series: ImportedSeries) throws(AccessRefusal) -> FrameSeries {
        let frames: FrameSeries
        do {
            frames = try folder.open(try FrameToken(series.token.rawValue))
        } catch {
            throw .closed("The images of this case cannot be opened. Tell the coordinator.")
        }
        let digest = Digest.hexadecimal(frames.headerDigest(Digest.bytes))
        guard digest == series.framesDigest else {
            throw .closed(
                "The images of this case are not those that were imported. Tell the coordinator.")
        }
        return frames
    }
}

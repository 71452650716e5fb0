/// All that is read from one image file beside its pixels.
public struct ImageFileHeader: Hashable, Sendable {
    /// What identifies person, study and series; dropped at import.
    public var facts: SourceFacts
    /// The shape of the frames.
    public var pixels: PixelShape
    /// One entry a frame.
    public var frames: [FrameAttributes]
    /// What is odd about the file, as sentences.
    public var remarks: [String]
    /// Factor from modality values to standardised uptake values by body weight, where the file is PET and says enough.
    public var uptakeFactor: Double?

    /// A header; `frames` has `pixels.frames` entries.
    public init(
        facts: SourceFacts, pixels: PixelShape, frames: [FrameAttributes], remarks: [String] = []
    ) {
        precondition(frames.count == pixels.frames, "\(frames.count) of \(pixels.frames) frames")
        self.facts = facts
        self.pixels = pixels
        self.frames = frames
        self.remarks = remarks
    }
}

/// An opened image file: its header, and its frames on demand.
///
/// Not safe to share between threads: one file, one thread.
public protocol ImageFile: AnyObject {
    /// The shape of its frames.
    var pixels: PixelShape { get }
    /// What the file says.
    var header: ImageFileHeader { get }
    /// Decodes one frame (from 0) into at least `header.pixels.frameByteCount` bytes: `rows × columns` samples,
    /// row-major, of type `header.pixels.sample`, before rescale. Frames in order are fastest.
    func decode(_ frame: Int, into samples: UnsafeMutableRawBufferPointer) throws(ImageFileError)
}

extension ImageFile {
    /// The samples of one frame (from 0), as `decode(_:into:)` leaves them.
    public func samples(ofFrame frame: Int) throws(ImageFileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: pixels.frameByteCount)
        var failure: ImageFileError?
        bytes.withUnsafeMutableBytes { buffer in
            do throws(ImageFileError) { try decode(frame, into: buffer) } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }
}

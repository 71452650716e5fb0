/// All that is read from one image file beside its pixels.
public struct ImageFileHeader: Hashable, Sendable {
    /// What identifies person, study and series; dropped at import.
    public var facts: SourceFacts {
        get { sharedFacts.value }
        set { sharedFacts = Shared(newValue) }
    }
    /// SOP Instance UID, empty if the file has none; dropped at import.
    public var instanceUID: String
    /// The shape of the frames.
    public var pixels: PixelShape
    /// One entry a frame.
    public var frames: [FrameAttributes]
    /// What is odd about the file, as sentences.
    public var remarks: [String]
    /// Factor from modality values to standardised uptake values by body weight, where the file is PET and says enough.
    public var uptakeFactor: Double?

    /// The facts, which headers of one series have in common; thousands of them are held at a time.
    private var sharedFacts: Shared<SourceFacts>

    /// A header; `frames` has `pixels.frames` entries.
    public init(
        facts: SourceFacts, instanceUID: String = "", pixels: PixelShape,
        frames: [FrameAttributes], remarks: [String] = []
    ) {
        precondition(frames.count == pixels.frames, "\(frames.count) of \(pixels.frames) frames")
        sharedFacts = Shared(facts)
        self.instanceUID = instanceUID
        self.pixels = pixels
        self.frames = frames
        self.remarks = remarks
    }
}

extension ImageFileHeader {
    /// The same header with what it has in common with `other` kept once in memory: thousands of files of one series differ
    /// in little.
    func sharing(with other: ImageFileHeader) -> ImageFileHeader {
        var header = self
        if sharedFacts == other.sharedFacts { header.sharedFacts = other.sharedFacts }
        if pixels == other.pixels { header.pixels = other.pixels }
        if remarks == other.remarks { header.remarks = other.remarks }
        guard let model = other.frames.first else { return header }
        for index in frames.indices { header.frames[index].share(with: model) }
        return header
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

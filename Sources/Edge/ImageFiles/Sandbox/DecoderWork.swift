/// What a decoding child does with files; everything that happens inside the sandbox.
public protocol DecoderWork: AnyObject {
    /// Loads whatever lies in files, before the sandbox closes.
    func prepare() throws
    /// Reads the header of the file behind `descriptor`, which stays open until the next file comes.
    func open(_ descriptor: Int32) throws(DecoderRefusal)
    /// The description of the file that was opened last, as bytes.
    func describe() throws(DecoderRefusal) -> [UInt8]
    /// Names the files that the DICOMDIR behind `descriptor` lists, as bytes.
    func list(_ descriptor: Int32) throws(DecoderRefusal) -> [UInt8]
    /// Decodes a frame (from 0) of the file that was opened last.
    func decode(_ frame: Int, into samples: UnsafeMutableRawBufferPointer) throws(DecoderRefusal)
}

/// The child's reason for refusing a file, as bytes that the parent understands.
public struct DecoderRefusal: Error, Hashable, Sendable {
    /// The reason.
    public let bytes: [UInt8]

    /// A refusal.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }
}

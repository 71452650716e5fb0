import Glibc

/// A file that is open for reading and that children may be given; closed with the value.
public final class OpenFile {
    /// The descriptor, of a regular file or of memory.
    let descriptor: Int32
    /// Tells this file from every other that the same pool is given.
    let number: UInt64

    /// Takes over a descriptor.
    init(descriptor: Int32, number: UInt64) {
        self.descriptor = descriptor
        self.number = number
    }

    deinit { close(descriptor) }
}

/// One thing for a child to do.
struct DecodeJob {
    /// The file.
    var file: OpenFile
    /// What to do with it.
    var verb: DecodeRequest.Verb
    /// The frame to decode, from 0.
    var frame = 0
    /// The most bytes of the answer; exactly so many for a frame.
    var capacity: Int
    /// Frames of this file must go to one child in order, because the file can only be read from its start.
    var isSequential = false
}

/// What became of a job.
enum DecodeOutcome {
    /// The answer, valid until it is delivered.
    case done(Answer)
    /// The child read the file and refuses it; the bytes say why, valid until they are delivered.
    case refused(Answer)
    /// The file brought the child down.
    case quarantined(QuarantineReason)
}

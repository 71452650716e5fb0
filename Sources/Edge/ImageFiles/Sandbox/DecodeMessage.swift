/// What the parent asks of a decoding child; 16 bytes on the socket, native byte order.
struct DecodeRequest: Hashable {
    /// What to do.
    enum Verb: UInt32 {
        /// Describe the file.
        case describe = 1
        /// Decode one frame.
        case decode = 2
        /// Name the files that a DICOMDIR lists.
        case list = 3
    }

    /// Bytes of a request.
    static let byteCount = 16

    /// What to do.
    var verb: Verb
    /// The frame to decode, from 0.
    var frame: Int
    /// The file's number; a file comes as a descriptor with the first request that names it.
    var file: UInt64

    /// The request as bytes.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        withUnsafeBytes(of: verb.rawValue) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt32(frame)) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: file) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// A request from its parts.
    init(verb: Verb, frame: Int, file: UInt64) {
        self.verb = verb
        self.frame = frame
        self.file = file
    }

    /// A request from its bytes, if they are one.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        let words = bytes.withUnsafeBytes { raw in
            (
                raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self),
                raw.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
                raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            )
        }
        guard let verb = Verb(rawValue: words.0) else { return nil }
        self.init(verb: verb, frame: Int(words.1), file: words.2)
    }
}

/// What a decoding child answers; 16 bytes on the socket, native byte order. The content lies in shared memory.
struct DecodeReply: Hashable {
    /// What the answer is.
    enum Kind: UInt32 {
        /// The child is ready and its calls are filtered.
        case confined = 1
        /// The child is ready, but the kernel filters no calls; `byteCount` is the error number.
        case unconfined = 2
        /// The child cannot start; `byteCount` is the error number.
        case failed = 3
        /// Done: the first `byteCount` bytes of the shared memory are the result.
        case done = 4
        /// The file was refused: the first `byteCount` bytes of the shared memory say why.
        case refused = 5
    }

    /// Bytes of a reply.
    static let byteCount = 16

    /// What the answer is.
    var kind: Kind
    /// Bytes of the result.
    var byteCount: UInt64

    /// The reply as bytes.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        withUnsafeBytes(of: UInt64(kind.rawValue)) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: byteCount) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// A reply from its parts.
    init(kind: Kind, byteCount: UInt64 = 0) {
        self.kind = kind
        self.byteCount = byteCount
    }

    /// A reply from its bytes, if they are one.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        let words = bytes.withUnsafeBytes { raw in
            (
                raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
                raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            )
        }
        guard let code = UInt32(exactly: words.0), let kind = Kind(rawValue: code) else {
            return nil
        }
        self.init(kind: kind, byteCount: words.1)
    }
}

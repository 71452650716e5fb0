/// What the parent asks of a decoding child; 24 bytes on the socket, native byte order.
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

    /// What comes along with a request, in this order.
    struct Parcel: OptionSet, Hashable {
        let rawValue: UInt32

        /// Memory for this answer and those that follow.
        static let memory = Parcel(rawValue: 1)
        /// The file that this request and those that follow are about.
        static let file = Parcel(rawValue: 2)

        /// How many descriptors that is.
        var count: Int { rawValue.nonzeroBitCount }
    }

    /// Bytes of a request.
    static let byteCount = 24

    /// What to do.
    var verb: Verb
    /// The frame to decode, from 0.
    var frame: Int
    /// The most bytes of the answer; exactly so many for a frame.
    var room: Int
    /// The descriptors that come along.
    var parcel: Parcel

    /// The request as bytes.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        withUnsafeBytes(of: verb.rawValue) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt32(frame)) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt64(room)) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt64(parcel.rawValue)) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// A request from its parts.
    init(verb: Verb, frame: Int, room: Int, parcel: Parcel) {
        self.verb = verb
        self.frame = frame
        self.room = room
        self.parcel = parcel
    }

    /// A request from its bytes, if they are one.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        let words = bytes.withUnsafeBytes { raw in
            (
                raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self),
                raw.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
                raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
                raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
            )
        }
        guard let verb = Verb(rawValue: words.0), let room = Int(exactly: words.2),
            let parcel = UInt32(exactly: words.3)
        else { return nil }
        self.init(
            verb: verb, frame: Int(words.1), room: room, parcel: Parcel(rawValue: parcel))
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

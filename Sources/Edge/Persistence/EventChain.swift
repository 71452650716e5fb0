import Foundation

/// The chain that ties every event to all before it.
///
/// `hash(n) = SHA-256(hash(n−1) ‖ canonical(n) ‖ SHA-256(salt ‖ body))`, with 32 zero bytes before
/// the first event. `canonical` is the concatenation of the netstrings (`LENGTH:BYTES,`) of the
/// format's name, sequence number, actor, the actor's own number, UTC label, boot time and kind.
/// Salt and body lie apart, so that a body can be removed while its digest stays.
enum EventChain {
    static let origin = Data(count: 32)
    static let format = "readingroom.event.1"
    static let saltLength = 16

    static func canonical(
        seq: Int, actor: String, actorSeq: Int, utc: String, boottimeMS: Int, kind: String
    ) -> Data {
        let fields = [
            format, String(seq), actor, String(actorSeq), utc, String(boottimeMS), kind,
        ]
        return Data(fields.map { "\($0.utf8.count):\($0)," }.joined().utf8)
    }

    static func bodyDigest(salt: Data, body: Data) -> Data { Digest.sha256(salt + body) }

    static func hash(previous: Data, canonical: Data, bodyDigest: Data) -> Data {
        Digest.sha256(previous + canonical + bodyDigest)
    }
}

/// One row of the log, without its body.
struct EventRow: Hashable {
    var seq: Int
    var actor: String
    var actorSeq: Int
    var utc: String
    var boottimeMS: Int
    var kind: String
    var canonical: Data
    var bodyDigest: Data
    var previous: Data
    var hash: Data

    /// The canonical bytes that the columns ask for.
    var expectedCanonical: Data {
        EventChain.canonical(
            seq: seq, actor: actor, actorSeq: actorSeq, utc: utc, boottimeMS: boottimeMS,
            kind: kind)
    }
}

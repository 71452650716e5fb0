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
        var netstrings = Netstrings()
        netstrings.start(seq)
        netstrings.append(actor.utf8)
        netstrings.append(actorSeq)
        netstrings.append(utc.utf8)
        netstrings.append(boottimeMS)
        netstrings.append(kind.utf8)
        return Data(netstrings.bytes)
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

/// The canonical bytes of events, one after the other in one piece of memory.
struct Netstrings {
    private static let name = Array(EventChain.format.utf8)
    private(set) var bytes: [UInt8] = []

    /// Begins a new event with the format's name and the number `seq`.
    mutating func start(_ seq: Int) {
        bytes.removeAll(keepingCapacity: true)
        append(Self.name)
        append(seq)
    }

    /// Adds the netstring of a number.
    mutating func append(_ number: Int) { append(String(number).utf8) }

    /// Adds the netstring of some bytes.
    mutating func append(_ field: some Collection<UInt8>) {
        bytes.append(contentsOf: String(field.count).utf8)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: field)
        bytes.append(UInt8(ascii: ","))
    }
}

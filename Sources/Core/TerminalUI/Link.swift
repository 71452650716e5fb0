/// What is known of the way to the terminal: how much may be sent, and how fast it goes.
public struct Link: Hashable, Sendable {
    /// Bytes that a picture may have to be sent at once: what goes through in 30 ms.
    public var firstBytes: Int
    /// Bytes of a piece of a picture that is sent bit by bit: what goes through in 15 ms.
    public var pieceBytes: Int
    /// Bytes a second; `nil` until measured.
    public var bytesPerSecond: Int?
    /// From a question to its answer, in milliseconds; `nil` until measured.
    public var roundTripMS: Double?
    /// Whether the terminal tells what has arrived; if not, 1 Mbit/s is assumed.
    public var isAnswering: Bool

    /// A link.
    public init(
        firstBytes: Int, pieceBytes: Int, bytesPerSecond: Int? = nil, roundTripMS: Double? = nil,
        isAnswering: Bool = true
    ) {
        self.firstBytes = firstBytes
        self.pieceBytes = pieceBytes
        self.bytesPerSecond = bytesPerSecond
        self.roundTripMS = roundTripMS
        self.isAnswering = isAnswering
    }

    /// How long no key must come, in milliseconds, until a picture of so many bytes follows its preview: a fortieth of
    /// the time that it takes, 80 at most.
    public func restMS(for bytes: Int) -> Int {
        bytesPerSecond.map { min(80, bytes * 25 / max(1, $0)) } ?? 80
    }

    /// Whole seconds, at least 1, that so many bytes take; `nil` until the link is measured.
    public func seconds(for bytes: Int) -> Int? {
        bytesPerSecond.map { max(1, (bytes + $0 - 1) / max(1, $0)) }
    }
}

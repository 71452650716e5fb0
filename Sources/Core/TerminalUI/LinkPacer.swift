/// Decides when the next piece may be sent, and how large it may be: a pure state machine without a
/// clock.
///
/// Every piece ends with a question (DSR) that a terminal answers when it has parsed all before it.
/// At most one piece is on its way. Times are measured from any fixed moment.
public struct LinkPacer: Sendable {
    /// DSR 5: are you there?
    public static let question: [UInt8] = Array("\u{1B}[5n".utf8)
    /// A terminal that has not answered for so long does not answer at all.
    public static let patience = Duration.seconds(3)
    /// Bytes a second that are assumed of a terminal that does not answer: 1 Mbit/s.
    public static let assumedRate = 125_000.0
    /// Frames begin at least so far apart: 60 a second.
    public static let frameTime = Duration.microseconds(16_667)
    /// Bytes of the first picture while the rate is not known.
    static let firstGuess = 16_384
    private static let mostBytes = 16_000_000.0

    private struct Piece {
        let bytes: Int
        let sentAt: Duration
        /// Whether a question stands before it, too.
        let isLed: Bool
    }

    private var meter = LinkMeter()
    private var piece: Piece?
    /// Questions that were asked and not answered.
    private var owed = 0
    private var lastSign = Duration.zero
    private var lastFrame: Duration?
    private let divisor: Int
    /// Whether the terminal answers.
    public private(set) var isAnswering: Bool

    /// A pacer for a terminal to which nothing was sent.
    ///
    /// - Parameters:
    ///   - isAnswering: False for a terminal that is known to answer nothing.
    ///   - isMultiplexed: Whether the answers come from a multiplexer nearer than the terminal.
    public init(isAnswering: Bool = true, isMultiplexed: Bool = false) {
        self.isAnswering = isAnswering
        divisor = isMultiplexed ? 2 : 1
    }

    /// What is known of the link.
    public var link: Link {
        let rate = isAnswering ? meter.bytesPerSecond : Self.assumedRate
        return Link(
            firstBytes: rate.map { bytes($0, .milliseconds(30)) } ?? Self.firstGuess / divisor,
            pieceBytes: rate.map { bytes($0, .milliseconds(15)) } ?? Self.firstGuess / divisor,
            bytesPerSecond: rate.map { Int($0) },
            roundTripMS: isAnswering ? meter.roundTrip.map { $0 / .milliseconds(1) } : nil,
            isAnswering: isAnswering)
    }

    private func bytes(_ rate: Double, _ time: Duration) -> Int {
        let fitting = min(rate * (time / .seconds(1)), Self.mostBytes)
        return max(LinkMeter.leastPiece, Int(fitting) / divisor)
    }
}

// MARK: - Sending

extension LinkPacer {
    /// Whether nothing is on its way, so that the next piece may go.
    public func isClear(at now: Duration) -> Bool {
        guard let piece else { return true }
        return !isAnswering && now >= piece.sentAt + pause(after: piece)
    }

    /// Whether a new frame may begin.
    public func isReady(at now: Duration) -> Bool {
        guard isClear(at: now) else { return false }
        return lastFrame.map { now - $0 >= Self.frameTime } ?? true
    }

    /// The piece with its questions; it counts as sent now.
    public mutating func send(
        _ bytes: [UInt8], isFrame: Bool, at now: Duration
    ) -> [UInt8] {
        let isLed = isAnswering && bytes.count >= LinkMeter.leastPiece
        piece = Piece(bytes: bytes.count, sentAt: now, isLed: isLed)
        owed += isLed ? 2 : 1
        lastSign = now
        if isFrame { lastFrame = now }
        return (isLed ? Self.question : []) + bytes + Self.question
    }

    /// Bytes of the piece still wait for the terminal to take them: its time to answer begins anew.
    public mutating func isHeldUp(at now: Duration) { lastSign = now }

    /// The moment at which something changes although nothing comes; `nil` when nothing will.
    public func wake(for frameWaits: Bool) -> Duration? {
        guard let piece else {
            return frameWaits ? lastFrame.map { $0 + Self.frameTime } : nil
        }
        return isAnswering ? lastSign + Self.patience : piece.sentAt + pause(after: piece)
    }

    private func pause(after piece: Piece) -> Duration {
        .microseconds(Int64(Double(piece.bytes) / Self.assumedRate * 1_000_000))
    }
}

// MARK: - Answers

extension LinkPacer {
    /// The terminal answered a question; one that nobody asked changes nothing.
    public mutating func answered(at now: Duration) {
        guard owed > 0 else { return }
        owed -= 1
        lastSign = now
        if owed == 0 { isAnswering = true }
        guard let piece else { return }
        if owed == 1, piece.isLed { meter.add(roundTrip: now - piece.sentAt) }
        if owed == 0 { arrive(piece, at: now) }
    }

    private mutating func arrive(_ piece: Piece, at now: Duration) {
        if piece.bytes < 512 { meter.add(roundTrip: now - piece.sentAt) }
        meter.add(bytes: piece.bytes, within: now - piece.sentAt)
        self.piece = nil
    }

    /// Tells the time: a terminal that never answers is not waited for any longer.
    public mutating func tick(at now: Duration) {
        guard let piece else { return }
        if isAnswering, now - lastSign >= Self.patience { isAnswering = false }
        if !isAnswering, now >= piece.sentAt + pause(after: piece) { self.piece = nil }
    }

    /// Forgets what is on its way: it was cut off, and all answers to it were read.
    public mutating func cut() {
        piece = nil
        owed = 0
    }
}

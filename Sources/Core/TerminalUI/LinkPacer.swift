/// Decides when the next piece may be sent, and how large it may be: a pure state machine without a
/// clock.
///
/// Every piece ends with a question (DSR) that a terminal answers when it has parsed all before it.
/// Once the rate is known the next piece goes shortly before the last one has passed, so that the link never
/// stands still and never holds more than a piece too much. Times are measured from any fixed moment.
public struct LinkPacer: Sendable {
    /// DSR 5: are you there?
    public static let question: [UInt8] = Array("\u{1B}[5n".utf8)
    /// A terminal that has not answered for so long does not answer at all.
    public static let patience = Duration.seconds(3)
    /// Bytes a second that are assumed of a terminal that does not answer: 1 Mbit/s.
    public static let assumedRate = 125_000.0
    /// Frames begin at least so far apart: 60 a second.
    public static let frameTime = Duration.microseconds(16_667)
    /// A piece is sent so long before the one before it has passed.
    public static let overlap = Duration.milliseconds(6)
    /// Bytes of the first picture while the rate is not known.
    static let firstGuess = 16_384
    private static let mostBytes = 16_000_000.0

    private struct Piece {
        let bytes: Int
        let sentAt: Duration
        /// Whether nothing else was on its way when it was sent.
        let isAlone: Bool
        /// Its questions that were not answered: one after it and, before large ones, one before it.
        var owed: Int
    }

    private var meter = LinkMeter()
    /// What is on its way, the oldest first.
    private var pieces: [Piece] = []
    /// Questions that were asked and not answered, also those of pieces that were given up.
    private var owed = 0
    private var lastSign = Duration.zero
    private var lastArrival = Duration.zero
    private var lastFrame: Duration?
    /// When all that was sent has passed the link, as far as its rate tells.
    private var passed = Duration.zero
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
        let rate = rate
        return Link(
            firstBytes: rate.map { bytes($0, .milliseconds(30)) } ?? Self.firstGuess / divisor,
            pieceBytes: rate.map { bytes($0, .milliseconds(15)) } ?? Self.firstGuess / divisor,
            bytesPerSecond: rate.map { Int($0) },
            roundTripMS: isAnswering ? meter.roundTrip.map { $0 / .milliseconds(1) } : nil,
            isAnswering: isAnswering)
    }

    private var rate: Double? { isAnswering ? meter.bytesPerSecond : Self.assumedRate }

    private func bytes(_ rate: Double, _ time: Duration) -> Int {
        let fitting = min(rate * (time / .seconds(1)), Self.mostBytes)
        return max(LinkMeter.leastPiece, Int(fitting)) / divisor
    }
}

// MARK: - Sending

extension LinkPacer {
    /// Whether nothing is on its way: all that was sent has arrived.
    public func isClear(at now: Duration) -> Bool {
        pieces.isEmpty || !isAnswering && now >= passed
    }

    /// Whether every answer to what was sent has come, or is waited for no longer.
    public var isEmpty: Bool { pieces.isEmpty }

    /// Whether the next piece may go.
    public func isFree(at now: Duration) -> Bool {
        isClear(at: now) || freeFrom.map { now >= $0 } ?? false
    }

    /// When the next piece may go although the last has not arrived; `nil` where only its answer tells.
    private var freeFrom: Duration? {
        guard isAnswering, let rate = meter.bytesPerSecond, !pieces.isEmpty else { return nil }
        let unseen = Double(pieces.reduce(0) { $0 + ($1.owed > 0 ? $1.bytes : 0) })
        // More than this is on its way only when the link has become slower than it was.
        let most = Self.overlap * 8 + (meter.roundTrip ?? .zero) * 2
        return unseen <= rate * (most / .seconds(1)) ? passed - Self.overlap : nil
    }

    /// Whether a new frame may begin.
    public func isReady(at now: Duration) -> Bool {
        guard isFree(at: now) else { return false }
        return lastFrame.map { now - $0 >= Self.frameTime } ?? true
    }

    /// The piece with its questions; it counts as sent now.
    ///
    /// - Parameters:
    ///   - bytes: The piece.
    ///   - isFrame: Whether a new frame begins with it.
    ///   - isRest: Whether it begins in the middle of a picture, where nothing can be asked.
    ///   - isCut: Whether it ends in the middle of one.
    ///   - now: The time now, counted from any moment.
    public mutating func send(
        _ bytes: [UInt8], isFrame: Bool, isRest: Bool = false, isCut: Bool = false,
        at now: Duration
    ) -> [UInt8] {
        if isClear(at: now) { pieces = [] }
        let isLed = !isRest && !isCut && isAnswering && bytes.count >= LinkMeter.leastPiece
        let piece = Piece(
            bytes: bytes.count, sentAt: now, isAlone: pieces.isEmpty,
            owed: isCut ? 0 : isLed ? 2 : 1)
        pieces.append(piece)
        owed += piece.owed
        lastSign = now
        if isFrame { lastFrame = now }
        let time = time(for: piece.bytes)
        // A little faster than the link was: so it is found out when it has become faster.
        passed = max(now, passed) + (isCut ? time * 0.95 : time)
        if isCut { return bytes }
        return (isLed ? Self.question : []) + bytes + Self.question
    }

    /// Bytes of the piece still wait for the terminal to take them: its time to answer begins anew.
    public mutating func isHeldUp(at now: Duration) { lastSign = now }

    /// The moment at which something changes although nothing comes; `nil` when nothing will.
    ///
    /// - Parameters:
    ///   - frameWaits: Whether a new frame waits for its time.
    ///   - pieceWaits: Whether another piece of the frame does.
    public func wake(frameWaits: Bool, pieceWaits: Bool) -> Duration? {
        let frame = frameWaits ? lastFrame.map { $0 + Self.frameTime } : nil
        guard !pieces.isEmpty else { return frame }
        let end = isAnswering ? lastSign + Self.patience : passed
        guard let freeFrom else { return end }
        if pieceWaits { return min(end, freeFrom) }
        return frameWaits ? min(end, max(freeFrom, frame ?? freeFrom)) : end
    }

    private func time(for bytes: Int) -> Duration {
        guard let rate else { return .zero }
        return .microseconds(Int64(Double(bytes) / rate * 1_000_000))
    }
}

// MARK: - Answers

extension LinkPacer {
    /// The terminal answered a question; one that nobody asked changes nothing.
    public mutating func answered(at now: Duration) {
        guard owed > 0 else { return }
        let isLate = owed > pieces.reduce(0) { $0 + $1.owed }
        owed -= 1
        lastSign = now
        if owed == 0 { isAnswering = true }
        guard !isLate, let index = pieces.firstIndex(where: { $0.owed > 0 }) else { return }
        pieces[index].owed -= 1
        if pieces[index].owed == 0 {
            arrive(through: index, at: now)
        } else if pieces[index].isAlone {
            meter.add(roundTrip: now - pieces[index].sentAt)
        }
    }

    /// A piece arrived, and with it those before it after which nothing could be asked.
    private mutating func arrive(through index: Int, at now: Duration) {
        let (first, bytes) = (pieces[0], pieces[...index].reduce(0) { $0 + $1.bytes })
        pieces.removeFirst(index + 1)
        if bytes < 512, first.isAlone { meter.add(roundTrip: now - first.sentAt) }
        let roundTrip = meter.roundTrip ?? .zero
        // What had to wait for something before it was on its way only from then on.
        meter.add(bytes: bytes, within: now - max(first.sentAt + roundTrip, lastArrival))
        lastArrival = now
        let rest = pieces.reduce(0) { $0 + $1.bytes }
        passed = rest == 0 ? now : max(now - roundTrip, pieces[0].sentAt) + time(for: rest)
    }

    /// Tells the time: a terminal that never answers is not waited for any longer.
    public mutating func tick(at now: Duration) {
        guard !pieces.isEmpty else { return }
        if isAnswering, now - lastSign >= Self.patience {
            isAnswering = false
            passed = pieces[0].sentAt + time(for: pieces.reduce(0) { $0 + $1.bytes })
        }
        if isClear(at: now) { pieces = [] }
    }

    /// Forgets what is on its way: it was cut off, and all answers to it were read.
    public mutating func cut() {
        pieces = []
        owed = 0
        passed = .zero
    }
}

/// Sends frames as fast as the link takes them: a pure state machine that gives the next bytes.
///
/// A frame that goes through at once is one piece. Of a larger one the cells and the middle of the
/// pictures come first, then strips; a preview always goes whole. The newest frame drops what was
/// not yet sent of the one before.
public struct FrameSender: Sendable {
    private var pictures: PictureWriter
    private var pacer: LinkPacer
    private let isSynchronized: Bool
    /// Cells that must be sent before anything else.
    private var head: [UInt8] = []
    private var filler: [UInt8] = []
    private var isBegun = true
    private var isInterrupted = false
    private var wasReported = true

    /// A sender for a terminal on which nothing is shown.
    public init(painter: CellPainter, capabilities: TerminalCapabilities) {
        pictures = PictureWriter(painter: painter, capabilities: capabilities)
        pacer = LinkPacer(
            isAnswering: capabilities.answered, isMultiplexed: !capabilities.multiplexer.isEmpty)
        isSynchronized = capabilities.synchronizedOutput
    }

    /// What is known of the link.
    public var link: Link { pacer.link }

    /// Bytes of the last frame's pictures that are not yet sent.
    public var unsentBytes: Int { pictures.pendingBytes }

    /// Whether a frame that is shown now is begun at once; after a key not before its time.
    public func isReady(at now: Duration) -> Bool { head.isEmpty && isFree(at: now) }

    private func isFree(at now: Duration) -> Bool {
        isInterrupted ? pacer.isReady(at: now) : pacer.isClear(at: now)
    }

    /// Whether anything of the last frame is not yet sent.
    public var hasMore: Bool { !head.isEmpty || !pictures.isDone }
}

// MARK: - Frames

extension FrameSender {
    /// Shows a frame; what was not sent of the one before is dropped.
    ///
    /// - Parameter cells: The bytes that draw its cells.
    /// - Returns: Whether it is on the screen already, because nothing changed.
    public mutating func show(_ frame: Frame, cells: [UInt8], at now: Duration) -> Bool {
        let around = pictures.begin(frame)
        head += around.before + cells + around.after
        isBegun = false
        isInterrupted = false
        wasReported = !hasMore && pacer.isClear(at: now)
        return wasReported
    }

    /// Puts bytes that do nothing before the first frame, so that the rate is known before the first picture.
    public mutating func measure() {
        guard pacer.isAnswering else { return }
        filler = Array(repeatElement(TerminalBytes.plain, count: LinkPacer.firstGuess / 3).joined())
    }

    /// A key came: no more is sent until the next frame.
    public mutating func interrupt(at now: Duration) {
        isInterrupted = true
        if hasMore || !pacer.isReady(at: now) { wasReported = false }
    }

    /// The next piece, when one may be sent now.
    public mutating func next(at now: Duration) -> [UInt8]? {
        guard hasMore, !isInterrupted || !head.isEmpty else { return nil }
        guard pacer.isClear(at: now) else { return nil }
        defer { isBegun = true }
        let piece = piece
        let framed =
            isSynchronized ? TerminalBytes.beginFrame + piece + TerminalBytes.endFrame : piece
        return pacer.send(framed, isFrame: !isBegun, at: now)
    }

    private var piece: [UInt8] {
        mutating get {
            var bytes = filler + head
            (filler, head) = ([], [])
            guard !pictures.isDone, !isInterrupted else { return bytes }
            let link = pacer.link
            let fits = bytes.count + pictures.pendingBytes <= link.firstBytes
            let isWhole = !isBegun && (fits || pictures.hasPendingPreview)
            bytes += pictures.take(upTo: isWhole ? .max : max(1, link.pieceBytes - bytes.count))
            return bytes
        }
    }

    /// Forgets what is shown, because the screen was cleared or is about to be.
    ///
    /// - Returns: Bytes that delete what clearing does not delete.
    public mutating func clear() -> [UInt8] { pictures.clear() }

    /// Begins anew on a cleared screen; what is known of the link stays.
    ///
    /// What was on its way was cut off, and all answers to it were read.
    public mutating func restart(painter: CellPainter, capabilities: TerminalCapabilities) {
        pictures = PictureWriter(painter: painter, capabilities: capabilities)
        pacer.cut()
    }
}

// MARK: - Answers and time

extension FrameSender {
    /// The terminal answered a question.
    public mutating func answered(at now: Duration) { pacer.answered(at: now) }

    /// The terminal does not take the bytes of the piece.
    public mutating func isHeldUp(at now: Duration) { pacer.isHeldUp(at: now) }

    /// Tells the time.
    public mutating func tick(at now: Duration) { pacer.tick(at: now) }

    /// The moment at which something changes although nothing comes; `nil` when nothing will.
    public var wake: Duration? { pacer.wake(for: !wasReported && isInterrupted) }

    /// Tells once that nothing is on its way any more, and whether the whole frame is there.
    public mutating func report(at now: Duration) -> Arrival? {
        guard !wasReported, isInterrupted ? head.isEmpty : !hasMore, isFree(at: now) else {
            return nil
        }
        wasReported = true
        return isInterrupted && hasMore ? .dropped : .whole
    }
}

/// What became of a frame that was sent in pieces.
public enum Arrival: Hashable, Sendable {
    /// All of it is on the screen.
    case whole
    /// A key came, and the rest was dropped.
    case dropped
}

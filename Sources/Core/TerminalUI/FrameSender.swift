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
    /// What ends a strip that was cut, before anything else is sent.
    private var ending: [UInt8] = []
    /// The rest of a strip that is too large for one piece.
    private var tail: [UInt8] = []
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
    public var unsentBytes: Int { pictures.pendingBytes + tail.count }

    /// Whether a frame that is shown now is begun at once; after a key not before its time.
    public func isReady(at now: Duration) -> Bool {
        head.isEmpty && tail.isEmpty && ending.isEmpty
            && (isInterrupted ? pacer.isReady(at: now) : pacer.isFree(at: now))
    }

    /// Whether anything of the last frame is not yet sent.
    public var hasMore: Bool { isUrgent || !tail.isEmpty || !pictures.isDone }

    /// Whether something must be sent also when a key came.
    private var isUrgent: Bool { !head.isEmpty || !ending.isEmpty }
}

// MARK: - Frames

extension FrameSender {
    /// Shows a frame; what was not sent of the one before is dropped.
    ///
    /// - Parameters:
    ///   - frame: The frame.
    ///   - cells: The bytes that draw its cells.
    ///   - now: The time now, counted from any moment.
    /// - Returns: Whether it is on the screen already, because nothing changed.
    public mutating func show(_ frame: Frame, cells: [UInt8], at now: Duration) -> Bool {
        ending += cut()
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
        ending += cut()
        isInterrupted = true
        if hasMore || !pacer.isReady(at: now) { wasReported = false }
    }

    /// Ends a strip in its middle; it counts as not shown.
    private mutating func cut() -> [UInt8] {
        guard !tail.isEmpty else { return [] }
        tail = []
        pictures.takeBack()
        return TerminalBytes.endString + TerminalBytes.restore
            + (isSynchronized ? TerminalBytes.endFrame : [])
    }

    /// The next piece, when one may be sent now.
    public mutating func next(at now: Duration) -> [UInt8]? {
        guard hasMore, !isInterrupted || isUrgent, pacer.isFree(at: now) else { return nil }
        let isEnding = !ending.isEmpty
        defer { isBegun = isBegun || !isEnding }
        let most = pacer.link.pieceBytes
        let isRest = !tail.isEmpty
        let (bytes, mayBeCut) = isRest ? (tail, true) : piece()
        let isCut = mayBeCut && pacer.isAnswering && bytes.count > most * 3 / 2
        tail = isCut ? Array(bytes[most...]) : []
        return pacer.send(
            isCut ? Array(bytes[..<most]) : bytes, isFrame: !isBegun && !isEnding,
            isRest: isRest, isCut: isCut, at: now)
    }

    /// What is sent next in one go, and whether it may be cut in its middle.
    private mutating func piece() -> (bytes: [UInt8], mayBeCut: Bool) {
        if !ending.isEmpty {
            defer { ending = [] }
            return (ending, false)
        }
        var bytes = filler + head
        (filler, head) = ([], [])
        guard !pictures.isDone, !isInterrupted else { return (framed(bytes), false) }
        let link = pacer.link
        let fits = bytes.count + pictures.pendingBytes <= link.firstBytes
        let isWhole = !isBegun && (fits || pictures.hasPendingPreview)
        // Cells are never cut: nobody would know which of them are there.
        if !isWhole, !bytes.isEmpty, pictures.nextBytes > link.pieceBytes {
            return (framed(bytes), false)
        }
        let isBare = bytes.isEmpty
        bytes += pictures.take(upTo: isWhole ? .max : max(1, link.pieceBytes - bytes.count))
        return (framed(bytes), isBare && !isWhole && pictures.mayBeCut)
    }

    private func framed(_ piece: [UInt8]) -> [UInt8] {
        isSynchronized ? TerminalBytes.beginFrame + piece + TerminalBytes.endFrame : piece
    }

    /// Forgets what is shown, because the screen was cleared or is about to be.
    ///
    /// - Returns: Bytes that end what was sent in part, and delete what clearing does not delete.
    public mutating func clear() -> [UInt8] {
        defer { ending = [] }
        return ending + cut() + pictures.clear()
    }

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
    public var wake: Duration? {
        pacer.wake(
            frameWaits: !wasReported && isInterrupted && (hasMore || pacer.isEmpty),
            pieceWaits: hasMore && (!isInterrupted || isUrgent))
    }

    /// Tells once that nothing is on its way any more, and whether the whole frame is there.
    public mutating func report(at now: Duration) -> Arrival? {
        guard !wasReported, !isUrgent, !isInterrupted || pacer.isReady(at: now) else {
            return nil
        }
        let isDropped = isInterrupted && hasMore
        guard isDropped || !hasMore && pacer.isClear(at: now) else { return nil }
        wasReported = true
        return isDropped ? .dropped : .whole
    }
}

/// What became of a frame that was sent in pieces.
public enum Arrival: Hashable, Sendable {
    /// All of it is on the screen.
    case whole
    /// A key came, and the rest was dropped.
    case dropped
}

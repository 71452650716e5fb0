import TerminalUI

/// Reads keys: waits for bytes and news, decodes, and keeps the times that the decoder must be
/// told.
struct KeyReader {
    /// What came.
    enum Found {
        case input(TerminalInput)
        case resized
        case stop
        case closed
        case nothing
    }

    /// A window that is being dragged is drawn once it rests for so long.
    static let restAfterResize = Duration.milliseconds(50)
    /// A sequence that was begun and not ended is given up after so long.
    static let patience = Duration.seconds(2)
    /// Keys that may be the rest of an answer are kept back for so long.
    static let longestHold = Duration.seconds(1)

    private var decoder = KeyDecoder()
    private var waiting: [TerminalInput] = []
    private var lastByte = ContinuousClock.now
    private var heldSince: ContinuousClock.Instant?
    private var lastResize: ContinuousClock.Instant?
    private var escapeTime = Duration.milliseconds(50)

    /// Asks the terminal on its other screen, since some terminals print questions that they do
    /// not know.
    mutating func firstProbe(
        _ device: TerminalDevice, limit: Duration
    ) throws(ScreenError) -> TerminalProbe {
        try device.write(Array("\u{1B}[?1049h\u{1B}[H\u{1B}[2J".utf8))
        let probe = try probe(device, limit: limit)
        try device.write(Array("\u{1B}[?1049l".utf8))
        return probe
    }

    /// Asks the terminal; keys that are typed meanwhile come out of `next`.
    mutating func probe(
        _ device: TerminalDevice, limit: Duration
    ) throws(ScreenError) -> TerminalProbe {
        let probe = try TerminalProbe(
            device, term: ProcessSurroundings.term, decoder: &decoder, limit: limit)
        waiting += probe.typed
        escapeTime = max(
            .milliseconds(50), (probe.roundTrip ?? .milliseconds(75)) + .milliseconds(25))
        lastByte = .now
        return probe
    }

    /// The next thing that came, or nothing by the deadline.
    mutating func next(_ device: TerminalDevice, until deadline: ContinuousClock.Instant?) -> Found
    {
        while true {
            if !waiting.isEmpty { return .input(waiting.removeFirst()) }
            if let found = news(device) { return found }
            if device.isGone { return .closed }
            let now = ContinuousClock.now
            if let lastResize, now - lastResize >= Self.restAfterResize {
                self.lastResize = nil
                return .resized
            }
            tellTime(now)
            if !waiting.isEmpty { continue }
            if let deadline, now >= deadline { return .nothing }
            take(device.read(within: wait(from: now, until: deadline)))
        }
    }

    /// Whether a key, or anything else but an answer, has come and waits to be taken.
    mutating func hasInput(_ device: TerminalDevice) -> Bool {
        take(device.read(within: .zero))
        return waiting.contains { if case .reply = $0 { false } else { true } }
    }

    /// Reads and drops what the terminal still sends, so that the shell does not get it.
    mutating func drain(_ device: TerminalDevice) {
        let end = ContinuousClock.now + .milliseconds(200)
        guard !device.isGone, (try? device.write(TerminalQuery.fence)) != nil else { return }
        while ContinuousClock.now < end, !device.isGone {
            let inputs = decoder.decode(device.read(within: end - ContinuousClock.now))
            let isAnswered = inputs.contains {
                if case .reply(.primaryAttributes) = $0 { true } else { false }
            }
            if isAnswered || !device.waitingNews.isEmpty { break }
        }
        device.dropInput()
    }

    private mutating func take(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        lastByte = .now
        waiting += decoder.decode(bytes)
        noteHold()
    }

    private mutating func noteHold() {
        heldSince = decoder.isHolding ? heldSince ?? lastByte : nil
    }

    private mutating func news(_ device: TerminalDevice) -> Found? {
        while let news = device.takeNews() {
            switch news {
            case .resized, .continued: lastResize = .now
            case .stop: return .stop
            case .end: return .closed
            }
        }
        return nil
    }

    private mutating func tellTime(_ now: ContinuousClock.Instant) {
        if decoder.wantsPause, now - lastByte >= escapeTime { waiting += decoder.pause() }
        if let end = endOfPatience, now >= end { waiting += decoder.abandon() }
        noteHold()
    }

    /// When what was begun is given up.
    private var endOfPatience: ContinuousClock.Instant? {
        guard decoder.isWaiting, !decoder.isAmbiguous else { return nil }
        if decoder.isInPaste { return lastByte + Self.patience }
        return heldSince.map { $0 + Self.longestHold } ?? lastByte + Self.patience
    }

    private func wait(
        from now: ContinuousClock.Instant, until deadline: ContinuousClock.Instant?
    ) -> Duration? {
        var ends: [ContinuousClock.Instant] = []
        if let deadline { ends.append(deadline) }
        if let lastResize { ends.append(lastResize + Self.restAfterResize) }
        if decoder.wantsPause { ends.append(lastByte + escapeTime) }
        if let endOfPatience { ends.append(endOfPatience) }
        return ends.min().map { max(.zero, $0 - now) }
    }
}

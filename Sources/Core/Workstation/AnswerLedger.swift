import ReaderStudies

/// Answers of the open read: those that the store has confirmed, and those that still wait for it.
///
/// One entry is under way at a time, in the order of typing, so that a refusal can lose nothing behind it.
public struct AnswerLedger: Hashable, Sendable {
    /// What the store has confirmed.
    public private(set) var saved: AnswerSheet
    /// Entries that are not yet confirmed, oldest first.
    public private(set) var waiting: [ReadEntry] = []
    /// The number of the last confirmed event.
    public private(set) var savedNumber: Int
    /// The number of the next lesion.
    public private(set) var nextLesion: Int
    /// Why the oldest waiting entry was refused; `nil` when none was.
    public private(set) var refusal: AccessRefusal?
    private var isUnderWay = false
    private var past: [[ReadEntry]] = []

    /// A ledger for a read as opened.
    public init(_ opened: OpenedRead) {
        saved = opened.sheet
        savedNumber = opened.savedNumber
        nextLesion = opened.nextLesion
    }

    /// The answers as typed, confirmed or not.
    public var sheet: AnswerSheet {
        var sheet = saved
        for entry in waiting { sheet.apply(entry) }
        return sheet
    }

    /// Whether an answer to `key` waits for the store.
    public func isWaiting(_ key: ItemKey) -> Bool {
        waiting.contains {
            switch $0 {
            case .answer(let other, _, _), .clear(let other): other == key
            case .addLesion(let site), .withdrawLesion(let site): site == key.site
            }
        }
    }

    /// Adds entries that belong together; returns what has to be sent now, if anything.
    public mutating func enter(_ entries: [ReadEntry]) -> ReadEntry? {
        if let inverse = inverse(of: entries) { past.append(inverse) } else { past.removeAll() }
        return queue(entries)
    }

    /// Takes the last entries back by new ones; `nil` when there is nothing to take back.
    public mutating func undo() -> (entries: [ReadEntry], send: ReadEntry?)? {
        guard let entries = past.popLast() else { return nil }
        return (entries, queue(entries))
    }

    /// Whether there is something to take back.
    public var canUndo: Bool { !past.isEmpty }

    /// The store confirmed the oldest entry under `number`; returns the next one to send.
    public mutating func confirm(_ number: Int) -> ReadEntry? {
        isUnderWay = false
        savedNumber = max(savedNumber, number)
        refusal = nil
        guard !waiting.isEmpty else { return nil }
        saved.apply(waiting.removeFirst())
        return next()
    }

    /// A view event was saved under `number`.
    public mutating func note(_ number: Int) { savedNumber = max(savedNumber, number) }

    /// The store refused the oldest entry. What the store could not write stays; what it finds invalid goes.
    public mutating func refuse(_ reason: AccessRefusal) {
        isUnderWay = false
        if case .invalidEntry = reason, !waiting.isEmpty {
            waiting.removeFirst()
            past.removeAll()
        } else {
            refusal = reason
        }
    }

    /// Sends the oldest waiting entry again.
    public mutating func retry() -> ReadEntry? { next() }

    private mutating func queue(_ entries: [ReadEntry]) -> ReadEntry? {
        for entry in entries {
            if case .addLesion = entry { nextLesion += 1 }
            waiting.append(entry)
        }
        return next()
    }

    private mutating func next() -> ReadEntry? {
        guard !isUnderWay, let first = waiting.first else { return nil }
        isUnderWay = true
        return first
    }

    /// The entries that take `entries` back; a withdrawn lesion cannot come back under its number.
    private func inverse(of entries: [ReadEntry]) -> [ReadEntry]? {
        let before = sheet
        var inverse: [ReadEntry] = []
        for entry in entries {
            switch entry {
            case .addLesion(let site): return [.withdrawLesion(site)]
            case .withdrawLesion: return nil
            case .answer(let key, _, _), .clear(let key):
                let measured = before.measurements[key]
                inverse.append(
                    before.answers[key].map { .answer(key, $0, measured: measured) }
                        ?? .clear(key))
            }
        }
        return inverse
    }
}

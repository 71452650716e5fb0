import Glibc
import TerminalUI

/// Asks a terminal what it can do, and keeps the keys that are typed meanwhile.
struct TerminalProbe {
    /// How long late answers are still dropped after a terminal did not answer in time.
    static let lateness = Duration.milliseconds(500)
    /// How long a fence that may be somebody else's waits for ours.
    static let doubt = Duration.milliseconds(500)

    /// What was answered in time.
    private(set) var answers = TerminalAnswers()
    /// Keys and other input that came between the answers.
    private(set) var typed: [TerminalInput] = []
    /// From the question to the last answer; `nil` when there was none.
    private(set) var roundTrip: Duration?

    private let clock = ContinuousClock()

    /// Asks; the terminal is raw and shows its other screen.
    ///
    /// - Parameter limit: How long to wait for the fence, which every terminal answers.
    init(
        _ device: TerminalDevice, term: String, decoder: inout KeyDecoder, limit: Duration
    ) throws(ScreenError) {
        let start = clock.now
        try device.write(TerminalQuery.block(term: term))
        gather(device, &decoder, until: start + limit)
        if answers.attributes != nil {
            roundTrip = clock.now - start
        } else {
            dropLate(device, &decoder)
        }
    }

    /// Reads until our fence is answered.
    private mutating func gather(
        _ device: TerminalDevice, _ decoder: inout KeyDecoder, until end: ContinuousClock.Instant
    ) {
        var end = end
        while !answers.isComplete, clock.now < end, !device.isGone, !device.hasEnd {
            let isFirst = answers.attributes == nil
            take(decoder.decode(device.read(within: end - clock.now)))
            if isFirst, answers.attributes != nil { end = min(end, clock.now + Self.doubt) }
        }
    }

    /// Keeps the keys and drops the answers of a terminal that took too long, at most until its fence.
    private mutating func dropLate(_ device: TerminalDevice, _ decoder: inout KeyDecoder) {
        let end = clock.now + Self.lateness
        var late = TerminalAnswers()
        while late.attributes == nil, clock.now < end, !device.isGone, !device.hasEnd {
            for input in decoder.decode(device.read(within: end - clock.now)) {
                if case .reply(let reply) = input { late.add(reply) } else { typed.append(input) }
            }
        }
        answers = TerminalAnswers()
    }

    private mutating func take(_ inputs: [TerminalInput]) {
        for input in inputs {
            if case .reply(let reply) = input { answers.add(reply) } else { typed.append(input) }
        }
    }
}

/// What the process knows about its terminal without asking.
enum ProcessSurroundings {
    /// `TERM`; empty when not set.
    static var term: String { variable("TERM") }

    /// Whether the session came over SSH.
    static var isRemote: Bool {
        ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].contains { !variable($0).isEmpty }
    }

    /// What is known now; the locale of characters becomes the user's.
    static func surroundings(_ device: TerminalDevice, databaseColors: Int) -> TerminalSurroundings
    {
        let window = device.window
        setlocale(LC_CTYPE, "")
        var surroundings = TerminalSurroundings(
            term: term, databaseColors: databaseColors, noColor: !variable("NO_COLOR").isEmpty,
            utf8: isLocaleUTF8, cells: window.cells, pixels: window.pixels)
        surroundings.isRemote = isRemote
        return surroundings
    }

    /// Makes the locale of characters the one of the terminal, by which ncurses writes.
    static func setLocale(utf8: Bool) {
        if utf8, !isLocaleUTF8 { setlocale(LC_CTYPE, "C.UTF-8") }
    }

    static var isLocaleUTF8: Bool {
        guard let codeset = nl_langinfo(nl_item(CODESET)) else { return false }
        return String(cString: codeset) == "UTF-8"
    }

    private static func variable(_ name: String) -> String {
        guard let value = getenv(name) else { return "" }
        return String(cString: value)
    }
}

import Glibc
import TerminalUI

/// Asks a terminal what it can do, and keeps the keys that are typed meanwhile.
struct TerminalProbe {
    /// What was answered in time.
    var answers = TerminalAnswers()
    /// Keys and other input that came between the answers.
    var typed: [TerminalInput] = []
    /// From the question to the last answer; `nil` when there was none.
    var roundTrip: Duration?

    /// Asks; the terminal is raw and shows its other screen.
    ///
    /// - Parameter limit: How long to wait for the fence, which every terminal answers.
    init(
        _ device: TerminalDevice, term: String, decoder: inout KeyDecoder, limit: Duration
    ) throws(ScreenError) {
        let clock = ContinuousClock()
        let start = clock.now
        try device.write(TerminalQuery.block(term: term))
        while answers.attributes == nil, clock.now - start < limit, !device.isGone {
            take(decoder.decode(device.read(within: limit - (clock.now - start))))
            if device.hasEnd { break }
        }
        if answers.attributes != nil { roundTrip = clock.now - start }
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

    /// What is known now; the locale of characters becomes the user's.
    static func surroundings(_ device: TerminalDevice, databaseColors: Int) -> TerminalSurroundings
    {
        let window = device.window
        setlocale(LC_CTYPE, "")
        return TerminalSurroundings(
            term: term, databaseColors: databaseColors, noColor: !variable("NO_COLOR").isEmpty,
            utf8: isLocaleUTF8, cells: window.cells, pixels: window.pixels)
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

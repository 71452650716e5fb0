import CUnix
import Glibc
import TerminalUI

/// The terminal's two descriptors: raw bytes in and out, and what the process is told meanwhile.
final class TerminalDevice {
    /// What the kernel told.
    enum News { case resized, continued, stop, end }

    private let input: Int32
    private let output: Int32
    private var news: Int32 = -1
    private(set) var waitingNews: [News] = []
    /// Whether the terminal hung up.
    private(set) var isGone = false
    /// Bytes that the terminal has not taken yet, and how many of them it has.
    private var unsent: (bytes: [UInt8], done: Int) = ([], 0)

    /// Takes two descriptors that are terminals.
    init(input: Int32, output: Int32) throws(ScreenError) {
        guard isatty(input) == 1, isatty(output) == 1 else { throw .noTerminal }
        self.input = input
        self.output = output
    }

    /// Makes the terminal raw; whatever happens to the process from now on, it is restored.
    func arm(restore: [UInt8]) throws(ScreenError) {
        let problem = cunix_terminal_arm(output, restore, UInt(restore.count), &news)
        guard problem == 0, cunix_terminal_raw() == 0 else { throw .lost(Self.text(problem)) }
    }

    /// Takes the signals back from ncurses, which puts its own handlers in place.
    func claimSignals() { cunix_terminal_claim_signals() }

    /// Whether the process was told to end.
    var hasEnd: Bool { waitingNews.contains(.end) }

    /// Gives the terminal back as it was.
    func disarm() { cunix_terminal_disarm() }

    /// Stops the process as Ctrl-Z does; returns when it goes on.
    func suspend() { isGone = cunix_terminal_suspend() != 0 }

    /// Columns and rows, and pixels where the kernel knows them.
    var window: (cells: Size, pixels: Size?) {
        var window = cunix_window()
        guard cunix_window(output, &window) == 0, window.columns > 0, window.rows > 0 else {
            return (Size(width: 80, height: 24), nil)
        }
        let pixels = Size(width: Int(window.width_px), height: Int(window.height_px))
        return (
            Size(width: Int(window.columns), height: Int(window.rows)),
            pixels.width > 0 && pixels.height > 0 ? pixels : nil
        )
    }

    /// Waits for bytes or news, at most `limit`; for ever when `nil`.
    /// - Returns: The bytes, empty when there are none.
    func read(within limit: Duration?) -> [UInt8] {
        guard !isGone else { return [] }
        var polled = [
            pollfd(fd: input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: news, events: Int16(POLLIN), revents: 0),
            pollfd(fd: hasUnsent ? output : -1, events: Int16(POLLOUT), revents: 0),
        ]
        guard poll(&polled, 3, milliseconds(limit)) > 0 else { return [] }
        if polled[1].revents != 0 { readNews() }
        if polled[2].revents != 0 { sendMore() }
        return polled[0].revents != 0 ? readBytes() : []
    }

    /// Takes the oldest news.
    func takeNews() -> News? { waitingNews.isEmpty ? nil : waitingNews.removeFirst() }

    /// Whether the terminal has yet to take bytes that were sent.
    var hasUnsent: Bool { unsent.done < unsent.bytes.count }

    /// Writes as much as the terminal takes at once; the rest follows while keys are read.
    /// - Throws: `ScreenError.lost` when the terminal is gone.
    func send(_ bytes: [UInt8]) throws(ScreenError) {
        guard !isGone else { throw .lost("it hung up") }
        if hasUnsent { unsent.bytes += bytes } else { unsent = (bytes, 0) }
        sendMore()
        if isGone { throw .lost(Self.text(errno)) }
    }

    /// Writes all bytes, waiting for the terminal as long as it takes, or at most `limit`.
    /// - Throws: `ScreenError.lost` when the terminal is gone, takes nothing in time, or the process was told to end
    ///   meanwhile.
    func write(_ bytes: [UInt8], within limit: Duration? = nil) throws(ScreenError) {
        let end = limit.map { ContinuousClock.now + $0 }
        try send(bytes)
        while hasUnsent {
            let left = end.map { $0 - ContinuousClock.now }
            if let left, left <= .zero { throw .lost("it takes nothing") }
            try waitToWrite(left)
            sendMore()
            if isGone { throw .lost(Self.text(errno)) }
        }
    }

    /// Drops what the terminal has not taken.
    /// - Returns: Whether anything was dropped, so that a sequence may have been cut in two.
    func dropUnsent() -> Bool {
        defer { unsent = ([], 0) }
        return hasUnsent
    }

    private func sendMore() {
        while hasUnsent {
            let count = unsent.bytes[unsent.done...].withUnsafeBytes {
                Glibc.write(output, $0.baseAddress, $0.count)
            }
            if count >= 0 {
                unsent.done += count
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR {
                isGone = true
                return
            }
        }
        unsent = ([], 0)
    }

    /// Drops what was typed or answered and not read.
    func dropInput() { tcflush(input, TCIFLUSH) }

    private func waitToWrite(_ limit: Duration?) throws(ScreenError) {
        var polled = [
            pollfd(fd: output, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: news, events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&polled, 2, milliseconds(limit))
        if polled[1].revents != 0 { readNews() }
        if waitingNews.contains(.end) { throw .lost("the process was asked to end") }
    }

    private func readBytes() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(input, &buffer, buffer.count)
        if count > 0 { return Array(buffer[..<count]) }
        // End of file, EIO and the like: nobody is there any more.
        if count == 0 || (errno != EAGAIN && errno != EINTR) { isGone = true }
        return []
    }

    private func readNews() {
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = Glibc.read(news, &buffer, buffer.count)
        for byte in buffer.prefix(max(0, count)) {
            switch UInt32(byte) {
            case CUNIX_RESIZED.rawValue: waitingNews.append(.resized)
            case CUNIX_CONTINUED.rawValue: waitingNews.append(.continued)
            case CUNIX_STOP.rawValue: waitingNews.append(.stop)
            default: waitingNews.append(.end)
            }
        }
    }

    private func milliseconds(_ limit: Duration?) -> Int32 {
        guard let limit else { return -1 }
        let (seconds, attoseconds) = limit.components
        let whole = min(max(0, seconds), 1_000_000) * 1000
        // Rounded up, so that a wait is never a busy loop.
        return Int32(whole + max(0, attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    private static func text(_ number: Int32) -> String { String(cString: strerror(number)) }
}

import CUnix
import Foundation
import TestSupport

/// The far end of a pseudo-terminal: it answers the fence, keeps every byte and types keys.
final class FakeTerminal: @unchecked Sendable {
    /// What kitty answers to all questions.
    static let kitty =
        "\u{1B}P>|kitty(0.26.5)\u{1B}\\\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[6;19;10t\u{1B}[?2026;2$y"
        + "\u{1B}[?0u\u{1B}[1;2R\u{1B}P1$r48:2:1:2:3m\u{1B}\\\u{1B}[?62;c"
    /// What an xterm with sixel answers.
    static let xterm =
        "\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}[?1;0;256S\u{1B}[6;19;10t\u{1B}[?2026;0$y\u{1B}[1;2R"
        + "\u{1B}P1$r0;48:2::1:2:3m\u{1B}\\\u{1B}[?63;1;2;4c"

    /// The device that a program opens.
    let path: String
    /// The program's end, open for as long as this is.
    let descriptor: Int32
    private let master: Int32
    private var nextAnswer: String
    private let pause: Int
    private let delay: Int
    private let piece: Int
    private let answersStatus: Bool
    private let lock = NSLock()
    private let ended = DispatchSemaphore(value: 0)
    private var received: [UInt8] = []
    private var fences = SequenceCounter("\u{1B}[c")
    private var questions = SequenceCounter("\u{1B}[5n")
    private var isClosing = false
    private var isResting = false

    /// A terminal that answers every fence with `answer`, or never when it is empty.
    ///
    /// - Parameters:
    ///   - pause: How many milliseconds it rests after each piece that it reads.
    ///   - delay: How many milliseconds an answer takes.
    ///   - piece: The most bytes that it reads at once.
    ///   - answersStatus: Whether it tells what has arrived.
    init(
        answer: String, columns: Int = 80, rows: Int = 24, pause: Int = 0, delay: Int = 0,
        piece: Int = 65_536, answersStatus: Bool = true
    ) throws {
        nextAnswer = answer
        self.pause = pause
        self.delay = delay
        self.piece = piece
        self.answersStatus = answersStatus
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 128)
        guard openpty(&ends.master, &ends.slave, &name, nil, nil) == 0 else {
            throw POSIXError(.ENXIO)
        }
        (master, descriptor) = ends
        path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        resize(columns: columns, rows: rows)
        Thread { self.read() }.start()
    }

    /// What it answers to the next fence.
    var answer: String {
        get { lock.withLock { nextAnswer } }
        set { lock.withLock { nextAnswer = newValue } }
    }

    /// Everything that came, escape bytes as they are.
    var bytes: [UInt8] { lock.withLock { received } }

    /// Everything that came as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it reads nothing for now.
    var isPaused: Bool {
        get { lock.withLock { isResting } }
        set { lock.withLock { isResting = newValue } }
    }

    /// Forgets what came.
    func forget() {
        lock.withLock { received = [] }
    }

    /// Types.
    func type(_ keys: String) {
        let keys = Array(keys.utf8)
        _ = keys.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    /// Tells the kernel another size; the program hears of it by a signal.
    func resize(columns: Int, rows: Int) {
        var window = cunix_window(
            columns: UInt16(columns), rows: UInt16(rows), width_px: UInt16(columns * 10),
            height_px: UInt16(rows * 19))
        cunix_set_window(master, &window)
    }

    /// Whether the line echoes, gathers lines and makes signals, as for a shell.
    var isCooked: Bool {
        var settings = termios()
        tcgetattr(master, &settings)
        let wanted = tcflag_t(ECHO | ICANON | ISIG)
        return settings.c_lflag & wanted == wanted
    }

    /// Goes away, as when a link drops; returns when it is gone.
    func hangUp() {
        let isFirst = lock.withLock {
            defer { isClosing = true }
            return !isClosing
        }
        if isFirst { ended.wait() }
    }

    /// Waits until what came holds `part`, at most two seconds.
    func waits(for part: String) -> Bool {
        for _ in 0..<400 {
            if text.contains(part) { return true }
            usleep(5000)
        }
        return false
    }

    /// Waits until nothing has come for a tenth of a second.
    func settle() {
        var count = -1
        while count != bytes.count {
            count = bytes.count
            usleep(100_000)
        }
    }

    /// Reads until it hangs up; the descriptors are closed here, so that no other file gets their
    /// numbers while they are read.
    private func read() {
        var buffer = [UInt8](repeating: 0, count: piece)
        while !lock.withLock({ isClosing }) {
            if isPaused {
                usleep(1000)
                continue
            }
            var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&polled, 1, 10) > 0 else { continue }
            let count = Foundation.read(master, &buffer, buffer.count)
            if count > 0 { take(Array(buffer[..<count])) }
            rest()
        }
        close(descriptor)
        close(master)
        ended.signal()
    }

    private func rest() {
        for _ in 0..<pause where !lock.withLock({ isClosing }) { usleep(1000) }
    }

    /// Answers before the bytes are seen by others, so that whoever saw them can rely on the answer.
    private func take(_ bytes: [UInt8]) {
        let asked = fences.count(in: bytes)
        let answer = answer
        if asked > 0, !answer.isEmpty, delay > 0 { usleep(UInt32(delay * 1000)) }
        for _ in 0..<asked where !answer.isEmpty { type(answer) }
        for _ in 0..<questions.count(in: bytes) where answersStatus && !answer.isEmpty {
            type("\u{1B}[0n")
        }
        lock.withLock { received += bytes }
    }
}

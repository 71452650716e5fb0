import Foundation
import TestSupport

/// A program in a terminal of our own: a real pseudo-terminal whose other end answers and types.
final class ProgramTerminal: @unchecked Sendable {
    /// What an xterm with sixel answers to the questions at the start.
    static let xterm =
        "\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}[?1;0;256S\u{1B}[6;16;8t\u{1B}[?2026;0$y\u{1B}[1;2R"
        + "\u{1B}P1$r0;48:2::1:2:3m\u{1B}\\\u{1B}[?63;1;2;4c"

    private let process = Process()
    private let master: Int32
    /// The program's end; held open to see what it has not read.
    private let slave: Int32
    private let lock = NSLock()
    private var received: [UInt8] = []
    private var isOver = false
    private var isResting = false
    /// Whether the program's end is closed: nothing more can come.
    private var isClosed = false
    /// Whether bytes were read that are not yet answered.
    private var isAnswering = false
    private let answer: String
    private let bytesPerSecond: Int?

    /// Starts the built program with `arguments` in a terminal of 80 × 24 cells.
    ///
    /// - Parameters:
    ///   - state: The user's state folder; by default one that cannot be made.
    ///   - answer: What the terminal answers to the questions at the start; nothing when empty.
    ///   - bytesPerSecond: How fast it reads, every 4 ms a little; as fast as it can when `nil`.
    init(
        _ arguments: [String], term: String = "xterm-256color",
        state: String = "/dev/null/state", answer: String = ProgramTerminal.xterm,
        bytesPerSecond: Int? = nil
    ) throws {
        (self.answer, self.bytesPerSecond) = (answer, bytesPerSecond)
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        var window = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 640, ws_ypixel: 384)
        guard openpty(&ends.master, &ends.slave, nil, nil, &window) == 0 else {
            throw POSIXError(.ENXIO)
        }
        (master, slave) = (ends.master, ends.slave)
        for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let end = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        process.executableURL = URL(filePath: BuiltProgram.path)
        process.arguments = arguments
        process.environment = [
            "TERM": term, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": state,
            // A child measures no coverage: killed, its profile would spoil the whole.
            "LLVM_PROFILE_FILE": "/dev/null",
        ]
        process.standardInput = end
        process.standardOutput = end
        process.standardError = end
        try process.run()
        Thread { self.read() }.start()
    }

    /// Everything that the program wrote.
    var bytes: [UInt8] { lock.withLock { received } }

    /// Whether it reads nothing for now.
    var isPaused: Bool {
        get { lock.withLock { isResting } }
        set { lock.withLock { isResting = newValue } }
    }

    /// Has another size from now on, as after dragging its window.
    func resize(columns: UInt16, rows: UInt16) {
        var window = winsize(
            ws_row: rows, ws_col: columns, ws_xpixel: columns * 8, ws_ypixel: rows * 16)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
        // It is not the program's controlling terminal, so that the kernel tells it nothing.
        Foundation.kill(process.processIdentifier, SIGWINCH)
    }

    /// Everything that the program wrote, as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Types.
    func type(_ keys: String) {
        let keys = Array(keys.utf8)
        _ = keys.withUnsafeBytes { Foundation.write(master, $0.baseAddress, $0.count) }
    }

    /// Waits until the program wrote `part` after the first `start` bytes; whether it did in time.
    func waits(for part: String, after start: Int = 0, seconds: Double = 10) -> Bool {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while Date() < deadline {
            if String(decoding: bytes.dropFirst(start), as: UTF8.self).contains(part) {
                return true
            }
            usleep(2000)
        }
        return false
    }

    /// Waits until the program wrote more than `count` bytes; whether it did in time.
    func waitsForMore(than count: Int, seconds: Double = 10) -> Bool {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while bytes.count <= count, Date() < deadline { usleep(2000) }
        return bytes.count > count
    }

    /// Waits until nothing was written for a time.
    func rest(seconds: Double) {
        var count = -1
        while count != bytes.count {
            count = bytes.count
            usleep(UInt32(seconds * 1e6))
        }
    }

    /// Waits until the program has read every key, has nothing more to write, and sleeps; for a tenth of a second, so that
    /// what it does after a pause is done as well. However busy the machine is: a program that waits for a processor does
    /// not sleep.
    func settle(seconds: Double = 60) {
        let deadline = Date(timeIntervalSinceNow: seconds)
        var (count, calm) = (-1, 0)
        while calm < 20, Date() < deadline {
            let now = bytes.count
            calm = now == count && isCalm ? calm + 1 : 0
            count = now
            usleep(5000)
        }
    }

    /// Whether nothing is on its way between terminal and program, and the program sleeps or has ended.
    private var isCalm: Bool {
        if lock.withLock({ isClosed }) { return true }
        var unread: Int32 = 0
        var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard ioctl(slave, UInt(FIONREAD), &unread) == 0, unread == 0, poll(&polled, 1, 0) == 0,
            !lock.withLock({ isAnswering })
        else { return false }
        let state = try? String(
            contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
        // The state stands behind the name, which is in parentheses.
        return state.map { $0.contains(") S ") } ?? true
    }

    /// Ends the program as a power cut would.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Waits for the program's end and gives its status; -1 when it did not end in ten seconds.
    func wait() -> Int32 {
        for _ in 0..<1000 where process.isRunning { usleep(10_000) }
        guard process.isRunning else { return process.terminationStatus }
        kill()
        return -1
    }

    deinit {
        lock.withLock { isOver = true }
        if process.isRunning { process.terminate() }
    }

    /// Keeps what comes, and answers the last question of the start and every question whether it has arrived.
    private func read() {
        var buffer = [UInt8](repeating: 0, count: bytesPerSecond.map { $0 / 250 } ?? 65_536)
        var fences = SequenceCounter("\u{1B}[c")
        var questions = SequenceCounter("\u{1B}[5n")
        while !lock.withLock({ isOver }) {
            if bytesPerSecond != nil || isPaused { usleep(4000) }
            if isPaused { continue }
            var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&polled, 1, 20) > 0 else {
                if process.isRunning { continue }
                break
            }
            lock.withLock { isAnswering = true }
            defer { lock.withLock { isAnswering = false } }
            let count = Foundation.read(master, &buffer, buffer.count)
            guard count > 0 else { break }
            lock.withLock { received += buffer[..<count] }
            for _ in 0..<fences.count(in: buffer[..<count]) { type(answer) }
            for _ in 0..<questions.count(in: buffer[..<count]) where !answer.isEmpty {
                type("\u{1B}[0n")
            }
        }
        lock.withLock { isClosed = true }
        close(master)
        close(slave)
    }
}

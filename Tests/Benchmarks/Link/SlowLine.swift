import Foundation
import Synchronization

/// A program behind a slow line: a pseudo-terminal that is read so many bytes every 4 ms, and that answers.
final class SlowLine: Sendable {
    /// Bytes with the time at which they came, in nanoseconds.
    struct Arrival {
        let at: UInt64
        let bytes: [UInt8]
    }

    private struct Log {
        var arrivals: [Arrival] = []
        var isOver = false
    }

    /// Milliseconds from one reading to the next.
    static let tickMS = 4.0
    private let master: Int32
    private let log = Mutex(Log())
    private let process: Mutex<Process>
    private let bytesPerTick: Int

    /// Starts a program in a terminal of 110 × 40 cells of 8 × 16 pixels.
    init(_ program: String, _ arguments: [String], bitsPerSecond: Int) throws {
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        var window = winsize(ws_row: 40, ws_col: 110, ws_xpixel: 880, ws_ypixel: 640)
        guard openpty(&ends.master, &ends.slave, nil, nil, &window) == 0 else {
            throw POSIXError(.ENXIO)
        }
        master = ends.master
        bytesPerTick = bitsPerSecond / 8 / 250
        let child = Process()
        let slave = FileHandle(fileDescriptor: ends.slave, closeOnDealloc: true)
        child.executableURL = URL(filePath: program)
        child.arguments = arguments
        child.environment = [
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
        ]
        (child.standardInput, child.standardOutput, child.standardError) = (slave, slave, slave)
        try child.run()
        process = Mutex(child)
        Thread { self.relay() }.start()
    }

    /// Everything that came so far.
    var arrivals: [Arrival] { log.withLock { $0.arrivals } }

    private var arrivalCount: Int { log.withLock { $0.arrivals.count } }

    /// The process that runs.
    var identifier: Int32 { process.withLock { $0.processIdentifier } }

    /// Types; tells when.
    @discardableResult
    func type(_ keys: String) -> UInt64 {
        let keys = Array(keys.utf8)
        let now = DispatchTime.now().uptimeNanoseconds
        _ = keys.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
        return now
    }

    /// Waits until nothing has come for `seconds`, but not longer than `limit`.
    func rest(_ seconds: Double, atMost limit: Double = 60) {
        let end = Date(timeIntervalSinceNow: limit)
        var (count, since) = (arrivalCount, Date())
        while Date() < end, Date().timeIntervalSince(since) < seconds {
            Thread.sleep(forTimeInterval: 0.02)
            let now = arrivalCount
            if now != count { (count, since) = (now, Date()) }
        }
    }

    /// Ends the program.
    func end() {
        process.withLock {
            $0.terminate()
            $0.waitUntilExit()
        }
        log.withLock { $0.isOver = true }
    }

    private func relay() {
        var next = DispatchTime.now().uptimeNanoseconds
        var questions = Questions()
        while !log.withLock({ $0.isOver }) {
            let bytes = read()
            if !bytes.isEmpty {
                let now = DispatchTime.now().uptimeNanoseconds
                log.withLock { $0.arrivals.append(Arrival(at: now, bytes: bytes)) }
                for answer in questions.answers(to: bytes) { type(answer) }
            }
            next += 4_000_000
            let now = DispatchTime.now().uptimeNanoseconds
            // What was not read in its time is lost: the line is never faster than it should be.
            if next < now { next = now }
            usleep(UInt32((next - now) / 1000))
        }
        close(master)
    }

    /// At most the bytes of one tick.
    private func read() -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < bytesPerTick {
            var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&polled, 1, 0) > 0 else { break }
            var part = [UInt8](repeating: 0, count: bytesPerTick - bytes.count)
            let count = Foundation.read(master, &part, part.count)
            guard count > 0 else { break }
            bytes += part[..<count]
        }
        return bytes
    }
}

/// Finds the questions of a program in its bytes.
private struct Questions {
    private static let terminal =
        "\u{1B}P>|kitty(0.26.5)\u{1B}\\\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?1;0;256S\u{1B}[6;16;8t"
        + "\u{1B}[?2026;2$y\u{1B}[1;2R\u{1B}P1$r48:2:1:2:3m\u{1B}\\\u{1B}[?62;4c"
    private var tail: [UInt8] = []

    /// Answers to the fence and to every question whether all has arrived, in their order.
    mutating func answers(to bytes: [UInt8]) -> [String] {
        var answers: [String] = []
        for byte in bytes {
            if byte == 0x1B { tail = [] }
            guard tail.count < 4 else { continue }
            tail.append(byte)
            if tail == Array("\u{1B}[5n".utf8) { answers.append("\u{1B}[0n") }
            if tail == Array("\u{1B}[c".utf8) { answers.append(Self.terminal) }
        }
        return answers
    }
}

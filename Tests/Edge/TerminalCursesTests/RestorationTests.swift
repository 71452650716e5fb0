import CUnix
import Foundation
import TerminalCurses
import TerminalUI
import TestSupport
import Testing

/// What the terminal gets when the process ends, however it ends; SIGKILL cannot be answered by any process.
@Suite(.serialized, .timeLimit(.minutes(2))) struct RestorationTests {
    /// The bytes that end a picture, take back every mode and leave the other screen, in their order.
    static let restoration =
        "\u{1B}\\\u{1B}[?2026l\u{1B}_Ga=d,d=A,q=2\u{1B}\\\u{1B}[<u\u{1B}[?1016l\u{1B}[?1006l"
        + "\u{1B}[?1003l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?1004l\u{1B}[?2004l\u{1B}[m\u{1B}[?25h"
        + "\u{1B}[?1049l"

    /// A screen on a device, with a frame shown; for the processes that end.
    static func screen(_ path: String) throws -> CursesScreen {
        setenv("TERM", "xterm-256color", 1)
        let descriptor = open(path, O_RDWR | O_NOCTTY)
        let screen = try CursesScreen(theme: Given.theme, input: descriptor, output: descriptor)
        try screen.showWhole(Given.frame("a"))
        return screen
    }

    private func expectRestored(
        _ terminal: FakeTerminal, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        terminal.settle()
        #expect(terminal.text.contains("<PICTURE>"), sourceLocation: sourceLocation)
        #expect(terminal.text.hasSuffix(Self.restoration), sourceLocation: sourceLocation)
        #expect(terminal.isCooked, sourceLocation: sourceLocation)
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP])
    func `a crash restores the terminal and stays a crash`(_ number: Int32) async throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty)
        defer { terminal.hangUp() }
        let path = terminal.path
        let result = await #expect(processExitsWith: .failure) {
            [path = path as String, number = number as Int32] in
            let screen = try RestorationTests.screen(path)
            // Only abort() reaches a thread that holds the signal back.
            if number == SIGABRT { abort() }
            raise(number)
            screen.close()
        }
        #expect(result?.exitStatus == .signal(number))
        expectRestored(terminal)
    }

    @Test func `a failed precondition restores the terminal`() async throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty)
        defer { terminal.hangUp() }
        let path = terminal.path
        await #expect(processExitsWith: .failure) { [path = path as String] in
            let screen = try RestorationTests.screen(path)
            precondition(screen.size.width < 0)
        }
        expectRestored(terminal)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func `being asked to end closes the session cleanly`(_ number: Int32) async throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty)
        defer { terminal.hangUp() }
        let path = terminal.path
        await #expect(processExitsWith: .success) {
            [path = path as String, number = number as Int32] in
            let screen = try RestorationTests.screen(path)
            kill(getpid(), number)
            let event = try screen.nextEvent(within: .seconds(5))
            screen.close()
            exit(event == .closed ? 0 : 9)
        }
        expectRestored(terminal)
    }

    @Test func `being asked twice while nobody listens ends the process, restored`() async throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty)
        defer { terminal.hangUp() }
        let path = terminal.path
        let result = await #expect(processExitsWith: .failure) { [path = path as String] in
            let screen = try RestorationTests.screen(path)
            kill(getpid(), SIGTERM)
            usleep(100_000)
            kill(getpid(), SIGTERM)
            sleep(5)
            screen.close()
        }
        #expect(result?.exitStatus == .signal(SIGTERM))
        expectRestored(terminal)
    }

    @Test func `leaving without closing restores the terminal`() async throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty)
        defer { terminal.hangUp() }
        let path = terminal.path
        await #expect(processExitsWith: .exitCode(3)) { [path = path as String] in
            let screen = try RestorationTests.screen(path)
            withExtendedLifetime(screen) { exit(3) }
        }
        expectRestored(terminal)
    }

    @Test func `Ctrl-Z gives the terminal back, and going on draws everything again`() async throws
    {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty)
        defer { terminal.hangUp() }
        let path = terminal.path
        await #expect(processExitsWith: .success) { [path = path as String] in
            let screen = try RestorationTests.screen(path)
            let waker = Process()
            waker.executableURL = URL(fileURLWithPath: "/bin/sh")
            waker.arguments = ["-c", "sleep 0.4; kill -CONT \(getpid())"]
            try waker.run()
            kill(getpid(), SIGTSTP)
            let event = try screen.nextEvent(within: .seconds(5))
            try screen.showWhole(Given.frame("again", picture: "<SECOND>"))
            screen.close()
            exit(event == .resized(Size(width: 80, height: 24)) ? 0 : 9)
        }
        expectRestored(terminal)
        let parts = terminal.text.components(separatedBy: Self.restoration)
        #expect(parts.count == 3)
        #expect(parts[0].contains("<PICTURE>") && parts[1].contains("<SECOND>"))
    }

    @Test func `a crash while the terminal takes nothing still ends the process`() async throws {
        let terminal = try FakeTerminal(answer: FakeTerminal.kitty, pause: 30_000)
        defer { terminal.hangUp() }
        let path = terminal.path
        let start = ContinuousClock.now
        await #expect(processExitsWith: .failure) { [path = path as String] in
            setenv("TERM", "xterm-256color", 1)
            let descriptor = open(path, O_RDWR | O_NOCTTY)
            let options = ScreenOptions(probeLimit: .milliseconds(200))
            let screen = try CursesScreen(
                theme: Given.theme, options: options, input: descriptor, output: descriptor)
            alarm(1)
            signal(SIGALRM) { _ in raise(SIGSEGV) }
            try screen.showWhole(
                Given.frame("a", picture: String(repeating: "0123456789", count: 60_000)))
        }
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}

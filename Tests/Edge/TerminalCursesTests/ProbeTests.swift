import CUnix
import Foundation
import TerminalCurses
import TerminalUI
import TestSupport
import Testing

// One terminal at a time: the suite around runs its tests one after another.
extension CursesScreenTests {
    /// Asking a terminal that answers well, late, half, nonsense or nothing.
    @Suite struct ProbeTests {
        private func find(
            _ terminal: FakeTerminal, term: String = "xterm-256color",
            limit: Duration = .milliseconds(200)
        ) throws(ScreenError) -> TerminalFinding {
            setenv("TERM", term, 1)
            return try TerminalInspection.finding(
                input: terminal.descriptor, output: terminal.descriptor, limit: limit)
        }

        private func open(_ terminal: FakeTerminal, limit: Duration) throws(ScreenError)
            -> CursesScreen
        {
            setenv("TERM", "xterm-256color", 1)
            return try CursesScreen(
                theme: Given.theme, options: ScreenOptions(probeLimit: limit),
                input: terminal.descriptor, output: terminal.descriptor)
        }

        private func expectClean(
            _ terminal: FakeTerminal, sourceLocation: SourceLocation = #_sourceLocation
        ) {
            terminal.settle()
            #expect(terminal.isCooked, sourceLocation: sourceLocation)
            var polled = pollfd(fd: terminal.descriptor, events: Int16(POLLIN), revents: 0)
            #expect(poll(&polled, 1, 50) == 0, sourceLocation: sourceLocation)
        }

        @Test func `a terminal is asked and left as it was`() throws {
            let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
            defer { terminal.hangUp() }

            let finding = try find(terminal)

            #expect(finding.answers.key == "XTerm(379) 63;1;2;4")
            #expect(finding.capabilities.sixel?.registers == 256)
            #expect(finding.fenceTime.map { $0 < .milliseconds(200) } == true)
            expectClean(terminal)
            #expect(terminal.text.hasSuffix("\u{1B}[?25h\u{1B}[?1049l"))
        }

        @Test func `a terminal that answers nothing costs its time and half a second`() throws {
            let terminal = try FakeTerminal(answer: "")
            defer { terminal.hangUp() }
            let start = ContinuousClock.now

            let finding = try find(terminal)

            let spent = ContinuousClock.now - start
            #expect(spent >= .milliseconds(700) && spent < .milliseconds(1500))
            #expect(!finding.capabilities.answered && finding.capabilities.key == nil)
            #expect(finding.fenceTime == nil)
            expectClean(terminal)
        }

        @Test func `answers that come too late are dropped, and cells are used`() throws {
            let terminal = try FakeTerminal(answer: FakeTerminal.xterm, delay: 350)
            defer { terminal.hangUp() }

            let screen = try open(terminal, limit: .milliseconds(200))

            #expect(!screen.capabilities.answered && screen.capabilities.sixel == nil)
            terminal.type("q")
            #expect(try screen.nextEvent(within: .seconds(2)) == .key(KeyPress("q")))
            screen.close()
            expectClean(terminal)
        }

        @Test func `answers that come while the reader types are no keys`() throws {
            let terminal = try FakeTerminal(answer: "")
            defer { terminal.hangUp() }
            let screen = try open(terminal, limit: .milliseconds(50))
            let answer = FakeTerminal.xterm
            let middle = answer.index(answer.startIndex, offsetBy: 20)

            terminal.type("j" + answer[..<middle])
            #expect(try screen.nextEvent(within: .seconds(2)) == .key(KeyPress("j")))
            #expect(try screen.nextEvent(within: .milliseconds(200)) == .idle)
            terminal.type(answer[middle...] + "k")

            #expect(try screen.nextEvent(within: .seconds(2)) == .key(KeyPress("k")))
            #expect(try screen.nextEvent(within: .milliseconds(100)) == .idle)
            screen.close()
        }

        @Test func `half an answer swallows no key`() throws {
            let terminal = try FakeTerminal(answer: "\u{1B}P>|XTe")
            defer { terminal.hangUp() }
            let screen = try open(terminal, limit: .milliseconds(100))
            #expect(try screen.nextEvent(within: .milliseconds(100)) == .idle)

            terminal.type("4j")

            #expect(try screen.nextEvent(within: .seconds(3)) == .key(KeyPress("4")))
            #expect(try screen.nextEvent(within: .seconds(1)) == .key(KeyPress("j")))
            screen.close()
        }

        @Test func `an answer to a program that ran before is not taken for ours`() throws {
            let terminal = try FakeTerminal(
                answer: "\u{1B}[12;40R\u{1B}[?1;2c" + FakeTerminal.xterm)
            defer { terminal.hangUp() }

            let finding = try find(terminal, limit: .seconds(2))

            #expect(finding.answers.attributes == [63, 1, 2, 4])
            #expect(finding.answers.utf8 == true)
            expectClean(terminal)
        }

        @Test func `a terminal that answers only the fence is believed after a moment`() throws {
            let terminal = try FakeTerminal(answer: "\u{1B}[?62;4c")
            defer { terminal.hangUp() }
            let start = ContinuousClock.now

            let finding = try find(terminal, limit: .seconds(5))

            #expect(finding.answers.attributes == [62, 4])
            #expect(ContinuousClock.now - start < .seconds(2))
        }

        @Test(arguments: 0..<12)
        func `garbage is no answer, no key and no reason to wait for ever`(_ seed: Int) throws {
            let garbage = Garbage.text(seed: seed)
            let terminal = try FakeTerminal(answer: garbage)
            defer { terminal.hangUp() }
            let start = ContinuousClock.now

            let finding = try find(terminal, limit: .milliseconds(100))

            #expect(ContinuousClock.now - start < .seconds(2))
            #expect(!finding.capabilities.kittyGraphics)
            expectClean(terminal)
        }

        @Test func `asked again, a terminal that woke up shows pictures`() throws {
            let terminal = try FakeTerminal(answer: "")
            defer { terminal.hangUp() }
            let screen = try open(terminal, limit: .milliseconds(50))
            #expect(!screen.capabilities.answered)
            terminal.answer = FakeTerminal.xterm

            let size = try screen.lookAgain()

            #expect(size == Size(width: 80, height: 24))
            #expect(GraphicsChoice(for: screen.capabilities).mode == .sixel)
            screen.close()
        }

        @Test func `a font of another size is found after a resize`() throws {
            let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
            defer { terminal.hangUp() }
            let screen = try open(terminal, limit: .seconds(2))
            terminal.answer = FakeTerminal.xterm.replacing("[6;19;10t", with: "[6;38;20t")

            kill(getpid(), SIGWINCH)

            let size = Size(width: 80, height: 24)
            #expect(try screen.nextEvent(within: .seconds(2)) == .resized(size))
            #expect(screen.capabilities.cellWidthPX == 20)
            screen.close()
        }

        @Test func `the Linux console is not asked for kitty graphics or exact colours`() throws {
            let terminal = try FakeTerminal(answer: "\u{1B}[1;3R\u{1B}[?6c")
            defer { terminal.hangUp() }

            let finding = try find(terminal, term: "linux")

            #expect(!terminal.text.contains("\u{1B}_G") && !terminal.text.contains("\u{1B}P$q"))
            #expect(finding.capabilities.key == "- 6")
            #expect(GraphicsChoice(for: finding.capabilities).mode == .ascii)
        }

        @Test func `SSH is told by its own variables, and colours need no COLORTERM`() throws {
            let terminal = try FakeTerminal(answer: FakeTerminal.xterm)
            defer { terminal.hangUp() }
            unsetenv("COLORTERM")
            unsetenv("NO_COLOR")
            setenv("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22", 1)
            defer { unsetenv("SSH_CONNECTION") }

            let finding = try find(terminal)

            #expect(finding.surroundings.isRemote)
            #expect(finding.capabilities.colors == .truecolor)
        }

        @Test func `no terminal is refused with what to do`() {
            var ends: [Int32] = [0, 0]
            pipe(&ends)
            defer { ends.forEach { close($0) } }
            let refusal = #expect(throws: ScreenError.noTerminal) {
                try TerminalInspection.finding(input: ends[0], output: ends[1])
            }
            #expect(refusal?.description.contains("ssh -t") == true)
        }
    }
}

/// Bytes that look like answers and are none.
private enum Garbage {
    static func text(seed: Int) -> String {
        var random = SplitMix(seed: UInt64(seed))
        let pieces = [
            "\u{1B}[", "\u{1B}P", "\u{1B}]", "\u{1B}_G", "?", "6", ";", "4", "c!", "\u{1B}\\",
            "\u{7}", "XT", "i=31;EINVAL", "$y", "\u{18}", ">|", "999999999999",
        ]
        return (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
}

import Foundation
import ReaderStudies
import TerminalUI
import Testing

@testable import readingroom

/// The commands in a real pseudo-terminal.
@Suite(.serialized, .timeLimit(.minutes(1))) struct TerminalCommandTests {
    private let state = FileManager.default.temporaryDirectory
        .appending(path: "readingroom-state-\(UUID().uuidString)").path
    private var memory: TerminalMemory {
        TerminalMemory(path: state + "/readingroom/terminals.json")
    }
    private let key = "XTerm(379) 63;1;2;4"

    @Test func `the probe prints what it found, and remembers that the terminal answers`() throws {
        defer { try? FileManager.default.removeItem(atPath: state) }
        let terminal = try ProgramTerminal(
            ["terminal", "probe", "--format", "json"], state: state)

        #expect(terminal.wait() == 0)

        terminal.settle()
        let start = try #require(terminal.text.range(of: "\u{1B}[?1049l", options: .backwards))
        let json = terminal.text[start.upperBound...].drop { $0 != "{" }
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["name"] as? String == "XTerm" && object["graphics"] as? String == "sixel")
        #expect(object["cellWidthPX"] as? Int == 8 && object["key"] as? String == key)
        #expect(memory[key]?.term == "xterm-256color")
    }

    @Test func `without a terminal there is a refusal that says what to do`() throws {
        for verb in ["probe", "test"] {
            let run = try BuiltProgram.run(["terminal", verb])
            #expect(run.status == 1 && run.output.isEmpty)
            #expect(run.problems.contains("is not a terminal. Run the command in a terminal"))
        }
    }

    @Test func `the test asks item by item and keeps the answers for this terminal`() throws {
        defer { try? FileManager.default.removeItem(atPath: state) }
        let terminal = try ProgramTerminal(["terminal", "test"], state: state)
        #expect(terminal.waits(for: "calibrates nothing"))
        #expect(terminal.waits(for: "\u{1B}P0;1;0q"))

        terminal.type("\ryynnyyyyyyys")
        terminal.settle()
        terminal.type("\r")

        #expect(terminal.wait() == 0)
        #expect(terminal.waits(for: "Seen: 9 of 11 parts, with sixel."))
        guard case .made(let test)? = memory[key]?.record else {
            Issue.record("nothing was kept")
            return
        }
        #expect(test.answers["dark"] == .notSeen && test.answers["largeText"] == .notAsked)
        #expect(test.greys == 101 && test.pixelsPerCellAcross == 8 && test.day.count == 10)
    }

    @Test func `a way chosen by hand is taken again, and auto forgets it`() throws {
        defer { try? FileManager.default.removeItem(atPath: state) }
        let first = try ProgramTerminal(["terminal", "test"], state: state)
        #expect(first.waits(for: "sixel 101"))
        first.type("v")
        first.settle()
        first.type("q")
        #expect(first.wait() == 0)

        let second = try ProgramTerminal(["terminal", "test"], state: state)
        #expect(second.waits(for: "half 256"))
        second.type("q")
        #expect(second.wait() == 0)

        let third = try ProgramTerminal(
            ["terminal", "test", "--graphics", "auto"], state: state)
        #expect(third.waits(for: "sixel 101"))
        third.type("q")
        #expect(third.wait() == 0)
        #expect(memory[key]?.mode == nil)
    }

    @Test func `a damaged memory is told and stops nothing`() throws {
        defer { try? FileManager.default.removeItem(atPath: state) }
        try FileManager.default.createDirectory(
            atPath: state + "/readingroom", withIntermediateDirectories: true)
        try Data("{".utf8).write(to: URL(filePath: state + "/readingroom/terminals.json"))
        let terminal = try ProgramTerminal(["terminal", "probe"], state: state)
        #expect(terminal.wait() == 0)
        terminal.settle()
        #expect(terminal.text.contains("is damaged"))
        #expect(terminal.text.contains("kitty    refused."))
    }
}

import ArgumentParser
import Foundation
import TerminalCurses
import TerminalUI

/// `readingroom terminal probe`: asks the terminal, and says why each way of showing greys was taken or refused.
struct TerminalProbeCommand: ParsableCommand {
    /// How the answer is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// Lines for people.
        case text
        /// One object for programs.
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "probe",
        abstract: "Ask the terminal what it can do, and say why each renderer is taken or refused.",
        discussion: """
            Asks the terminal in which the command stands, also when its output goes to a file, \
            and leaves it as it was. What was never answered is told as unknown and costs two \
            seconds at most.

            JSON: name, version, term, answered, fenceMS (time to the last answer), \
            primaryAttributes[], key (by which choices are remembered), columns, rows, \
            windowWidthPX, windowHeightPX, cellWidthPX, cellHeightPX, colors, truecolor, unicode, \
            kittyGraphics, sixel (registers, registersAnswered, maximumWidthPX, maximumHeightPX, \
            sizeAnswered, rounding, wholeCells), synchronizedOutput, pixelMouse, kittyKeyboard, \
            multiplexer, overSSH, graphics (what is used), chosenBy (terminal or memory), \
            patternTest, and renderers[] (graphics, verdict, reason), where verdict is taken, \
            possible or refused. What is not known is null.
            """)

    @Option(help: "How to write the answer.")
    var format = Format.text

    func run() throws {
        var memory = TerminalMemory.standard
        if let warning = memory.warning { StandardStreams.say(warning) }
        let finding = try find(within: memory)
        // Where nothing can be written the next start asks as patiently as the first.
        try? memory.note(finding)
        let known = memory[finding.answers.key]
        let report = TerminalReport(
            finding, remembered: known?.mode, patternTest: known?.pattern)
        switch format {
        case .text: print(report.text)
        case .json: print(try report.json())
        }
    }

    private func find(within memory: TerminalMemory) throws -> TerminalFinding {
        let terminal = try TerminalInspection.open()
        defer { close(terminal) }
        return try TerminalInspection.finding(
            input: terminal, output: terminal,
            limit: memory.probeLimit(
                term: TerminalInspection.term, overSSH: TerminalInspection.isRemote))
    }
}

import CUnix
import Glibc
import TerminalUI

/// Asks a terminal what it can do, and leaves it as it was.
public enum TerminalInspection {
    /// `TERM`; empty when not set.
    public static var term: String { ProcessSurroundings.term }

    /// Whether the session came over SSH.
    public static var isRemote: Bool { ProcessSurroundings.isRemote }

    /// Asks the terminal on two descriptors; no screen is opened.
    ///
    /// - Parameters:
    ///   - input: The descriptor that answers come from.
    ///   - output: The descriptor that questions go to.
    ///   - limit: How long the terminal may take to answer.
    /// - Throws: `ScreenError.noTerminal`, or `.lost` when it went away meanwhile.
    public static func finding(
        input: Int32, output: Int32, limit: Duration = .seconds(2)
    ) throws(ScreenError) -> TerminalFinding {
        let device = try TerminalDevice(input: input, output: output)
        let term = ProcessSurroundings.term
        try device.arm(restore: TerminalModes.restoration(term: term))
        defer { device.disarm() }
        device.claimSignals()
        var keys = KeyReader()
        let probe = try keys.firstProbe(device, limit: limit)
        keys.drain(device)
        if device.hasEnd { throw .lost("the process was asked to end") }
        return TerminalFinding(
            answers: probe.answers,
            surroundings: ProcessSurroundings.surroundings(
                device, databaseColors: CursesDatabase.colors(of: term)),
            fenceTime: probe.roundTrip)
    }

    /// Opens the terminal in which the process stands: the one that its input, output or errors go to.
    ///
    /// - Returns: A descriptor to read and write, which the caller closes.
    /// - Throws: `ScreenError.noTerminal` when none of them is a terminal.
    public static func open() throws(ScreenError) -> Int32 {
        for descriptor: Int32 in 0...2 {
            guard isatty(descriptor) == 1, let name = ttyname(descriptor) else { continue }
            let opened = Glibc.open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
            if opened >= 0 { return opened }
        }
        throw .noTerminal
    }
}

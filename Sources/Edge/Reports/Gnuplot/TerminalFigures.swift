import Foundation
import Glibc

/// Figures for the terminal, drawn by gnuplot.
///
/// The script with its data goes to gnuplot's standard input: nothing of it passes through a shell, a process
/// argument, the environment or a file.
public struct TerminalFigures: Sendable {
    /// How figures are drawn.
    public enum Style: String, Sendable, CaseIterable {
        /// Letters in 79 columns.
        case text
        /// Pixels, for terminals that show sixel graphics.
        case sixel
    }

    /// The program that draws.
    let program: URL
    /// How figures are drawn.
    let style: Style

    /// Figures in `style` by gnuplot, sought in `folders`.
    ///
    /// - Throws: `FigureError.noGnuplot` where none of `folders` has it.
    public init(
        _ style: Style, folders: [String] = ["/usr/bin", "/usr/local/bin"]
    ) throws(FigureError) {
        let candidates = folders.map { URL(filePath: $0).appending(path: "gnuplot") }
        let found = candidates.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
        guard let found else { throw .noGnuplot }
        (program, self.style) = (found, style)
    }

    /// Whether `chart` says more than its table: shaded cells need pixels.
    func shows(_ chart: Chart) -> Bool { style == .sixel || !chart.isMatrix }

    /// `chart` as gnuplot draws it.
    func draw(_ chart: Chart) throws(FigureError) -> String {
        let script = GnuplotScript(chart: chart, style: style).text
        let (output, complaint) = try run(script)
        let text = String(decoding: output, as: UTF8.self)
        guard !text.isEmpty else {
            throw .refused(complaint.split(separator: "\n").first.map(String.init) ?? "")
        }
        return style == .text ? Self.trimmed(text) : text
    }

    private func run(_ script: String) throws(FigureError) -> (Data, String) {
        let process = Process()
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        process.executableURL = program
        // Settings of the user's own would change the figures.
        process.arguments = ["-d"]
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        do {
            try process.run()
            try Self.withoutPipeSignal {
                try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
            }
            try input.fileHandleForWriting.close()
            let drawn = try output.fileHandleForReading.readToEnd() ?? Data()
            let said = try errors.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return (drawn, String(decoding: said, as: UTF8.self))
        } catch {
            throw .refused(error.localizedDescription)
        }
    }

    /// A gnuplot that ends early is an error to `body`, and no signal to the program.
    ///
    /// The disposition of the signal belongs to the whole process; its mask belongs to this thread.
    private static func withoutPipeSignal(_ body: () throws -> Void) rethrows {
        var (pipe, before) = (sigset_t(), sigset_t())
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipe, &before)
        defer {
            var noTime = timespec()
            while sigtimedwait(&pipe, nil, &noTime) == SIGPIPE {}
            pthread_sigmask(SIG_SETMASK, &before, nil)
        }
        try body()
    }

    /// Without empty lines around it, and without the form feed that gnuplot begins a page with.
    private static func trimmed(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.reversed().drop { $0.isWhitespace }.reversed())
                .replacing("\u{C}", with: "")
        }
        let used = lines.indices.filter { !lines[$0].isEmpty }
        guard let first = used.first, let last = used.last else { return "" }
        return lines[first...last].joined(separator: "\n")
    }
}

/// Why there is no figure; the report goes on without it.
public enum FigureError: Error, Hashable, Sendable {
    /// gnuplot is not installed.
    case noGnuplot
    /// gnuplot did not draw, with its words.
    case refused(String)

    /// The sentence.
    public var sentence: String {
        switch self {
        case .noGnuplot:
            "The figures are left out: gnuplot is not installed. Install the package gnuplot-nox, "
                + "or write the report with --format html, which draws them itself."
        case .refused(let words):
            "A figure is left out: gnuplot did not draw it"
                + (words.isEmpty ? "." : " (\(words)).")
                + " The report with --format html draws it itself."
        }
    }
}

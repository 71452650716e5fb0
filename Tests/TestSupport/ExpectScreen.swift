import TerminalUI
import Testing

/// Expects a grid to show these lines; spaces at the ends of lines and an empty last line do not
/// count.
public func expectScreen(
    _ grid: CellGrid, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    let shown = trimmedLines(grid.text)
    let wanted = trimmedLines(expected)
    guard shown != wanted else { return }
    let report = "The screen shows:\n\(marked(shown, against: wanted))"
    #expect(shown == wanted, Comment(rawValue: report), sourceLocation: sourceLocation)
}

/// Expects the newest frame of a screen to show these lines.
public func expectScreen(
    _ screen: InMemoryScreen, _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    guard let grid = screen.frames.last?.grid else {
        Issue.record("Nothing was shown.", sourceLocation: sourceLocation)
        return
    }
    expectScreen(
        screen.capabilities.unicode ? grid : grid.asciiTwin, expected,
        sourceLocation: sourceLocation)
}

/// Lines without trailing spaces, and without empty lines at the end.
private func trimmedLines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
}

/// The lines, those that differ marked by `!` and followed by what was wanted.
private func marked(_ shown: [String], against wanted: [String]) -> String {
    (0..<max(shown.count, wanted.count)).flatMap { row -> [String] in
        let line = row < shown.count ? shown[row] : ""
        let other = row < wanted.count ? wanted[row] : ""
        return line == other ? ["  \(line)"] : ["! \(line)", "w \(other)"]
    }.joined(separator: "\n")
}

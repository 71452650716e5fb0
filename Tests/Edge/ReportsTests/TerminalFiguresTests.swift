import Analysis
import Foundation
import Testing

@testable import Reports

@Suite struct TerminalFiguresTests {
    private let report = AnalysisReport(SampleResult.result())

    @Test func `where gnuplot is missing the sentence says so and the report goes on`() throws {
        let error = #expect(throws: FigureError.self) {
            try TerminalFigures(.text, folders: ["/nowhere"])
        }

        #expect(error == .noGnuplot)
        #expect(error?.sentence.contains("gnuplot-nox") == true)
        #expect(report.text.contains("Table 1."))
    }

    @Test func `a gnuplot that does nothing costs the figures, not the report`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "gnuplot"), withDestinationURL: URL(filePath: "/bin/false"))
        let figures = try TerminalFigures(.text, folders: [folder.path])
        var complaints: [FigureError] = []

        let text = report.text(figures: figures, complain: { complaints.append($0) })

        #expect(complaints.count == 1)
        #expect(text == report.text)
    }

    @Test func `a label can be no command of gnuplot or of a shell`() {
        let label = "`id`'; system(\"id\") $HOME \\n @x \"\n!ls"

        let harmless = GnuplotScript.harmless(label)

        let inside = harmless.dropFirst().dropLast()
        #expect(!inside.contains { "'`\"$\\@!\n#{}[]|&*?".contains($0) })
    }

    @Test func `no label of the data stands outside quotation marks`() {
        let charts = report.document.figures.map(\.chart)

        for chart in charts {
            let script = GnuplotScript(chart: chart, style: .sixel).text
            let bare = script.replacing(/'[^'\n]*'/, with: "")
            #expect(!bare.contains("sCT") && !bare.contains("Sensitivity") && !bare.contains("R1"))
        }
    }

    @Test(.enabled(if: TerminalFiguresTests.hasGnuplot))
    func `figures of letters fit into 80 columns and name what they show`() throws {
        var steps: [Int] = []
        let text = report.text(
            figures: try TerminalFigures(.text), step: { done, _ in steps.append(done) },
            complain: { Issue.record("\($0.sentence)") })

        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(text.contains("0.620 (0.550 to 0.690)"))
        #expect(text.contains("Figure 1. "))
        #expect(steps == Array(0...(steps.count - 1)))
    }

    @Test(.enabled(if: TerminalFiguresTests.hasGnuplot))
    func `figures of pixels are sixel graphics, one for each figure`() throws {
        let figures = try TerminalFigures(.sixel)

        for figure in report.document.figures {
            #expect(try figures.draw(figure.chart).hasPrefix("\u{1B}P"))
        }
    }

    static let hasGnuplot = (try? TerminalFigures(.text)) != nil
}

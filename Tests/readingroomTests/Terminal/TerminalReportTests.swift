import Foundation
import ReaderStudies
import TerminalUI
import TestSupport
import Testing

@testable import readingroom

@Suite struct TerminalReportTests {
    private func finding(_ replies: [TerminalReply], term: String = "xterm-256color")
        -> TerminalFinding
    {
        var answers = TerminalAnswers()
        for reply in replies { answers.add(reply) }
        return TerminalFinding(
            answers: answers,
            surroundings: TerminalSurroundings(
                term: term, databaseColors: 256, cells: Size(width: 80, height: 24),
                pixels: Size(width: 720, height: 432)),
            fenceTime: answers.attributes == nil ? nil : .microseconds(1234))
    }

    private var xterm: TerminalFinding {
        finding([
            .version("XTerm(379)"), .graphicsAttribute(item: 1, status: 0, values: [256]),
            .graphicsAttribute(item: 2, status: 0, values: [720, 432]),
            .windowReport(kind: 6, height: 18, width: 9), .mode(2026, state: 0),
            .mode(1016, state: 2), .cursor(column: 2, row: 1), .rendition("0;48:2::1:2:3"),
            .command("4;0;rgb:0000/0000/0000"), .command("4;7;rgb:e5e5/e5e5/e5e5"),
            .command("4;8;rgb:7f7f/7f7f/7f7f"), .command("4;15;rgb:ffff/ffff/ffff"),
            .primaryAttributes([63, 1, 2, 4]),
        ])
    }

    private func object(_ report: TerminalReport) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(try report.json().utf8))
        return try #require(object as? [String: Any])
    }

    @Test func `every way of showing greys has a verdict and one sentence`() throws {
        let report = TerminalReport(xterm)
        #expect(report.renderers.map(\.graphics) == GraphicsMode.allCases.map(\.rawValue))
        #expect(report.renderers.count { $0.verdict == .taken } == 1)
        #expect(report.graphics == "sixel" && report.chosenBy == "terminal")
        for renderer in report.renderers {
            #expect(renderer.reason.hasSuffix(".") && renderer.reason.count > 20)
        }
        let reasons = Dictionary(
            uniqueKeysWithValues: report.renderers.map { ($0.graphics, $0.reason) })
        #expect(reasons["kitty"] == "The terminal did not say that it knows kitty graphics.")
        #expect(reasons["half"]?.hasSuffix("; sixel comes first.") == true)
        #expect(reasons["quadrant"]?.hasSuffix("; it is taken only when chosen by hand.") == true)
    }

    @Test func `the report of an xterm stays as it is`() throws {
        expectGolden(TerminalReport(xterm).text, named: "probe-xterm-text")
        expectGolden(try TerminalReport(xterm).json(), named: "probe-xterm-json")
    }

    @Test func `a terminal that did not answer has every field, unknown ones null`() throws {
        let known = try object(TerminalReport(xterm))
        let silent = try object(TerminalReport(finding([])))
        #expect(Set(silent.keys) == Set(known.keys))
        for field in ["name", "version", "fenceMS", "primaryAttributes", "key", "sixel"] {
            #expect(silent[field] is NSNull, "\(field)")
        }
        #expect(silent["answered"] as? Bool == false)
        #expect(TerminalReport(finding([])).text.contains("no: cells are used"))
    }

    @Test func `what a hand chose before is taken, and says so`() throws {
        let report = TerminalReport(xterm, remembered: .half)
        #expect(report.graphics == "half" && report.chosenBy == "memory")
        let sixel = try #require(report.renderers.first { $0.graphics == "sixel" })
        #expect(sixel.verdict == .possible && sixel.reason.hasSuffix("; half was chosen by hand."))
    }

    @Test(
        arguments: [
            ("XTerm(379)", "XTerm", "379"), ("tmux 3.3a", "tmux", "3.3a"),
            ("kitty(0.26.5)", "kitty", "0.26.5"), ("mlterm", "mlterm", nil), ("", nil, nil),
        ] as [(String, String?, String?)])
    func `name and version are told apart`(_ text: String, _ name: String?, _ version: String?) {
        #expect(TerminalTitle(text).name == name && TerminalTitle(text).version == version)
    }
}

import Analysis
import ArgumentParser
import Foundation
import Reports

/// `readingroom analyse`: reads and reference standard to the numbers of a paper.
struct AnalyseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyse",
        abstract: "Analyse reads against the reference standard.",
        discussion: """
            From a store (--store), or from reads made elsewhere (--input reads.csv with --reference \
            reference.csv). The reads are a long table: reader, case, arm, item, value, and where \
            there are any participant, site, occasion, status, reason and confidence; the reference \
            has case, site, item and value. A plan (--plan) says which answers are positive, how \
            sites make up joints, lesions and stages; without one, items with the answers 0 and 1 \
            are analysed.

            A store that is not locked gives interim numbers, which every form says. What a method \
            cannot tell is said with the reason; the analysis goes on.
            """)

    @Option(help: "The store's folder.", completion: .directory)
    var store: String?

    @Option(help: "A long table of reads made elsewhere.", completion: .file())
    var input: String?

    @Option(help: "The reference standard, a CSV file.", completion: .file())
    var reference: String?

    @Option(help: "The plan, a YAML file.", completion: .file())
    var plan: String?

    @Option(help: "Properties of cases for subgroups, a CSV file.", completion: .file())
    var cases: String?

    @Option(help: "How to write the results: text, csv, json or html.")
    var format = AnalysisFormat.text

    @Option(help: "Draw figures into the text, with letters or as sixel pictures: text or sixel.")
    var figures: TerminalFigures.Style?

    @Option(help: "The file to write.")
    var output: String?

    @Flag(help: "Replace a file that exists.")
    var force = false

    func validate() throws {
        guard (store == nil) != (input == nil) else {
            throw ValidationError("Give --store or --input, one of them.")
        }
        guard figures == nil || format == .text else {
            throw ValidationError("--figures belongs to --format text. A page draws its own.")
        }
    }

    func run() throws {
        let file = output.map { OutputFile(path: $0, force: force) }
        try file?.demandRoom()
        let source =
            try store.map { try AnalysisSource(store: $0) }
            ?? AnalysisSource(file: input ?? "")
        let report = AnalysisReport(try result(source), known: source.known)
        let text =
            switch format {
            case .text: try self.text(of: report)
            case .csv: report.csv
            case .json: report.json
            case .html: report.html
            }
        if let file {
            try file.write(text)
            print("The analysis is in \(file.path).")
        } else {
            StandardStreams.output(text)
        }
    }

    /// The report as text, with figures where they are asked for and gnuplot is there.
    private func text(of report: AnalysisReport) throws -> String {
        guard let figures else { return report.text }
        do throws(FigureError) {
            return report.text(
                figures: try TerminalFigures(figures),
                step: { done, count in Self.tell("figure \(done) of \(count)") },
                complain: { StandardStreams.error("\($0.sentence)\n") })
        } catch {
            StandardStreams.error("\(error.sentence)\n")
            return report.text
        }
    }

    /// What was found.
    private func result(_ source: AnalysisSource) throws -> AnalysisResult {
        try AnalysisRequest(
            source: source, plan: plan, reference: reference, cases: cases
        ).result(progress: Self.tell)
    }

    /// Says which part is under way, where somebody looks.
    private static func tell(_ part: String) {
        if isatty(STDERR_FILENO) == 1 { StandardStreams.error("\u{1B}[2K\r\(part)\r") }
    }
}

extension TerminalFigures.Style: ExpressibleByArgument {}

/// The forms of a report.
enum AnalysisFormat: String, ExpressibleByArgument, CaseIterable {
    /// Lines for people.
    case text
    /// One row a number.
    case csv
    /// One object for programs.
    case json
    /// One page for a browser.
    case html
}

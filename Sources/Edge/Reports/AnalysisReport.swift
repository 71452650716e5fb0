import Analysis
import ReaderStudies

/// A finished analysis in every form in which people and programs read it.
public struct AnalysisReport: Sendable {
    /// What was found.
    let result: AnalysisResult
    /// What the study's files tell for the reporting lists.
    let known: [ReportingFact: String]

    /// A report of `result`; `known` adds what the study's own files tell to what the analysis knows.
    public init(_ result: AnalysisResult, known: [ReportingFact: String] = [:]) {
        (self.result, self.known) = (result, known)
    }

    /// Lines of 80 characters for the terminal, without colours.
    public var text: String { TextReport(document: document).text }

    /// One row a number, with a header.
    public var csv: String { CSVReport(result: result).text }

    /// One object, as the published schema says.
    public var json: String { JSONReport(result: result, known: known).text }

    /// One page that needs no network, no script and no other file.
    public var html: String { HTMLReport(document: document).text }

    /// The report for people.
    var document: ReportDocument { ReportDocument(result, known: known) }
}

import Analysis
import Foundation
import Instruments
import Persistence
import ReaderStudies
import StudyFiles

/// An analysis that somebody asks for: reads, plan, reference and properties of cases.
struct AnalysisRequest {
    private let source: AnalysisSource
    private let plan: AnalysisPlan
    private let planHash: String
    private let reference: Reference
    private let properties: [String: [String: String]]
    private var provenance: Provenance

    /// The request with files as they are named on the command line.
    ///
    /// - Throws: `Refusal` with the sentence of the first file that cannot be used.
    init(source: AnalysisSource, plan: String?, reference: String?, cases: String?) throws {
        self.source = source
        if let plan {
            let text = try Refusal.telling { try YAMLValue.text(of: URL(filePath: plan)) }
            let name = URL(filePath: plan).lastPathComponent
            self.plan = try Refusal.telling {
                try AnalysisPlanFile.parse(text, file: name, instruments: source.instruments)
            }
            planHash = Digest.hexadecimal(of: text)
        } else {
            (self.plan, planHash) = (AnalysisPlan(), "")
        }
        properties =
            try cases.map { path in try Self.tables { try CasePropertiesFile.load(path) } } ?? [:]
        provenance = source.provenance
        if let path = reference {
            let digest = RunningDigest()
            self.reference = try Self.tables {
                try ReferenceFile.load(path) { digest.take($0) }
            }
            provenance.reference = path
            provenance.referenceHash = digest.hexadecimal
        } else {
            self.reference = source.reference
        }
    }

    /// What was found; `progress` hears of every part.
    func result(progress: (String) -> Void) throws -> AnalysisResult {
        var provenance = provenance
        let rule = plan.revision ?? source.revision
        provenance.plan = "\(plan.name) \(plan.version)"
        provenance.planHash = planHash
        provenance.revision = rule
        provenance.level = plan.level
        do throws(AnalysisError) {
            return try StudyAnalysis(
                table: source.table.choosing(rule), reference: reference, plan: plan,
                properties: properties
            ).result(
                provenance: provenance, facts: source.facts, progress: progress,
                runner: DispatchQueue.concurrentPerform)
        } catch {
            throw Refusal(error.sentence)
        }
    }

    private static func tables<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as TableError {
            throw Refusal(error.description)
        }
    }
}

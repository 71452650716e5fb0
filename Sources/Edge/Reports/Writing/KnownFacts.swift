import Analysis
import ReaderStudies

/// What an analysis knows of the facts that a paper must tell.
struct KnownFacts {
    /// The analysis.
    let result: AnalysisResult

    /// The facts as sentences; one that the analysis does not know is not there.
    var sentences: [ReportingFact: String] {
        let known: [ReportingFact: String?] = [
            .identification: result.provenance.title.isEmpty
                ? nil : "Title of the study: \(result.provenance.title).",
            .imaging: facts.arms.isEmpty ? nil : "Arms: \(list(facts.arms)).",
            .instrument: facts.instruments.isEmpty
                ? nil : "Reading forms: \(list(facts.instruments)).",
            .referenceStandard: reference, .cutoffs: cutoffs, .readerInformation: revealed,
            .readers: facts.readers.isEmpty
                ? nil : "\(facts.readers.count) readers: \(list(facts.readers)).",
            .ratingProcess: process, .independence: independence,
            .analysisMethods: "See \"Methods\".",
            .flow: flow, .notAssessable: notAssessable, .missingData: missing,
            .crossTables: contents("Cross tables: see") {
                if case .crossTable = $0 { true } else { false }
            },
            .estimates: sections([.accuracy, .contrast, .roc, .multiReader, .lesionDetection]),
            .variability: sections([.interReader, .intraReader, .measurement]),
            .subgroups: sections([.subgroup, .sensitivityAnalysis]),
            .detailedData: "Data \(result.provenance.data), SHA-256 \(result.provenance.dataHash); "
                + "every number names the records behind it.",
            .software: "\(result.provenance.software).",
        ]
        return known.compactMapValues(\.self)
    }

    private var facts: StudyFacts { result.facts }

    private var reference: String? {
        let parts = [
            result.provenance.reference.isEmpty
                ? nil : "Reference standard \(result.provenance.reference).",
            facts.referenceRule.map { "Made by: \($0)." },
            facts.referenceArm.map { "Read in arm \($0)." },
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private var cutoffs: String? {
        let calls = facts.findings.filter { !$0.positive.isEmpty }.map {
            "\($0.label): \($0.positive)"
        }
        guard !calls.isEmpty else { return nil }
        return "Positive calls: \(calls.joined(separator: "; "))."
    }

    private var revealed: String? {
        facts.revealed.map { fields in
            fields.isEmpty
                ? "Readers saw images only, no clinical fields."
                : "Readers saw these clinical fields: \(list(fields))."
        }
    }

    private var process: String? {
        let parts = [
            facts.design.map { "Design: \($0)." },
            facts.washoutDays.map { "Washout between arms: \($0) days." },
            facts.seed.map { "Reading order drawn with seed \($0)." },
            facts.signed.map { "Signed from \($0.lowerBound) to \($0.upperBound)." },
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private var independence: String? {
        facts.isolation.isEmpty
            ? nil : "Isolation of readers while reading: \(list(facts.isolation))."
    }

    private var flow: String? {
        let counts = result.flow.counts.filter { $0.stratum == Stratum() }
        guard !counts.isEmpty else { return nil }
        return counts.map { "\($0.label): \($0.count)" }.joined(separator: "; ") + "."
    }

    private var notAssessable: String? {
        guard !result.flow.answers.isEmpty else { return nil }
        let count = result.flow.answers.reduce(0) { $0 + $1.notAssessable }
        return "\(count) answers were not assessable; they are never counted as negative"
            + (result.sections.contains { $0.kind == .sensitivityAnalysis }
                ? ", and the sensitivity analysis shows what they could change." : ".")
    }

    private var missing: String? {
        guard !result.flow.answers.isEmpty else { return nil }
        let count = result.flow.answers.reduce(0) { $0 + $1.missing }
        return "\(count) answers were missing and are left out of estimates, counted in the flow."
    }

    private func sections(_ kinds: Set<ResultSection.Kind>) -> String? {
        let titles = result.sections.filter { kinds.contains($0.kind) && !$0.contents.isEmpty }
            .map { "\"\($0.title)\"" }
        return titles.isEmpty ? nil : "See \(list(titles))."
    }

    private func contents(
        _ start: String, _ isWanted: (ResultSection.Content) -> Bool
    ) -> String? {
        let titles = result.sections.filter { $0.contents.contains(where: isWanted) }
            .map { "\"\($0.title)\"" }
        return titles.isEmpty ? nil : "\(start) \(list(titles))."
    }

    private func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

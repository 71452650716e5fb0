import Analysis
import Foundation
import Testing

/// Makes tables of reads for tests.
struct TestTable {
    private(set) var table = ReadTable()
    private(set) var reference = Reference()
    private var reads: [String: Int] = [:]
    private var event: UInt32 = 0

    /// Adds one answer; the read is added at its first answer.
    mutating func answer(
        reader: String, participant: String, caseID: String? = nil, arm: String,
        occasion: Int = 1, site: String = "exam", item: String = "lesion",
        state: ReadTable.State = .value, _ text: String = "", display: String? = nil
    ) throws {
        let name = caseID ?? participant
        let key = "\(reader)|\(name)|\(arm)|\(occasion)"
        let read = try reads[key] ?? add(reader, participant, name, arm, occasion, display)
        reads[key] = read
        event += 1
        table.add(read: read, site: site, item: item, state: state, text: text, event: event)
    }

    private mutating func add(
        _ reader: String, _ participant: String, _ caseID: String, _ arm: String,
        _ occasion: Int, _ display: String?
    ) throws -> Int {
        try table.add(
            ReadTable.Read(
                reader: table.readers.place(of: reader),
                participant: table.participants.place(of: participant),
                caseID: table.cases.place(of: caseID), arm: table.arms.place(of: arm),
                occasion: occasion, seconds: 60, event: 1,
                display: display.map { table.displays.place(of: $0) } ?? -1))
    }

    /// Adds a read that was withdrawn.
    mutating func withdraw(participant: String, reason: String) {
        table.withdrawn.append(
            ReadTable.Withdrawn(
                participant: table.participants.place(of: participant),
                caseID: table.cases.place(of: participant), reason: reason))
    }

    /// Adds a truth.
    mutating func truth(
        caseID: String, site: String = "exam", item: String = "lesion", _ text: String
    ) throws {
        try reference.add(
            .value(text), for: Reference.Key(caseID: caseID, site: site, item: item))
    }

    /// The analysis by `plan`.
    func result(
        _ plan: AnalysisPlan, properties: [String: [String: String]] = [:],
        standardArm: String? = nil
    ) throws -> AnalysisResult {
        try StudyAnalysis(
            table: table, reference: reference, plan: plan, properties: properties
        ).result(
            provenance: Provenance(
                software: "test", data: "test", dataHash: "", interim: nil, records: .fileLines),
            facts: StudyFacts(
                arms: [], readers: [], referenceArm: standardArm, findings: []))
    }
}

/// The folder of golden files called `name`.
func golden(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden/\(name)")
}

extension AnalysisResult {
    /// The estimate called `name` of a stratum with these parts.
    func estimate(
        _ name: String, finding: String? = nil, level: String? = nil, arm: String? = nil,
        reader: String? = nil, stage: String? = nil
    ) -> Estimate? {
        sections.flatMap(\.estimates).first {
            $0.name == name && (finding == nil || $0.stratum.finding == finding)
                && (level == nil || $0.stratum.level == level)
                && (arm == nil || $0.stratum.arm == arm) && $0.stratum.reader == reader
                && (stage == nil || $0.stratum.stage == stage)
        }
    }

    /// All sentences that refuse something.
    var refusals: [String] {
        (remarks + sections.flatMap(\.remarks) + sections.flatMap(\.estimates).flatMap(\.remarks))
            .filter { $0.kind == .refusal }.map(\.sentence)
    }
}

/// Whether `quantity` is `expected` within `tolerance`.
func isClose(_ quantity: Quantity?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    guard let value = quantity?.value else { return false }
    return abs(value - expected) <= tolerance
}

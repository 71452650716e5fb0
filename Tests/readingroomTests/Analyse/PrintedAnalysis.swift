import Foundation
import Testing

/// What tests read of the JSON that `analyse` prints.
struct PrintedAnalysis: Decodable {
    struct Remark: Decodable {
        let kind: String
        let sentence: String
    }
    struct Number: Decodable {
        let value: Double?
        let reason: String?
    }
    struct Interval: Decodable {
        let method: String
        let lower: Number
        let upper: Number
    }
    struct Stratum: Decodable {
        let finding: String?
        let level: String?
        let arm: String?
        let reader: String?
        let property: String?
        let value: String?
    }
    struct Estimate: Decodable {
        let name: String
        let stratum: Stratum
        let estimate: Number
        let fraction: [Int]?
        let units: Int
        let interval: Interval?
        let p: Number?
        let source: String?
    }
    struct Content: Decodable {
        let type: String
        let estimates: [Estimate]?
        let counts: [[Int]]?
        let area: Estimate?
    }
    struct Section: Decodable {
        let kind: String
        let title: String
        let remarks: [Remark]
        let contents: [Content]
    }
    struct Count: Decodable {
        let name: String
        let stratum: Stratum
        let count: Int
    }
    struct Flow: Decodable {
        let counts: [Count]
    }
    struct Source: Decodable {
        let id: String
        let count: Int
        let records: String
    }
    struct Provenance: Decodable {
        let protocolVersion: String
        let software: String
        let dataHash: String
        let interim: String?
    }

    let provenance: Provenance
    let remarks: [Remark]
    let flow: Flow
    let sections: [Section]
    let sources: [Source]

    /// All numbers of all sections, curves' areas among them.
    var estimates: [Estimate] {
        sections.flatMap(\.contents).flatMap { ($0.estimates ?? []) + [$0.area].compactMap(\.self) }
    }

    /// The number called `name` of all readers together, in an arm.
    func estimate(_ name: String, finding: String? = nil, arm: String) -> Estimate? {
        estimates.first {
            $0.name == name && $0.stratum.arm == arm && $0.stratum.reader == nil
                && (finding == nil || $0.stratum.finding == finding)
                && $0.stratum.property == nil
        }
    }

    /// The count of the flow called `name` that is about everything.
    func count(_ name: String) -> Int? {
        flow.counts.first { $0.name == name && $0.stratum.arm == nil }?.count
    }

    /// What `readingroom` prints as JSON with `arguments`.
    static func run(_ arguments: [String]) throws -> PrintedAnalysis {
        let run = try BuiltProgram.run(["analyse", "--format", "json"] + arguments)
        try #require(run.status == 0, "\(run.problems)")
        return try JSONDecoder().decode(PrintedAnalysis.self, from: Data(run.output.utf8))
    }
}

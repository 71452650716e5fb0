import Analysis

/// The parts in which strata differ: columns of a table. What all share belongs in its title.
struct VaryingStrata {
    /// One part of a stratum.
    enum Part: String, CaseIterable, Hashable, Sendable {
        /// The finding.
        case finding = "Finding"
        /// The unit that is counted.
        case level = "Per"
        /// The arm.
        case arm = "Arm"
        /// The reader.
        case reader = "Reader"
        /// The stage.
        case stage = "Stage"
        /// A property and its value.
        case group = "Group"

        /// The part of `stratum`; empty where it covers everything.
        func text(of stratum: Stratum) -> String {
            switch self {
            case .finding: stratum.finding ?? ""
            case .level: stratum.level ?? ""
            case .arm: stratum.arm ?? ""
            case .reader: stratum.reader ?? ""
            case .stage: stratum.stage ?? ""
            case .group: stratum.group.map { "\($0.property) \($0.value)" } ?? ""
            }
        }
    }

    /// Parts that differ, in a fixed order.
    let varying: [Part]
    /// What all share: `erosion, per site`.
    let shared: String

    /// The parts of `strata`.
    init(_ strata: [Stratum]) {
        let parts = Part.allCases.map { part in (part, Set(strata.map(part.text))) }
        varying = parts.filter { $0.1.count > 1 }.map(\.0)
        shared = parts.filter { $0.1.count == 1 }.compactMap { part, texts in
            guard let text = texts.first, !text.isEmpty else { return nil }
            switch part {
            case .finding, .group: return text
            case .level: return "per \(text)"
            case .arm, .reader, .stage: return "\(part.rawValue.lowercased()) \(text)"
            }
        }.joined(separator: ", ")
    }

    /// The parts of `stratum` in which it differs from others: `sCT, R1`; `all` where it covers them.
    func text(of stratum: Stratum) -> String {
        cells(of: stratum).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// One text for each of `varying`; `all` where the stratum covers every value.
    func cells(of stratum: Stratum) -> [String] {
        varying.map { part in
            let text = part.text(of: stratum)
            return text.isEmpty ? "all" : text
        }
    }
}

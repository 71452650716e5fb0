/// The answers to one finding at one level, beside the truth of their units.
struct CallTable {
    /// The truth of a unit.
    enum Truth: Hashable {
        /// A category of the finding (−1 where there is none) and whether it is positive.
        case category(Int, positive: Bool?)
        /// A number and whether it is positive.
        case number(Double, positive: Bool?)
        /// The reference says that there is no truth.
        case excluded
        /// The reference says nothing.
        case none

        /// Whether the unit has the disease; `nil` where that is not known.
        var isPositive: Bool? {
            switch self {
            case .category(_, let positive), .number(_, let positive): positive
            case .excluded, .none: nil
            }
        }
    }

    /// What is counted: a site of a case, or a larger one.
    struct Unit {
        let participant: Int
        let caseID: Int
        let site: String
        var truth: Truth
    }

    /// One answer, or one that several sites make up.
    struct Call {
        let read: Int
        let unit: Int
        let reader: Int
        let arm: Int
        let occasion: Int
        let state: ReadTable.State
        /// Place of the category; −1 without one.
        let category: Int
        /// Whether the call is positive; `nil` where the finding does not say.
        let positive: Bool?
        let number: Double?
        let confidence: Double?
        /// Place among the reasons; −1 without one.
        let reason: Int
        /// Places in `records`.
        let records: Range<Int>
    }

    let finding: Finding
    /// `site`, or the name of a level.
    let level: String
    /// What the table is about, as titles say it.
    var title: String { "\(finding.label), per \(level)" }
    var units: [Unit]
    var calls: [Call]
    /// Numbers of the records behind the calls.
    var records: [UInt32]

    /// The records of `calls`.
    func source(_ calls: some Sequence<Call>) -> EventSet {
        var numbers: [UInt32] = []
        for call in calls { numbers += records[call.records] }
        return EventSet(numbers)
    }

    /// The table with these calls alone.
    func keeping(_ isKept: (Call) -> Bool) -> CallTable {
        var kept = self
        kept.calls = calls.filter(isKept)
        return kept
    }

    /// The first reads.
    var firstReads: CallTable { keeping { $0.occasion == 1 } }
}

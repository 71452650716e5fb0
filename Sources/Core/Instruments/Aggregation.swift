import ReaderStudies

/// How answers at small sites become one answer for a larger one: quadrants, joint, participant.
public struct Aggregation: Hashable, Sendable {
    /// The finding that is carried up.
    public let item: ItemID
    /// The set of larger sites, such as `joint`; `exam` for the whole participant.
    public let to: String
    /// The largest share of the small sites, in percent, that may be not assessable in a negative result.
    public let notAssessablePercent: Int

    /// An aggregation; `notAssessablePercent` is 0 to 100.
    public init(item: ItemID, to: String, notAssessablePercent: Int) {
        self.item = item
        self.to = to
        self.notAssessablePercent = notAssessablePercent
    }
}

/// The answer for a larger site, with the number of small sites that could not be assessed.
public struct AggregatedFinding: Hashable, Sendable {
    /// What the small sites say together.
    public enum Result: Hashable, Sendable {
        /// At least one is present.
        case present
        /// All that could be assessed are absent, and few enough could not.
        case absent
        /// Too many could not be assessed.
        case notAssessable
        /// None is present and at least one is not answered, or no site was asked.
        case missing
    }

    /// What the sites say together.
    public let result: Result
    /// How many were not assessable.
    public let notAssessableCount: Int
    /// How many were asked.
    public let siteCount: Int
}

extension Aggregation {
    /// The answer for a larger site from the states of the smaller ones that lie in it.
    ///
    /// Present if any is present; absent only if all assessable ones are absent and the not assessable
    /// ones are at most `notAssessablePercent` of those asked; else not assessable. Sites skipped by a
    /// rule do not count.
    public func combine(_ states: [ItemState], presentCode: String) -> AggregatedFinding {
        var present = 0
        var notAssessable = 0
        var missing = 0
        var asked = 0
        for state in states where state != .skippedByRule {
            asked += 1
            switch state {
            case .value(.code(presentCode)): present += 1
            case .notAssessable: notAssessable += 1
            case .missing: missing += 1
            case .value, .skippedByRule: break
            }
        }
        let result: AggregatedFinding.Result =
            if present > 0 {
                .present
            } else if missing > 0 || asked == 0 {
                .missing
            } else {
                notAssessable * 100 <= notAssessablePercent * asked ? .absent : .notAssessable
            }
        return AggregatedFinding(
            result: result, notAssessableCount: notAssessable, siteCount: asked)
    }
}

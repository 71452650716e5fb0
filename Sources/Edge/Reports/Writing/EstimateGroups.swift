import Analysis

/// Estimates by measure, in the order in which measures first appear.
struct EstimateGroups {
    /// The estimates of one measure.
    struct Group {
        /// How the measure is said.
        let label: String
        /// Its estimates.
        var estimates: [Estimate]
    }

    /// The measures.
    let groups: [Group]

    /// Divides `estimates`.
    init(_ estimates: [Estimate]) {
        var places: [String: Int] = [:]
        var groups: [Group] = []
        for estimate in estimates {
            if let place = places[estimate.label] {
                groups[place].estimates.append(estimate)
            } else {
                places[estimate.label] = groups.count
                groups.append(Group(label: estimate.label, estimates: [estimate]))
            }
        }
        self.groups = groups
    }
}

/// Ratios beside their targets, and the targets that were missed.
struct Verdict {
    /// Sentences, one a miss.
    private(set) var missed: [String] = []

    /// Notes a miss when `value` is below `least`.
    mutating func demand(_ what: String, _ value: Double, atLeast least: Double) {
        if value < least {
            missed.append("\(what): \(Columns.fixed(value)), at least \(Columns.fixed(least))")
        }
    }

    /// Notes a miss when `value` is above `most`.
    mutating func demand(_ what: String, _ value: Double, atMost most: Double) {
        if value > most {
            missed.append("\(what): \(Columns.fixed(value)), at most \(Columns.fixed(most))")
        }
    }
}

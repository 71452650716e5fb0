/// A lesion as it was marked.
struct MarkedLesion: Hashable {
    /// Centre in mm.
    let center: [Double]
    /// In mm; 0 where it was not measured.
    let diameter: Double
    /// Answers that must be equal in a match, in the plan's order; `nil` where not given.
    let same: [String?]
    let type: String?
    let confidence: Double?
    /// The lesion's site: `L1`.
    let site: String
    let record: UInt32
}

/// Pairs lesions of two lists by place.
///
/// The nearest two first; a pair lies within the plan's distance or half the larger diameter, and agrees in the
/// items that must be equal. Equal distances are taken in the order of the lists.
enum LesionMatching {
    /// Places in `first` and `second` that belong together.
    static func pairs(
        _ first: [MarkedLesion], _ second: [MarkedLesion], within distanceMM: Double
    ) -> [(first: Int, second: Int)] {
        var candidates: [(distance: Double, first: Int, second: Int)] = []
        for (place, one) in first.enumerated() {
            for (other, two) in second.enumerated() where agree(one.same, two.same) {
                let apart = distance(one.center, two.center)
                if apart <= max(distanceMM, max(one.diameter, two.diameter) / 2) {
                    candidates.append((apart, place, other))
                }
            }
        }
        candidates.sort { ($0.distance, $0.first, $0.second) < ($1.distance, $1.first, $1.second) }
        var (usedFirst, usedSecond): (Set<Int>, Set<Int>) = ([], [])
        return candidates.compactMap { candidate in
            guard !usedFirst.contains(candidate.first), !usedSecond.contains(candidate.second)
            else { return nil }
            usedFirst.insert(candidate.first)
            usedSecond.insert(candidate.second)
            return (candidate.first, candidate.second)
        }
    }

    private static func agree(_ first: [String?], _ second: [String?]) -> Bool {
        zip(first, second).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
    }

    private static func distance(_ first: [Double], _ second: [Double]) -> Double {
        zip(first, second).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
}

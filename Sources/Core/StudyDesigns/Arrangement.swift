import ReaderStudies

/// Puts cases in random order with no participant next to itself.
struct Arrangement {
    /// Places of the cases that are not placed yet, in their order.
    private var left: [Int]
    /// For each case the number of its participant.
    private let participants: [Int]
    /// For each participant the cases that are not placed yet.
    private var counts: [Int]

    /// All `cases`, drawn one by one from those that still allow the rest to be placed.
    ///
    /// The first is not of the participant `last` (who ended the phase before), as far as there is
    /// another; a single participant with one case a phase cannot be kept from itself.
    static func sequence(
        _ cases: [StudyCase], after last: ParticipantID?, _ random: inout SeededRandom
    ) throws(DesignError) -> [StudyCase] {
        var numbers: [ParticipantID: Int] = [:]
        for one in cases where numbers[one.participant] == nil {
            numbers[one.participant] = numbers.count
        }
        let participants = cases.compactMap { numbers[$0.participant] }
        var arrangement = Arrangement(participants: participants, count: numbers.count)
        if let most = arrangement.mostCases, most.count > (cases.count + 1) / 2 {
            throw .tooManyOfOne(
                cases[most.first].participant, cases: most.count, of: cases.count)
        }
        var previous = last.flatMap { numbers[$0] }
        return cases.indices.map { _ in
            let place = arrangement.take(after: previous, &random)
            previous = participants[place]
            return cases[place]
        }
    }

    private init(participants: [Int], count: Int) {
        self.participants = participants
        left = Array(participants.indices)
        counts = Array(repeating: 0, count: count)
        for participant in participants { counts[participant] += 1 }
    }

    /// The participant with the most cases, the first of equals: how many, and the place of one.
    private var mostCases: (count: Int, first: Int)? {
        guard let most = counts.max(), let number = counts.firstIndex(of: most) else { return nil }
        return participants.firstIndex(of: number).map { (most, $0) }
    }

    /// Draws a case among those that may come after one of participant `previous`.
    private mutating func take(after previous: Int?, _ random: inout SeededRandom) -> Int {
        let open = candidates(previous)
        let place = left.remove(at: open[random.below(open.count)])
        counts[participants[place]] -= 1
        return place
    }

    /// Indexes of `left` that may come next.
    private func candidates(_ previous: Int?) -> [Int] {
        let after = left.count - 1
        // A participant with more than half of what would be left must come now, or again at once.
        let pressing = counts.firstIndex { $0 > (after + 1) / 2 }
        let possible = left.indices.filter { index in
            let participant = participants[left[index]]
            return participant != previous && counts[participant] - 1 <= after / 2
                && (pressing == nil || participant == pressing)
        }
        guard possible.isEmpty else { return possible }
        return left.indices.filter { participants[left[$0]] == pressing }
    }
}

import ReaderStudies

/// Puts cases in random order with no participant next to itself.
enum Arrangement {
    /// All `cases`, drawn one by one from those that still allow the rest to be placed.
    ///
    /// The first is not of the participant `last` (who ended the phase before), as far as there is
    /// another; a single participant with one case a phase cannot be kept from itself.
    static func sequence(
        _ cases: [StudyCase], after last: ParticipantID?, _ random: inout SeededRandom
    ) throws(DesignError) -> [StudyCase] {
        var left = cases
        var counts: [ParticipantID: Int] = [:]
        for one in cases { counts[one.participant, default: 0] += 1 }
        try demandRoom(counts, of: cases.count)
        var sequence: [StudyCase] = []
        var previous = last
        while !left.isEmpty {
            let open = candidates(left, counts: counts, previous: previous)
            let chosen = open[random.below(open.count)]
            let one = left.remove(at: chosen)
            counts[one.participant, default: 1] -= 1
            previous = one.participant
            sequence.append(one)
        }
        return sequence
    }

    private static func demandRoom(
        _ counts: [ParticipantID: Int], of all: Int
    ) throws(DesignError) {
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let most, most.value > (all + 1) / 2 else { return }
        throw .tooManyOfOne(most.key, cases: most.value, of: all)
    }

    /// Places in `left` that may come next.
    private static func candidates(
        _ left: [StudyCase], counts: [ParticipantID: Int], previous: ParticipantID?
    ) -> [Int] {
        let after = left.count - 1
        // A participant with more than half of what would be left must come now, or again at once.
        let pressing = counts.filter { $0.value > (after + 1) / 2 }.map(\.key)
        let others = left.indices.filter { left[$0].participant != previous }
        let possible = others.filter { index in
            let participant = left[index].participant
            let own = (counts[participant] ?? 0) - 1
            return own <= after / 2 && pressing.allSatisfy { $0 == participant }
        }
        return possible.isEmpty
            ? left.indices.filter { pressing.contains(left[$0].participant) } : possible
    }
}

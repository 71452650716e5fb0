import ReaderStudies

/// The rounds of one reader: which cases open when.
///
/// A round is one part that opens at once, save that examinations of one participant are kept `serialLagDays`
/// apart, a part for each, and that hidden repeats stand in a second part, `lagDays` after their first reads.
struct Rounds {
    /// One arm of every participant, or its repetition.
    struct Round {
        /// Place in the participants' orders of arms, from 0.
        let place: Int
        /// Whether the round repeats the one of the same place.
        let isRepetition: Bool
        /// The day on which its first part opens.
        let opensOnDay: Int
    }

    /// Cases that open on one day.
    struct Part {
        let cases: [StudyCase]
        /// Those that are read for the second time.
        let repeated: Set<CaseID>
        let opensOnDay: Int
    }

    /// All rounds, in order.
    private(set) var all: [Round] = []
    private let design: Design
    private let cases: [StudyCase]
    private let repeated: Set<CaseID>

    /// The rounds for `cases` that a reader reads in `roundCount` arms one after the other; `drawn` stays.
    init(
        design: Design, cases: [StudyCase], roundCount: Int, label: String,
        after drawn: [ReadingOrderRow]
    ) {
        self.design = design
        self.cases = cases
        repeated = Self.repeated(design, cases, label)
        let repeats = design.repeats.flatMap { $0.areHidden ? nil : $0 }
        let base = Self.base(design, cases, drawn)
        for index in 0..<(roundCount * (repeats == nil ? 1 : 2)) {
            let isRepetition = index >= roundCount
            var day = base
            if let last = all.last {
                day = last.opensOnDay + span(last.isRepetition)
                day += roundCount > 1 ? design.washoutDays : 0
            }
            if isRepetition, let repeats {
                let first = all[index - roundCount]
                day = max(
                    day,
                    first.opensOnDay + span(false)
                        + max(repeats.lagDays, design.serialLagDays ?? 0))
            }
            all.append(
                Round(place: index % roundCount, isRepetition: isRepetition, opensOnDay: day))
        }
    }

    /// The parts of `round`, each with its cases in the order of import.
    func parts(of round: Round, _ random: inout SeededRandom) -> [Part] {
        if round.isRepetition { return passes(cases.filter(isRepeated), repeated, round, &random) }
        if design.repeats?.areHidden == true { return halves(round, &random) }
        return passes(cases, [], round, &random)
    }

    /// The days from the first opening to the last, both included, for participants of one examination.
    static func leastDays(of design: Design, armCount: Int) -> Int {
        let rounds = Rounds(
            design: design, cases: [StudyCase(id: "")],
            roundCount: design.roundCount(armCount: armCount), label: "", after: [])
        return rounds.all.map { $0.opensOnDay + rounds.span($0.isRepetition) + 1 }.max() ?? 1
    }

    /// One part, or one for each examination of a participant where these keep a lag, in random order.
    private func passes(
        _ cases: [StudyCase], _ repeated: Set<CaseID>, _ round: Round,
        _ random: inout SeededRandom
    ) -> [Part] {
        guard let lag = design.serialLagDays, lag > 0 else {
            return [Part(cases: cases, repeated: repeated, opensOnDay: round.opensOnDay)]
        }
        let passes = Self.passes(random.shuffled(cases))
        let count = (passes.values.max() ?? 0) + 1
        return (0..<count).map { pass in
            Part(
                cases: cases.filter { passes[$0.id] == pass }, repeated: repeated,
                opensOnDay: round.opensOnDay + pass * lag)
        }
    }

    /// Those that are read again and as many others as make half of the cases; then the rest, with the second
    /// reads among them. Cases of one participant stay together.
    private func halves(_ round: Round, _ random: inout SeededRandom) -> [Part] {
        let again = Set(cases.filter(isRepeated).map(\.participant))
        let participants = random.shuffled(cases.map(\.participant).distinct)
        var early: Set<ParticipantID> = []
        var count = 0
        for participant in participants.filter(again.contains)
            + participants.filter({ !again.contains($0) })
        where again.contains(participant) || 2 * count < cases.count {
            early.insert(participant)
            count += cases.count { $0.participant == participant }
        }
        return [
            Part(
                cases: cases.filter { early.contains($0.participant) }, repeated: [],
                opensOnDay: round.opensOnDay),
            Part(
                cases: cases.filter { !early.contains($0.participant) || isRepeated($0) },
                repeated: repeated, opensOnDay: round.opensOnDay + span(false)),
        ]
    }

    private func isRepeated(_ one: StudyCase) -> Bool { repeated.contains(one.id) }

    /// Days from the opening of a round to that of its last part.
    private func span(_ isRepetition: Bool) -> Int {
        if let repeats = design.repeats, repeats.areHidden { return repeats.lagDays }
        let own = isRepetition ? cases.filter(isRepeated) : cases
        return (design.serialLagDays ?? 0) * (Self.passes(own).values.max() ?? 0)
    }

    /// How many cases of the same participant stand before each.
    private static func passes(_ cases: [StudyCase]) -> [CaseID: Int] {
        var counts: [ParticipantID: Int] = [:]
        var passes: [CaseID: Int] = [:]
        for one in cases {
            passes[one.id] = counts[one.participant, default: 0]
            counts[one.participant, default: 0] += 1
        }
        return passes
    }

    private static func repeated(
        _ design: Design, _ cases: [StudyCase], _ label: String
    ) -> Set<CaseID> {
        guard let repeats = design.repeats else { return [] }
        var random = SeededRandom(seed: design.seed, label: "repeats/\(label)")
        let count = max(1, (cases.count * repeats.percent + 50) / 100)
        return Set(random.shuffled(cases.map(\.id)).prefix(count))
    }

    /// The day on which the first round opens: 0, or, where examinations or repeats keep a lag, far enough behind
    /// what was drawn before of the same participants.
    private static func base(
        _ design: Design, _ cases: [StudyCase], _ drawn: [ReadingOrderRow]
    ) -> Int {
        guard design.serialLagDays != nil || design.repeats != nil else { return 0 }
        let participants = Set(cases.map(\.participant))
        let last = drawn.filter { participants.contains($0.participant) }.map(\.opensOnDay).max()
        return last.map { $0 + max(design.washoutDays, design.serialLagDays ?? 0) } ?? 0
    }
}

extension Array where Element: Hashable {
    /// The elements without repetitions, in the order in which they first stand.
    var distinct: [Element] {
        var known: Set<Element> = []
        return filter { known.insert($0).inserted }
    }
}

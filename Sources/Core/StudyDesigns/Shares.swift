import ReaderStudies

/// What is divided between readers: cases between pairs, readers or participants between arms or blocks.
///
/// What was drawn before stays as it is; the rest is dealt evenly, from sequences that no later case or reader
/// moves.
struct Shares {
    private let study: ReaderStudy
    private let cases: [StudyCase]
    /// For each reader of an `adjudicated` design their cases that are new to the study.
    private var dealt: [Int: Set<CaseID>] = [:]
    /// For each participant the group, in a split-plot of cases or blocks.
    private var groups: [ParticipantID: Int] = [:]

    init(study: ReaderStudy, cases: [StudyCase], drawn: [ReadingOrderRow]) {
        self.study = study
        self.cases = cases
        let known = Set(drawn.map(\.read.caseID))
        if study.design.kind == .adjudicated {
            deal(cases.map(\.id).filter { !known.contains($0) }, casesBefore: known.count)
        }
        if study.design.kind == .splitPlot, study.design.nesting != .readers {
            takeGroups(of: drawn)
            group(cases.map(\.participant).distinct, casesBefore: known.count)
        }
    }

    /// The cases that the reader in `place` of the study file reads; those that are drawn may be among them.
    func cases(of place: Int) -> [StudyCase] {
        switch study.design.kind {
        case .adjudicated:
            let own = dealt[place] ?? []
            return cases.filter { own.contains($0.id) }
        case .splitPlot where study.design.nesting == .blocks:
            let block = group(ofReader: place)
            return cases.filter { groups[$0.participant] == block }
        default: return cases
        }
    }

    /// The one arm in which the reader in `place` reads `participant`.
    func arm(of participant: ParticipantID, reader place: Int) -> ArmID {
        let arms = study.arms.map(\.id)
        guard study.design.kind == .splitPlot else { return arms[0] }
        return arms[
            study.design.nesting == .readers
                ? group(ofReader: place) : groups[participant] ?? 0]
    }

    /// Readers in the file's order are dealt to groups like cards, each group once before any twice.
    private func group(ofReader place: Int) -> Int {
        let count = study.arms.count
        var random = SeededRandom(seed: study.design.seed, label: "groups/\(place / count)")
        return random.shuffled(Array(0..<count))[place % count]
    }

    /// Two readers for each case, dealt like cards from the readers in random order, shuffled anew when all have
    /// had the same number of cases.
    private mutating func deal(_ ids: [CaseID], casesBefore: Int) {
        let count = study.readers.count
        let casesInLap = count % 2 == 0 ? count / 2 : count
        var random = SeededRandom(seed: study.design.seed, label: "pairs/\(casesBefore)")
        var circle: [Int] = []
        for (number, id) in ids.enumerated() {
            let inLap = number % casesInLap
            if inLap == 0 { circle = random.shuffled(Array(0..<count)) }
            for card in [2 * inLap, 2 * inLap + 1] {
                dealt[circle[card % count], default: []].insert(id)
            }
        }
    }

    /// The groups of participants that have rows.
    private mutating func takeGroups(of drawn: [ReadingOrderRow]) {
        for row in drawn where groups[row.participant] == nil {
            groups[row.participant] =
                study.design.nesting == .cases
                ? study.arms.firstIndex { $0.id == row.read.arm }
                : study.readers.firstIndex(of: row.read.reader).map(group(ofReader:))
        }
    }

    /// Groups for those of `participants` that have none, as many to each as can be.
    private mutating func group(_ participants: [ParticipantID], casesBefore: Int) {
        let new = participants.filter { groups[$0] == nil }
        var random = SeededRandom(seed: study.design.seed, label: "blocks/\(casesBefore)")
        let count = study.arms.count
        let circle = random.shuffled(Array(0..<count))
        let places = random.shuffled(new.indices.map { $0 % count })
        for (participant, place) in zip(new, places) { groups[participant] = circle[place] }
    }
}

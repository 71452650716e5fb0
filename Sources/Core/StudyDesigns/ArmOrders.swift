import ReaderStudies

/// The arms in the order in which one reader meets them, participant by participant.
///
/// - `crossover` and blocks of a split-plot: the participants' starts in the square are drawn once, balanced, and
///   move one further with each reader in the file's order.
/// - `crossed`: the starting arms are drawn for each reader alone, balanced, the following arms at random.
/// - `single`, `adjudicated`, readers or cases of a split-plot: one arm.
/// - `sequential`: all arms in the file's order, as steps of one sitting.
struct ArmOrders {
    let study: ReaderStudy
    /// The reader's place in the study file, from 0.
    let reader: Int
    /// The reader's rows that exist.
    let drawn: [ReadingOrderRow]
    let shares: Shares

    private var design: Design { study.design }
    private var ids: [ArmID] { study.arms.map(\.id) }

    /// For each participant of `added` the arms of each round: one, or the steps of a sitting.
    func steps(
        of added: [StudyCase], label: String, casesBefore: Int
    ) -> [ParticipantID: [[ArmID]]] {
        let participants = added.map(\.participant).distinct
        guard !design.hasRounds else {
            return orders(of: participants, label: label, casesBefore: casesBefore)
        }
        return all(participants) {
            design.kind == .sequential ? [ids] : [[shares.arm(of: $0, reader: reader)]]
        }
    }

    private func all(
        _ participants: [ParticipantID], _ steps: (ParticipantID) -> [[ArmID]]
    ) -> [ParticipantID: [[ArmID]]] {
        Dictionary(participants.map { ($0, steps($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// A participant who has rows already keeps their order of arms.
    private func orders(
        of participants: [ParticipantID], label: String, casesBefore: Int
    ) -> [ParticipantID: [[ArmID]]] {
        let known = Dictionary(grouping: drawn, by: \.participant)
        let isShared = design.kind != .crossed
        var random = SeededRandom(
            seed: design.seed, label: isShared ? "arms/\(casesBefore)" : "arms/\(label)")
        let square = ArmOrderSquare(
            arms: random.shuffled(ids),
            square: isShared ? design.square ?? .cyclic : .cyclic)
        let starts = random.shuffled(
            participants.indices.map {
                ($0 + (isShared ? 0 : reader + casesBefore)) % square.count
            })
        var orders: [ParticipantID: [[ArmID]]] = [:]
        for (participant, start) in zip(participants, starts) {
            var order = square.order((start + (isShared ? reader : 0)) % square.count)
            if !isShared { order = [order[0]] + random.shuffled(Array(order.dropFirst())) }
            orders[participant] = (known[participant].map(Self.armsInOrder) ?? order).map { [$0] }
        }
        return orders
    }

    private static func armsInOrder(_ rows: [ReadingOrderRow]) -> [ArmID] {
        rows.filter { $0.read.occasion == 1 }.sorted { $0.position < $1.position }
            .map(\.read.arm).distinct
    }
}

extension Design {
    /// Whether a reader meets a participant in every arm, one after the other.
    var hasRounds: Bool {
        switch kind {
        case .crossed, .crossover: true
        case .splitPlot: nesting == .blocks
        case .single, .adjudicated, .sequential: false
        }
    }

    /// Arms, or sittings, of one participant that follow each other in a study of `armCount` arms.
    func roundCount(armCount: Int) -> Int { hasRounds ? armCount : 1 }
}

/// A square of orders of the arms: every arm stands equally often in every place.
struct ArmOrderSquare {
    private let arms: [ArmID]
    private let square: ArmSquare

    /// The square of `arms`, at least one.
    init(arms: [ArmID], square: ArmSquare) {
        self.arms = arms
        self.square = square
    }

    /// How many orders there are: as many as arms, twice as many in a Williams square of an odd number.
    var count: Int {
        square == .williams && arms.count % 2 == 1 && arms.count > 1 ? 2 * arms.count : arms.count
    }

    /// The order number `row`, from 0; it begins with the arm number `row`, counted around.
    func order(_ row: Int) -> [ArmID] {
        steps(row).map { arms[(row + $0) % arms.count] }
    }

    /// How far around the circle each place stands from the first.
    ///
    /// Source: Williams 1949, Australian Journal of Scientific Research A 2:149: 0, 1, -1, 2, -2 …; an odd number of
    /// arms takes the same backwards as well.
    private func steps(_ row: Int) -> [Int] {
        let count = arms.count
        guard square == .williams else { return Array(0..<count) }
        let zigzag = (0..<count).map { $0 % 2 == 1 ? ($0 + 1) / 2 : (count - $0 / 2) % count }
        guard row >= count else { return zigzag }
        let last = zigzag[count - 1]
        return zigzag.reversed().map { ($0 - last + count) % count }
    }
}

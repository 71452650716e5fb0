import ReaderStudies

/// Draws the reading order of every reader from the study's seed.
///
/// Each reader reads every case once in every arm. The order is cut into as many phases as there are
/// arms: in a phase each participant is read in one arm, so two arms of a participant never share a
/// session, and phase `n` (from 0) opens `n × washoutDays` days after the start. Within a phase the
/// cases are in random order, no participant next to itself, cut into sessions of nearly equal size.
///
/// - `crossover`: the participants' starting arms are drawn once, balanced, and move one arm further
///   with each reader in the file's order (a Latin square over readers and phases).
/// - `crossed`: the starting arms are drawn for each reader alone, balanced, the following arms at random.
/// - `single`: one arm, one phase.
///
/// The same study, cases and drawn rows always give the same order.
public struct OrderDrawing: Sendable {
    private let study: ReaderStudy
    private let cases: [StudyCase]

    /// A drawing for `cases` of `study`.
    ///
    /// - Throws: `DesignError` when the study cannot be drawn.
    public init(study: ReaderStudy, cases: [StudyCase]) throws(DesignError) {
        guard !study.readers.isEmpty else { throw .noReaders }
        guard !study.arms.isEmpty else { throw .noArms }
        guard !cases.isEmpty else { throw .noCases }
        guard [.crossed, .crossover, .single].contains(study.design.kind) else {
            throw .kindNotDrawn(study.design.kind)
        }
        if study.design.kind == .single, study.arms.count != 1 {
            throw .singleNeedsOneArm(study.arms.count)
        }
        var known: Set<CaseID> = []
        for one in cases where !known.insert(one.id).inserted { throw .caseTwice(one.id) }
        self.study = study
        self.cases = cases
    }

    /// The rows to add to `drawn`: for each reader, every case that is not in the reader's order yet.
    ///
    /// Rows drawn before keep their place; added ones follow them in sessions of their own.
    public func rows(after drawn: [ReadingOrderRow] = []) throws(DesignError) -> [ReadingOrderRow] {
        let drawn = Dictionary(grouping: drawn, by: \.read.reader)
        var rows: [ReadingOrderRow] = []
        for (index, reader) in study.readers.enumerated() {
            rows += try self.rows(of: reader, index, after: drawn[reader] ?? [])
        }
        return rows
    }

    private func rows(
        of reader: ReaderID, _ index: Int, after drawn: [ReadingOrderRow]
    ) throws(DesignError) -> [ReadingOrderRow] {
        let known = Set(drawn.map(\.read.caseID))
        let added = cases.filter { !known.contains($0.id) }
        guard !added.isEmpty else { return [] }
        let label = "\(reader.rawValue)/\(drawn.count)"
        var random = SeededRandom(seed: study.design.seed, label: "order/\(label)")
        let arms = armOrders(of: added, reader: index, label: label, drawnBefore: known.count)
        var writer = RowWriter(reader: reader, after: drawn)
        for phase in study.arms.indices {
            let sequence = try Arrangement.sequence(
                added, after: writer.lastParticipant, &random)
            writer.add(
                sequence, opensOnDay: phase * study.design.washoutDays,
                casesPerSession: study.design.casesPerSession
            ) { arms[$0.participant]?[phase] }
        }
        return writer.rows
    }

    /// For each participant the arms in the order in which this reader meets them.
    private func armOrders(
        of added: [StudyCase], reader: Int, label: String, drawnBefore: Int
    ) -> [ParticipantID: [ArmID]] {
        let participants = Self.distinct(added.map(\.participant))
        let ids = study.arms.map(\.id)
        let shared = study.design.kind == .crossover
        var random = SeededRandom(
            seed: study.design.seed,
            label: shared ? "arms/\(drawnBefore)" : "arms/\(label)")
        let square = random.shuffled(ids)
        let starts = random.shuffled(
            participants.indices.map { ($0 + (shared ? 0 : reader + drawnBefore)) % ids.count })
        var orders: [ParticipantID: [ArmID]] = [:]
        for (participant, start) in zip(participants, starts) {
            let first = shared ? (start + reader) % ids.count : start
            let rotated = Array(square[first...] + square[..<first])
            orders[participant] =
                shared ? rotated : [rotated[0]] + random.shuffled(Array(rotated.dropFirst()))
        }
        return orders
    }

    private static func distinct(_ participants: [ParticipantID]) -> [ParticipantID] {
        var known: Set<ParticipantID> = []
        return participants.filter { known.insert($0).inserted }
    }
}

/// Numbers the rows of one reader.
private struct RowWriter {
    let reader: ReaderID
    private var position: Int
    private var session: Int
    private(set) var lastParticipant: ParticipantID?
    private(set) var rows: [ReadingOrderRow] = []

    init(reader: ReaderID, after drawn: [ReadingOrderRow]) {
        self.reader = reader
        let last = drawn.max { $0.position < $1.position }
        position = last?.position ?? 0
        session = drawn.map(\.session).max() ?? 0
        lastParticipant = last?.participant
    }

    mutating func add(
        _ sequence: [StudyCase], opensOnDay: Int, casesPerSession: Int,
        arm: (StudyCase) -> ArmID?
    ) {
        var left = ArraySlice(sequence)
        for size in Self.sessionSizes(sequence.count, largest: casesPerSession) {
            session += 1
            for one in left.prefix(size) { add(one, opensOnDay, arm(one)) }
            left = left.dropFirst(size)
        }
    }

    private mutating func add(_ one: StudyCase, _ opensOnDay: Int, _ arm: ArmID?) {
        guard let arm else { return }
        position += 1
        lastParticipant = one.participant
        rows.append(
            ReadingOrderRow(
                position: position, session: session, participant: one.participant,
                read: ReadKey(reader: reader, caseID: one.id, arm: arm), opensOnDay: opensOnDay))
    }

    /// As few sessions as possible, sizes differing by one at most, larger ones first.
    private static func sessionSizes(_ count: Int, largest: Int) -> [Int] {
        let sessions = (count + largest - 1) / largest
        return (0..<sessions).map { count / sessions + ($0 < count % sessions ? 1 : 0) }
    }
}

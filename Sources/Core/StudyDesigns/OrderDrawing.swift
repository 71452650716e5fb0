import ReaderStudies

/// Draws the reading order of every reader from the study's seed.
///
/// The order is cut into rounds. In a round each participant is read in one arm, or in all steps of a sitting, so
/// that two arms of a participant never share a session; a round opens `washoutDays` days after the one before.
/// Within a round the cases are in random order, no participant next to itself, cut into sessions of nearly equal
/// size. Which arms, which cases and how often: `ArmOrders`, `Shares` and `Rounds`.
///
/// The same study, cases and drawn rows always give the same order; rows that exist are never moved.
public struct OrderDrawing: Sendable {
    let study: ReaderStudy
    let cases: [StudyCase]

    /// A drawing for `cases` of `study`.
    ///
    /// - Throws: `DesignError` when the study cannot be drawn.
    public init(study: ReaderStudy, cases: [StudyCase]) throws(DesignError) {
        guard !study.readers.isEmpty else { throw .noReaders }
        guard !study.arms.isEmpty else { throw .noArms }
        guard !cases.isEmpty else { throw .noCases }
        if let problem = DesignProblem.all(of: study).first { throw .contradiction(problem) }
        var known: Set<CaseID> = []
        for one in cases where !known.insert(one.id).inserted { throw .caseTwice(one.id) }
        self.study = study
        self.cases = cases
    }

    /// The rows to add to `drawn`: for each reader, every case of theirs that is not in their order yet.
    ///
    /// Rows drawn before keep their place; added ones follow them in sessions of their own.
    public func rows(after drawn: [ReadingOrderRow] = []) throws(DesignError) -> [ReadingOrderRow] {
        let shares = Shares(study: study, cases: cases, drawn: drawn)
        let byReader = Dictionary(grouping: drawn, by: \.read.reader)
        var rows: [ReadingOrderRow] = []
        for (index, reader) in study.readers.enumerated() {
            rows += try self.rows(
                of: reader, index, after: byReader[reader] ?? [], shares: shares)
        }
        return rows
    }

    private func rows(
        of reader: ReaderID, _ index: Int, after drawn: [ReadingOrderRow], shares: Shares
    ) throws(DesignError) -> [ReadingOrderRow] {
        let known = Set(drawn.map(\.read.caseID))
        let added = shares.cases(of: index).filter { !known.contains($0.id) }
        guard !added.isEmpty else { return [] }
        let label = "\(reader.rawValue)/\(drawn.count)"
        var random = SeededRandom(seed: study.design.seed, label: "order/\(label)")
        let orders = ArmOrders(study: study, reader: index, drawn: drawn, shares: shares)
        let arms = orders.steps(of: added, label: label, casesBefore: known.count)
        let rounds = Rounds(
            design: study.design, cases: added,
            roundCount: study.design.roundCount(armCount: study.arms.count), label: label,
            after: drawn)
        var writer = RowWriter(
            reader: reader, casesPerSession: study.design.casesPerSession, after: drawn)
        for round in rounds.all {
            for part in rounds.parts(of: round, &random) {
                for block in blocks(
                    of: part, in: round, arms, after: writer.lastParticipant, &random)
                {
                    let sequence = try Arrangement.sequence(
                        block, after: writer.lastParticipant, &random)
                    writer.add(
                        sequence.map { one in
                            PlannedRead(
                                studyCase: one, arms: arms[one.participant]?[round.place] ?? [],
                                occasion: part.repeated.contains(one.id) ? 2 : 1)
                        }, opensOnDay: part.opensOnDay)
                }
            }
        }
        return writer.rows
    }

    /// The cases that share sessions: all of a part, or those of one arm where the design keeps arms in blocks.
    ///
    /// The blocks are in random order, but for a first one that is mostly of the participant `last`: it changes
    /// places with the next that is not.
    private func blocks(
        of part: Rounds.Part, in round: Rounds.Round, _ arms: [ParticipantID: [[ArmID]]],
        after last: ParticipantID?, _ random: inout SeededRandom
    ) -> [[StudyCase]] {
        guard study.design.armBlocks == true else { return [part.cases] }
        let order = random.shuffled(study.arms.map(\.id))
        var blocks = order.map { arm in
            part.cases.filter { arms[$0.participant]?[round.place].first == arm }
        }.filter { !$0.isEmpty }
        let first = blocks.firstIndex { block in
            2 * block.count { $0.participant == last } <= block.count
        }
        blocks.swapAt(0, first ?? 0)
        return blocks
    }
}

import ReaderStudies

/// What every drawn order must keep, checked without the program's code.
struct OrderRules {
    let study: ReaderStudy
    let cases: [StudyCase]
    /// Whether the rows were drawn in two parts: each part is balanced by itself.
    let isExtended: Bool
    private var design: Design { study.design }

    init(_ made: GeneratedStudy, isExtended: Bool = false) {
        study = made.study
        cases = made.cases
        self.isExtended = isExtended
    }

    /// What `rows` break, in words; nothing when they keep all.
    func problems(_ rows: [ReadingOrderRow]) -> [String] {
        let byReader = Dictionary(grouping: rows, by: \.read.reader)
        var problems = Set(rows.map(\.read)).count == rows.count ? [] : ["a read is drawn twice"]
        for (reader, rows) in byReader {
            let own = rows.sorted { $0.position < $1.position }
            if own.map(\.position) != Array(1...own.count) { problems.append("positions") }
            problems +=
                sessions(own) + steps(own) + neighbours(own) + distances(own) + firsts(own)
                + repeats(own)
            problems += reads(own, reader)
        }
        return problems + shares(byReader)
    }

    private func sessions(_ own: [ReadingOrderRow]) -> [String] {
        let sessions = Dictionary(grouping: own, by: \.session)
        var problems: [String] = []
        if Set(sessions.keys) != Set(1...sessions.count) { problems.append("session numbers") }
        if own.map(\.session) != own.map(\.session).sorted() { problems.append("session order") }
        for session in sessions.values {
            if session.count(where: { $0.step == 1 }) > design.casesPerSession {
                problems.append("a session is too large")
            }
            if Set(session.map(\.opensOnDay)).count > 1 { problems.append("a session of two days") }
            let arms = Dictionary(grouping: session, by: \.participant).values
                .contains { Set($0.map(\.read.arm)).count > 1 }
            if arms, design.kind != .sequential { problems.append("two arms in one session") }
            let isMixed = Set(session.map(\.read.arm)).count > 1
            if isMixed, design.armBlocks == true { problems.append("a block of two arms") }
        }
        return problems
    }

    /// The steps of a read stand together, in the file's order.
    private func steps(_ own: [ReadingOrderRow]) -> [String] {
        let arms = study.arms.map(\.id)
        guard design.kind == .sequential else {
            return own.allSatisfy { $0.step == 1 } ? [] : ["a step where there are none"]
        }
        let isRight = own.enumerated().allSatisfy { place, row in
            let first = own[place - place % arms.count]
            return row.step == place % arms.count + 1 && row.read.arm == arms[row.step - 1]
                && row.read.caseID == first.read.caseID && row.session == first.session
                && row.read.occasion == first.read.occasion
        }
        return isRight ? [] : ["steps"]
    }

    /// No participant follows itself, save at the start of a session that at least half is of this participant.
    private func neighbours(_ own: [ReadingOrderRow]) -> [String] {
        let firsts = own.filter { $0.step == 1 }
        let sessions = Dictionary(grouping: firsts, by: \.session)
        return zip(firsts, firsts.dropFirst()).compactMap { one, next in
            guard one.participant == next.participant else { return nil }
            let session = sessions[next.session] ?? []
            let count = session.count { $0.participant == next.participant }
            let mustLead = one.session != next.session && 2 * count >= session.count
            return mustLead ? nil : "\(next.participant) follows itself at \(next.position)"
        }
    }

    /// Two arms of a participant lie a washout apart, examinations and repeats their own lag.
    private func distances(_ own: [ReadingOrderRow]) -> [String] {
        var problems: Set<String> = []
        for rows in Dictionary(grouping: own, by: \.participant).values {
            for (place, one) in rows.enumerated() {
                for other in rows[(place + 1)...] {
                    let days = abs(other.opensOnDay - one.opensOnDay)
                    if days < least(one, other) { problems.insert("\(least(one, other)) days") }
                }
            }
        }
        return problems.sorted()
    }

    private func least(_ one: ReadingOrderRow, _ other: ReadingOrderRow) -> Int {
        guard design.kind == .sequential || one.read.arm == other.read.arm else {
            return design.washoutDays
        }
        let isSame = one.read.caseID == other.read.caseID
        guard isSame else { return design.serialLagDays ?? 0 }
        return one.read.occasion == other.read.occasion ? 0 : design.repeats?.lagDays ?? 0
    }

    /// Each arm comes first for as many participants as any other, give or take one.
    private func firsts(_ own: [ReadingOrderRow]) -> [String] {
        let isBalanced =
            [.crossed, .crossover].contains(design.kind)
            || design.kind == .splitPlot && design.nesting == .blocks
        guard isBalanced, !isExtended else { return [] }
        let firsts = Dictionary(grouping: own, by: \.participant).values.map { $0[0].read.arm }
        let counts = study.arms.map { arm in firsts.count { $0 == arm.id } }
        let spread = (counts.max() ?? 0) - (counts.min() ?? 0)
        return spread <= 1 ? [] : ["first arms \(counts)"]
    }

    /// The share of cases that is read again is read again in every arm, and no other.
    private func repeats(_ own: [ReadingOrderRow]) -> [String] {
        let again = own.filter { $0.read.occasion > 1 }
        guard let repeats = design.repeats else { return again.isEmpty ? [] : ["a repeat"] }
        guard !isExtended else { return [] }
        let count = Set(own.map(\.read.caseID)).count
        let wanted = max(1, (count * repeats.percent + 50) / 100)
        let arms = armsOfCase(own)
        var problems = Set(again.map(\.read.caseID)).count == wanted ? [] : ["number of repeats"]
        if again.count != wanted * arms { problems.append("repeats in every arm") }
        return problems
    }

    private func armsOfCase(_ own: [ReadingOrderRow]) -> Int {
        Set(own.filter { $0.read.caseID == own[0].read.caseID }.map(\.read.arm)).count
    }

    /// Every case of the reader is read once in each of its arms.
    private func reads(_ own: [ReadingOrderRow], _ reader: ReaderID) -> [String] {
        let byCase = Dictionary(grouping: own.filter { $0.read.occasion == 1 }, by: \.read.caseID)
        let arms = Set(byCase.values.map { Set($0.map(\.read.arm)).count })
        let wanted: Set<Int> =
            switch (design.kind, design.nesting) {
            case (.single, _), (.adjudicated, _), (.splitPlot, .readers?), (.splitPlot, .cases?):
                [1]
            default: [study.arms.count]
            }
        let participants = Dictionary(grouping: own, by: \.participant).values
        let mixed = wanted == [1] && participants.contains { Set($0.map(\.read.arm)).count > 1 }
        return (arms == wanted ? [] : ["arms of \(reader)"]) + (mixed ? ["two arms"] : [])
    }

    /// Who reads what: all, a pair of readers for each case, or what a split-plot divides.
    private func shares(_ byReader: [ReaderID: [ReadingOrderRow]]) -> [String] {
        var readers: [CaseID: Set<ReaderID>] = [:]
        for (reader, rows) in byReader {
            for row in rows { readers[row.read.caseID, default: []].insert(reader) }
        }
        let counts = study.readers.map { reader in
            Set((byReader[reader] ?? []).map(\.read.caseID)).count
        }
        let spread = (counts.max() ?? 0) - (counts.min() ?? 0)
        var problems = readers.count == cases.count ? [] : ["a case is read by nobody"]
        switch (design.kind, design.nesting) {
        case (.adjudicated, _):
            if readers.values.contains(where: { $0.count != 2 }) {
                problems.append("not two readers")
            }
            if !isExtended, spread > 1 { problems.append("shares \(counts)") }
        case (.splitPlot, .blocks?): break
        default: if spread > 0 { problems.append("shares \(counts)") }
        }
        return problems + groups(byReader)
    }

    private func groups(_ byReader: [ReaderID: [ReadingOrderRow]]) -> [String] {
        guard design.kind == .splitPlot else { return [] }
        let rows = byReader.values.flatMap(\.self)
        switch design.nesting {
        case .readers?:
            let arms = study.readers.compactMap { byReader[$0]?.first?.read.arm }
            return isEven(arms.map(\.rawValue), of: study.arms.count) ? [] : ["readers \(arms)"]
        case .cases?:
            let arms = Dictionary(grouping: rows, by: \.participant).values
                .map { Set($0.map(\.read.arm)) }
            if arms.contains(where: { $0.count > 1 }) { return ["a participant in two arms"] }
            return isExtended
                || isEven(arms.compactMap(\.first?.rawValue), of: study.arms.count)
                ? [] : ["arms of participants"]
        default: return []
        }
    }

    private func isEven(_ words: [String], of groups: Int) -> Bool {
        var counts = Dictionary(grouping: words, by: \.self).values.map(\.count)
        if counts.count < groups { counts.append(0) }
        return (counts.max() ?? 0) - (counts.min() ?? 0) <= 1
    }
}

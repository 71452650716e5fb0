import ReaderStudies
import StudyDesigns
import Testing

@Suite struct OrderDrawingTests {
    static let seeds: [UInt64] = [0, 1, 20_260_601, 0xFFFF_FFFF_FFFF_FFFF]

    static func study(
        _ kind: DesignKind = .crossover, arms: [ArmID] = ["T1w", "sCT", "CT"],
        readers: [ReaderID] = ["R1", "R2", "R3"], seed: UInt64 = 1, casesPerSession: Int = 5
    ) -> ReaderStudy {
        ReaderStudy(
            id: "s", title: "S", instruments: [],
            arms: arms.map { Arm(id: $0, label: $0.rawValue, series: [SeriesRule()]) },
            design: Design(
                kind: kind, washoutDays: 28, seed: seed, casesPerSession: casesPerSession),
            readers: readers)
    }

    /// `participants` of which every third has two time points.
    static func cases(_ participants: Int) -> [StudyCase] {
        (1...participants).flatMap { number -> [StudyCase] in
            let participant = ParticipantID("P\(number)")
            let points = number % 3 == 0 ? ["a", "b"] : ["a"]
            return points.map { StudyCase(id: CaseID("P\(number)\($0)"), participant: participant) }
        }
    }

    @Test(arguments: seeds, [DesignKind.crossover, .crossed])
    func `every reader reads every case once in every arm`(
        seed: UInt64, kind: DesignKind
    ) throws {
        let cases = Self.cases(11)
        let study = Self.study(kind, seed: seed)

        let rows = try OrderDrawing(study: study, cases: cases).rows()

        #expect(Set(rows.map(\.read)).count == rows.count)
        #expect(rows.count == cases.count * 3 * 3)
        for reader in study.readers {
            let own = rows.filter { $0.read.reader == reader }
            #expect(own.map(\.position) == Array(1...own.count))
        }
    }

    @Test(arguments: seeds, [DesignKind.crossover, .crossed])
    func `two arms of a participant never share a session and are a washout apart`(
        seed: UInt64, kind: DesignKind
    ) throws {
        let rows = try OrderDrawing(
            study: Self.study(kind, seed: seed), cases: Self.cases(11)
        ).rows()

        for own in Dictionary(grouping: rows, by: { Pair($0.read.reader, $0.participant) }).values {
            for (one, other) in own.pairs where one.read.arm != other.read.arm {
                #expect(one.session != other.session)
                #expect(abs(one.opensOnDay - other.opensOnDay) >= 28)
            }
        }
    }

    @Test(arguments: seeds, [DesignKind.crossover, .crossed])
    func `no participant follows itself and no session is too large`(
        seed: UInt64, kind: DesignKind
    ) throws {
        let rows = try OrderDrawing(
            study: Self.study(kind, seed: seed), cases: Self.cases(11)
        ).rows()

        for own in Dictionary(grouping: rows, by: \.read.reader).values {
            for (one, next) in zip(own, own.dropFirst()) {
                #expect(one.participant != next.participant)
                #expect(next.session - one.session == 0 || next.session - one.session == 1)
            }
            for session in Dictionary(grouping: own, by: \.session).values {
                #expect(session.count <= 5)
            }
        }
    }

    @Test(arguments: seeds, [DesignKind.crossover, .crossed])
    func `starting arms are balanced for each reader`(seed: UInt64, kind: DesignKind) throws {
        let rows = try OrderDrawing(
            study: Self.study(kind, seed: seed), cases: Self.cases(12)
        ).rows()

        for own in Dictionary(grouping: rows, by: \.read.reader).values {
            let firsts = Dictionary(grouping: own, by: \.participant).values
                .compactMap { $0.min { $0.position < $1.position }?.read.arm }
            let counts = Dictionary(grouping: firsts, by: \.self).mapValues(\.count)
            #expect(counts.values.sorted() == [4, 4, 4], "\(counts)")
        }
    }

    @Test(arguments: seeds)
    func `in a crossover a participant starts in another arm with each reader`(
        seed: UInt64
    ) throws {
        let rows = try OrderDrawing(
            study: Self.study(seed: seed), cases: Self.cases(12)
        ).rows()

        for own in Dictionary(grouping: rows, by: \.participant).values {
            let firsts = Dictionary(grouping: own, by: \.read.reader).values
                .compactMap { $0.min { $0.position < $1.position }?.read.arm }
            #expect(Set(firsts).count == 3)
        }
    }

    @Test(arguments: seeds) func `readers meet the cases in different orders`(seed: UInt64) throws {
        let rows = try OrderDrawing(
            study: Self.study(seed: seed), cases: Self.cases(12)
        ).rows()

        let orders = Dictionary(grouping: rows, by: \.read.reader).values
            .map { $0.prefix(16).map(\.read.caseID) }

        #expect(Set(orders).count == 3)
    }

    @Test func `the same seed draws the same order and another seed another`() throws {
        let cases = Self.cases(12)

        let first = try OrderDrawing(study: Self.study(seed: 4), cases: cases).rows()
        let again = try OrderDrawing(study: Self.study(seed: 4), cases: cases).rows()
        let other = try OrderDrawing(study: Self.study(seed: 5), cases: cases).rows()

        #expect(first == again)
        #expect(first != other)
    }

    /// Guards released studies: a change of the algorithm would show here.
    @Test func `the order of a small study is the one drawn since the first version`() throws {
        let study = Self.study(
            arms: ["T1w", "CT"], readers: ["R1", "R2"], seed: 20_260_601, casesPerSession: 2)

        let rows = try OrderDrawing(
            study: study, cases: ["C1", "C2", "C3"].map { StudyCase(id: $0) }
        ).rows()

        #expect(rows.map(\.line) == Self.released)
    }

    @Test func `added cases come after all others and move none`() throws {
        let study = Self.study()
        let before = try OrderDrawing(study: study, cases: Self.cases(6)).rows()

        let added = try OrderDrawing(study: study, cases: Self.cases(9)).rows(after: before)

        #expect(Set(added.map(\.read.caseID)).isDisjoint(with: before.map(\.read.caseID)))
        for reader in study.readers {
            let last = before.filter { $0.read.reader == reader }
            let new = added.filter { $0.read.reader == reader }
            #expect(new.map(\.position) == Array(last.count + 1...last.count + new.count))
            #expect(new.allSatisfy { $0.session > last.map(\.session).max() ?? 0 })
        }
    }

    @Test func `a reader who joins draws an own order and changes no other`() throws {
        let cases = Self.cases(6)
        let two = Self.study(readers: ["R1", "R2"])
        let before = try OrderDrawing(study: two, cases: cases).rows()

        let added = try OrderDrawing(study: Self.study(), cases: cases).rows(after: before)

        #expect(Set(added.map(\.read.reader)) == ["R3"])
        #expect(added.count == cases.count * 3)
    }

    @Test func `a single read of each case takes one session after another in one arm`() throws {
        let study = Self.study(.single, arms: ["CT"], readers: ["R1"], casesPerSession: 4)

        let rows = try OrderDrawing(study: study, cases: Self.cases(5)).rows()

        #expect(rows.map(\.session) == [1, 1, 1, 2, 2, 2])
        #expect(rows.allSatisfy { $0.opensOnDay == 0 })
    }

    @Test func `what cannot be drawn is refused with a sentence`() {
        let one = [StudyCase(id: "C1")]
        let twins = ["C1", "C2", "C3"].map { StudyCase(id: $0, participant: "P1") }

        #expect(throws: DesignError.noCases) {
            _ = try OrderDrawing(study: Self.study(), cases: [])
        }
        #expect(throws: DesignError.noReaders) {
            _ = try OrderDrawing(study: Self.study(readers: []), cases: one)
        }
        #expect(throws: DesignError.noArms) {
            _ = try OrderDrawing(study: Self.study(arms: []), cases: one)
        }
        #expect(throws: DesignError.contradiction(DesignProblem.all(of: Self.study(.single))[0])) {
            _ = try OrderDrawing(study: Self.study(.single), cases: one)
        }
        #expect(throws: DesignError.caseTwice("C1")) {
            _ = try OrderDrawing(study: Self.study(), cases: one + one)
        }
        #expect(throws: DesignError.tooManyOfOne("P1", cases: 3, of: 3)) {
            _ = try OrderDrawing(study: Self.study(), cases: twins).rows()
        }
        #expect(DesignError.noCases.sentence.contains("Import cases"))
    }

    private static let released = [
        "R1 1 1 C3 T1w 0", "R1 2 1 C1 CT 0", "R1 3 2 C2 CT 0",
        "R1 4 3 C3 CT 28", "R1 5 3 C1 T1w 28", "R1 6 4 C2 T1w 28",
        "R2 1 1 C2 T1w 0", "R2 2 1 C1 T1w 0", "R2 3 2 C3 CT 0",
        "R2 4 3 C1 CT 28", "R2 5 3 C2 CT 28", "R2 6 4 C3 T1w 28",
    ]
}

/// A reader and a participant.
private struct Pair: Hashable {
    let reader: ReaderID
    let participant: ParticipantID

    init(_ reader: ReaderID, _ participant: ParticipantID) {
        self.reader = reader
        self.participant = participant
    }
}

extension Array {
    /// Every two different elements, once.
    fileprivate var pairs: [(Element, Element)] {
        indices.flatMap { one in indices[(one + 1)...].map { (self[one], self[$0]) } }
    }
}

extension ReadingOrderRow {
    fileprivate var line: String {
        "\(read.reader) \(position) \(session) \(read.caseID) \(read.arm) \(opensOnDay)"
    }
}

import Foundation
import ReaderStudies
import StudyDesigns
import Testing

/// Every schedule keeps every constraint, or the study is refused for a reason that is true.
@Suite struct OrderPropertyTests {
    /// How many studies are generated; `make endure` asks for 10,000.
    static let count =
        ProcessInfo.processInfo.environment["READINGROOM_STUDIES"].flatMap(Int.init) ?? 300

    @Test func `generated studies keep every constraint or are refused for a true reason`() throws {
        var refused = 0
        for seed in 0..<UInt64(Self.count) {
            let made = GeneratedStudy(seed: seed)
            do throws(DesignError) {
                let drawing = try OrderDrawing(study: made.study, cases: made.cases)
                let rows = try drawing.rows()
                check(rows, made, seed)
                #expect(try drawing.rows() == rows, "seed \(seed): drawn twice")
            } catch {
                refused += 1
                check(error, made, seed)
            }
        }
        #expect(refused > 0 && refused < Self.count / 2, "\(refused) studies were refused")
    }

    @Test func `cases that come later move none and keep the constraints among themselves`() throws
    {
        for seed in 0..<UInt64(Self.count / 3) {
            let made = GeneratedStudy(seed: seed)
            let early = Array(made.cases.prefix(made.cases.count / 2))
            guard let first = try? OrderDrawing(study: made.study, cases: early).rows(),
                let added = try? OrderDrawing(study: made.study, cases: made.cases)
                    .rows(after: first)
            else { continue }

            let late = Set(made.cases.dropFirst(early.count).map(\.id))
            #expect(added.allSatisfy { late.contains($0.read.caseID) }, "seed \(seed)")
            checkOnce(first + added, made, seed)
            for own in byReader(first + added) {
                #expect(own.map(\.position) == Array(1...own.count), "seed \(seed)")
            }
        }
    }

    // MARK: The constraints

    private func check(_ rows: [ReadingOrderRow], _ made: GeneratedStudy, _ seed: UInt64) {
        checkOnce(rows, made, seed)
        for own in byReader(rows) {
            #expect(own.map(\.position) == Array(1...own.count), "seed \(seed)")
            checkSessions(own, made, seed)
            checkNeighbours(own, made, seed)
            checkParticipants(own, made, seed)
        }
    }

    /// Every reader reads every case once in every arm.
    private func checkOnce(_ rows: [ReadingOrderRow], _ made: GeneratedStudy, _ seed: UInt64) {
        let study = made.study
        let reads = Set(rows.map(\.read))
        #expect(reads.count == rows.count, "seed \(seed): a read is drawn twice")
        #expect(
            rows.count == study.readers.count * study.arms.count * made.cases.count,
            "seed \(seed)")
    }

    /// Sessions are numbered without a gap, and none is larger than allowed or opens on two days.
    private func checkSessions(_ own: [ReadingOrderRow], _ made: GeneratedStudy, _ seed: UInt64) {
        var last = 0
        for session in Dictionary(grouping: own, by: \.session).sorted(by: { $0.key < $1.key }) {
            #expect(session.key == last + 1, "seed \(seed)")
            #expect(session.value.count <= made.study.design.casesPerSession, "seed \(seed)")
            #expect(Set(session.value.map(\.opensOnDay)).count == 1, "seed \(seed)")
            last = session.key
        }
    }

    /// No participant follows itself within a round of one arm each; between rounds only one that must.
    private func checkNeighbours(_ own: [ReadingOrderRow], _ made: GeneratedStudy, _ seed: UInt64) {
        let round = made.cases.count
        let counts = Dictionary(grouping: made.cases, by: \.participant).mapValues(\.count)
        for (one, next) in zip(own, own.dropFirst()) where one.participant == next.participant {
            let mustLead = 2 * (counts[one.participant] ?? 0) > round
            #expect(one.position % round == 0 && mustLead, "seed \(seed), position \(one.position)")
        }
    }

    /// Two arms of a participant lie in different sessions and a washout apart, and first arms are balanced.
    private func checkParticipants(
        _ own: [ReadingOrderRow], _ made: GeneratedStudy, _ seed: UInt64
    ) {
        var firsts: [ArmID: Int] = [:]
        for rows in Dictionary(grouping: own, by: \.participant).values {
            let byArm = Dictionary(grouping: rows, by: \.read.arm)
            let days = byArm.values.map { Set($0.map(\.opensOnDay)) }
            #expect(days.allSatisfy { $0.count == 1 }, "seed \(seed)")
            let sorted = days.compactMap(\.first).sorted()
            for (one, next) in zip(sorted, sorted.dropFirst()) {
                #expect(next - one >= made.study.design.washoutDays, "seed \(seed)")
            }
            let sessions = byArm.values.map { Set($0.map(\.session)) }
            #expect(
                sessions.reduce(0) { $0 + $1.count } == Set(rows.map(\.session)).count,
                "seed \(seed): two arms in one session")
            if let first = rows.min(by: { $0.position < $1.position }) {
                firsts[first.read.arm, default: 0] += 1
            }
        }
        let starts = made.study.arms.map { firsts[$0.id] ?? 0 }
        let spread = (starts.max() ?? 0) - (starts.min() ?? 0)
        #expect(spread <= 1, "seed \(seed): first arms \(starts)")
    }

    /// The only reason is a participant with more than half of the cases.
    private func check(_ error: DesignError, _ made: GeneratedStudy, _ seed: UInt64) {
        guard case .tooManyOfOne(let participant, let cases, let all) = error else {
            Issue.record("seed \(seed): \(error.sentence)")
            return
        }
        let own = made.cases.count { $0.participant == participant }
        #expect(own == cases && all == made.cases.count, "seed \(seed)")
        #expect(own > (all + 1) / 2, "seed \(seed)")
    }

    private func byReader(_ rows: [ReadingOrderRow]) -> [[ReadingOrderRow]] {
        Dictionary(grouping: rows, by: \.read.reader).values.map { own in
            own.sorted { $0.position < $1.position }
        }
    }
}

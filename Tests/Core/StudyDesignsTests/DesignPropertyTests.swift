import ReaderStudies
import StudyDesigns
import Testing

/// Every schedule of every design keeps every constraint, or the study is refused for a reason that is true.
@Suite struct DesignPropertyTests {
    /// How many studies are generated; `make endure` asks for 10,000.
    static let count = OrderPropertyTests.count

    @Test func `studies of every design keep every constraint or are refused for a true reason`() {
        var drawn: Set<DesignKind> = []
        for seed in 0..<UInt64(Self.count) {
            let made = GeneratedStudy.ofAnyDesign(seed: seed)
            do throws(DesignError) {
                let drawing = try OrderDrawing(study: made.study, cases: made.cases)
                let rows = try drawing.rows()
                #expect(OrderRules(made).problems(rows) == [], "seed \(seed)")
                #expect(try drawing.rows() == rows, "seed \(seed): drawn twice")
                drawn.insert(made.study.design.kind)
            } catch {
                #expect(isTrue(error, made), "seed \(seed): \(error.sentence)")
            }
        }
        #expect(drawn == Set(DesignKind.allCases))
    }

    @Test func `cases and readers that come later move none and keep every constraint with all`() {
        for seed in 0..<UInt64(Self.count / 3) {
            let made = GeneratedStudy.ofAnyDesign(seed: seed)
            var early = made.study
            early.readers = Array(early.readers.prefix(max(1, early.readers.count - 1)))
            let cases = Array(made.cases.prefix((made.cases.count + 1) / 2))
            guard let first = try? OrderDrawing(study: early, cases: cases).rows(),
                let added = try? OrderDrawing(study: made.study, cases: made.cases)
                    .rows(after: first)
            else { continue }

            #expect(
                OrderRules(made, isExtended: true).problems(first + added) == [], "seed \(seed)")
        }
    }

    @Test func `with one case a session the order is the same, so that nobody follows themselves`()
    {
        for seed in 0..<UInt64(Self.count / 3) {
            let made = GeneratedStudy.ofAnyDesign(seed: seed)
            let whole = made.capped(at: 1000)
            let single = made.capped(at: 1)
            guard let order = try? OrderDrawing(study: whole.study, cases: made.cases).rows(),
                let alone = try? OrderDrawing(study: single.study, cases: made.cases).rows()
            else { continue }

            // In one session a part the rules see every neighbour; cutting it up must move none of them.
            #expect(OrderRules(whole).problems(order) == [], "seed \(seed)")
            #expect(alone.map(\.read) == order.map(\.read), "seed \(seed)")
            #expect(alone.map(\.position) == order.map(\.position), "seed \(seed)")
            let sessions = Dictionary(grouping: alone.filter { $0.step == 1 }) {
                "\($0.read.reader) \($0.session)"
            }
            #expect(sessions.values.allSatisfy { $0.count == 1 }, "seed \(seed)")
        }
    }

    private func isTrue(_ error: DesignError, _ made: GeneratedStudy) -> Bool {
        switch error {
        case .contradiction(let problem): DesignProblem.all(of: made.study).contains(problem)
        case .tooManyOfOne(let participant, let cases, let all):
            cases <= made.cases.count { $0.participant == participant } && cases > (all + 1) / 2
        default: false
        }
    }
}

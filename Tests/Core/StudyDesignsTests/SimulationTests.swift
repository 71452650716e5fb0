import ReaderStudies
import StudyDesigns
import Testing

@Suite struct SimulationTests {
    private func simulation(
        _ study: ReaderStudy, participants: Int, perWeek: Int
    ) throws -> Simulation {
        let cases = (1...participants).map { StudyCase(id: CaseID("C\($0)")) }
        let rows = try OrderDrawing(study: study, cases: cases).rows()
        return Simulation(rows: rows, design: study.design, sessionsPerWeek: perWeek)
    }

    @Test func `sessions of one arm follow each other at equal distances`() throws {
        let study = OrderDrawingTests.study(.single, arms: ["CT"], readers: ["R1"])

        let made = try simulation(study, participants: 20, perWeek: 2)

        #expect(made.sessions.map(\.day) == [0, 3, 7, 10])
        #expect(made.sessions.map(\.rows.count) == [5, 5, 5, 5])
        #expect(made.days == 11)
    }

    @Test func `the second arm waits a washout after the session of the first, not after its plan`()
        throws
    {
        let study = OrderDrawingTests.study(arms: ["MR", "CT"], readers: ["R1"])

        let made = try simulation(study, participants: 10, perWeek: 1)

        // Two sessions on days 0 and 7; every second session mixes participants of both.
        #expect(made.sessions.map(\.day).prefix(2) == [0, 7])
        let seconds = made.sessions.dropFirst(2)
        #expect(seconds.allSatisfy { $0.day >= 28 && $0.day <= 49 })
        for session in seconds {
            for row in session.rows {
                let first = made.sessions.prefix(2).first { earlier in
                    earlier.rows.contains { $0.participant == row.participant }
                }
                #expect(session.day - (first?.day ?? 0) >= 28)
            }
        }
    }

    @Test func `generated studies are simulated with no session before its rows are open`() throws {
        for seed in 0..<UInt64(40) {
            let made = GeneratedStudy.ofAnyDesign(seed: seed)
            guard let rows = try? OrderDrawing(study: made.study, cases: made.cases).rows() else {
                continue
            }
            let simulation = Simulation(
                rows: rows, design: made.study.design, sessionsPerWeek: 1 + Int(seed % 7))

            #expect(simulation.sessions.reduce(0) { $0 + $1.rows.count } == rows.count)
            for own in Dictionary(grouping: simulation.sessions, by: \.reader).values {
                #expect(own.map(\.day) == own.map(\.day).sorted(), "seed \(seed)")
                #expect(
                    own.allSatisfy { session in
                        session.rows.allSatisfy { $0.opensOnDay <= session.day }
                    })
            }
        }
    }

    @Test func `an adjudicator gets a share of the cases, drawn by seed, behind the readers`()
        throws
    {
        let cases = (1...40).map { StudyCase(id: CaseID("C\($0)")) }
        let study = ReaderStudy(
            id: "s", title: "S", instruments: [],
            arms: [Arm(id: "A", label: "A", series: [SeriesRule()])],
            design: Design(kind: .adjudicated, seed: 5, casesPerSession: 6),
            readers: ["R1", "R2", "R3"], adjudicator: "Z")
        let drawing = try OrderDrawing(study: study, cases: cases)

        let rows = try drawing.expectedAdjudication(percent: 25, opensOnDay: 12)

        #expect(rows.count == 10)
        #expect(Set(rows.map(\.read.caseID)).count == 10)
        #expect(rows.allSatisfy { $0.read.reader == "Z" && $0.opensOnDay == 12 })
        #expect(rows.map(\.position) == Array(1...10))
        #expect(
            rows.map(\.session) == Array(repeating: 1, count: 5) + Array(repeating: 2, count: 5))
        #expect(try drawing.expectedAdjudication(percent: 25, opensOnDay: 12) == rows)
        #expect(
            try drawing.adjudication(of: rows.map(\.read.caseID), after: rows, opensOnDay: 0) == [])
    }
}

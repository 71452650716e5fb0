import Glibc
import ReaderStudies
import StudyDesigns

/// Times the drawing of a large study's reading order.
enum OrderBenchmark {
    private static let readers = 50
    private static let participants = 800
    private static let cases = 1000
    private static let limitSeconds = 2.0

    /// Draws the order and prints the seconds; exits 1 when it takes too long.
    static func run() throws {
        let drawing = try OrderDrawing(study: study, cases: studyCases)
        let clock = ContinuousClock()
        var rows = 0
        let time = try clock.measure { rows = try drawing.rows().count }
        let seconds = time / .seconds(1)
        print(
            "reading order of \(readers) readers, \(cases) cases, 3 arms: \(rows) rows in "
                + "\(Columns.fixed(seconds)) s (must be under \(Columns.fixed(limitSeconds)))"
        )
        if seconds >= limitSeconds { exit(1) }
    }

    private static var study: ReaderStudy {
        ReaderStudy(
            id: "bench", title: "Bench", instruments: [],
            arms: ["A", "B", "C"].map { Arm(id: $0, label: "L", series: [SeriesRule()]) },
            design: Design(kind: .crossover, washoutDays: 28, seed: 1, casesPerSession: 20),
            readers: (1...readers).map { ReaderID("R\($0)") })
    }

    private static var studyCases: [StudyCase] {
        (1...cases).map { number in
            StudyCase(
                id: CaseID("C\(number)"), participant: ParticipantID("P\(number % participants)"))
        }
    }
}

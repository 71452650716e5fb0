import ReaderStudies

/// A study of three readers and three arms in its middle, with everything that the board can show.
enum SampleOverview {
    /// 2026-11-22, a Sunday.
    static let today = 20_779

    static let running: StudyOverview = {
        var overview = StudyOverview(
            study: "sij-sct", title: "Synthetic CT of the sacroiliac joints",
            readers: ["R1", "R2", "R3"], arms: ["T1w", "sCT", "CT"],
            at: UTCInstant(milliseconds: today * 86_400_000 + 50_712_000))
        overview.lines = [
            line("R1", "T1w", signed: 30, medianMS: 252_000),
            line("R1", "sCT", signed: 12, begun: 1, open: 4, waiting: 13, medianMS: 198_500),
            line("R1", "CT", waiting: 30),
            line("R2", "T1w", signed: 21, open: 7, withdrawn: 2, overdue: 7, medianMS: 761_000),
            line("R2", "sCT", waiting: 30),
            line("R2", "CT", signed: 3, open: 5, waiting: 22, medianMS: 59_900),
            line("R3", "T1w", waiting: 30), line("R3", "sCT", open: 10, waiting: 20),
            line("R3", "CT", waiting: 30),
        ]
        overview.openings = [
            today + 1: ["R1": 8, "R3": 10], today + 7: ["R1": 5], today + 8: ["R2": 22],
            today + 28: ["R1": 30, "R2": 30], today + 56: ["R3": 70],
        ]
        overview.deviations = [
            "2026-11-03, event 812: R1, case C04, arm CT: opened early. R1 is on leave in December, and the ethics board agreed to it.",
            "2026-11-09, event 1207: Case C17 was withdrawn. Consent was taken back.",
            "2026-11-20, event 1655: The last of 2 refused requests of R3.",
        ]
        return overview
    }()

    /// A line whose planned rows are all that are counted.
    static func line(
        _ reader: ReaderID, _ arm: ArmID, signed: Int = 0, begun: Int = 0, open: Int = 0,
        waiting: Int = 0, withdrawn: Int = 0, overdue: Int = 0, medianMS: Int? = nil
    ) -> StudyOverview.Line {
        var line = StudyOverview.Line(reader: reader, arm: arm)
        line.planned = signed + begun + open + waiting + withdrawn
        (line.signed, line.drafts, line.open) = (signed, begun, open)
        (line.waiting, line.withdrawn, line.overdue) = (waiting, withdrawn, overdue)
        line.medianActiveMS = medianMS
        return line
    }
}

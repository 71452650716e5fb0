import ReaderStudies
import TerminalUI

/// The page of the board: cases by reader and arm, the same in numbers, openings by week, deviations.
struct BoardPage {
    let overview: StudyOverview
    /// Cells of a line.
    let width: Int

    var lines: [BoardLine] {
        cases + [.blank] + numbers + [.blank] + openings + [.blank] + deviations
    }

    /// Readers who have a row, in the study's order.
    private var readers: [ReaderID] {
        overview.readers.filter { reader in overview.lines.contains { $0.reader == reader } }
    }

    private func line(_ reader: ReaderID, _ arm: ArmID) -> StudyOverview.Line? {
        overview.lines.first { $0.reader == reader && $0.arm == arm }
    }

    // MARK: Cases by reader and arm

    private var cases: [BoardLine] {
        let legend = ReadStanding.allCases.flatMap { kind in
            [
                BoardSpan("\(kind.sign.character)", role: kind.sign.role),
                BoardSpan(" \(kind == .signed ? signedWord : kind.caption)   ", role: .dim),
            ]
        }
        let table = BoardTable(fixed: [readerColumn(readers)], columns: overview.arms.map(bars))
        return [.heading("cases", "signed of planned, by reader and arm")]
            + table.lines(width: width) + [BoardLine(spans: legend)]
    }

    private var signedWord: String { overview.isLocked ? "signed and locked" : "signed" }

    private func bars(of arm: ArmID) -> BoardTable.Column {
        BoardTable.Column(
            heading: arm.rawValue, align: .leading,
            cells: readers.map { reader in
                guard let line = line(reader, arm) else { return [] }
                let count = "\(line.signed)/\(line.planned)"
                return ReadsBar.spans(line, width: barWidth) + [BoardSpan(" \(count)")]
                    + (line.overdue > 0
                        ? [BoardSpan(" \(Sign.attention.character)late", role: .attention)] : [])
            })
    }

    /// The bars of all arms beside each other where they get ten cells; else a screen's width for each.
    private var barWidth: Int {
        let names = readers.map { DisplayWidth.of($0.rawValue) }.reduce(6, max)
        let counts = overview.lines.map { "\($0.signed)/\($0.planned)".count }.max() ?? 0
        let late = overview.lines.contains { $0.overdue > 0 } ? 6 : 0
        let arms = max(1, overview.arms.count)
        let beside = (width - names) / arms - 2 - counts - 1 - late
        return max(10, min(beside, 60))
    }

    private func readerColumn(_ names: [ReaderID]) -> BoardTable.Column {
        BoardTable.Column(
            heading: "reader", align: .leading, cells: names.map { [BoardSpan($0.rawValue)] })
    }

    // MARK: The same in numbers

    private var numbers: [BoardLine] {
        let arms = BoardTable.Column(
            heading: "arm", align: .leading,
            cells: overview.lines.map { [BoardSpan($0.arm.rawValue)] })
        let lines = overview.lines
        let table = BoardTable(
            fixed: [readerColumn(lines.map(\.reader)), arms],
            columns: [
                counts("planned", \.planned), counts("waiting", \.waiting), counts("open", \.open),
                counts("begun", \.drafts),
                counts(overview.isLocked ? "locked" : "signed", \.signed),
                counts("withdrawn", \.withdrawn), counts("overdue", \.overdue, .attention),
                column("median", lines.map { $0.medianActiveMS.map(Self.minutes) }),
            ], gap: width < 90 ? 1 : 3)
        return [.heading("reads", "median: active minutes and seconds of a signed read")]
            + table.lines(width: width)
    }

    /// A column of counts; 0 is quiet, and `role` marks what is above.
    private func counts(
        _ heading: String, _ count: KeyPath<StudyOverview.Line, Int>, _ role: Role = .text
    ) -> BoardTable.Column {
        BoardTable.Column(
            heading: heading,
            cells: overview.lines.map { line in
                let number = line[keyPath: count]
                let sign = role == .attention && number > 0 ? "\(Sign.attention.character) " : ""
                return [BoardSpan("\(sign)\(number)", role: number == 0 ? .dim : role)]
            })
    }

    private func column(_ heading: String, _ texts: [String?]) -> BoardTable.Column {
        BoardTable.Column(
            heading: heading,
            cells: texts.map { text in
                [
                    text.map { BoardSpan($0) }
                        ?? BoardSpan("\(Sign.notAnswered.character)", role: .dim)
                ]
            })
    }

    /// `12:41` for 761,000 ms.
    static func minutes(_ milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    }

    // MARK: Openings by week

    private var openings: [BoardLine] {
        let heading = BoardLine.heading("openings", "reads that open in the week from Monday")
        guard !overview.openings.isEmpty else {
            return [heading, BoardLine(spans: [BoardSpan("Nothing waits for a later day.")])]
        }
        let weeks = Dictionary(grouping: overview.openings) { Self.monday(of: $0.key) }
        let waiting = readers.filter { reader in
            overview.openings.values.contains { $0[reader] != nil }
        }
        let columns = weeks.sorted { $0.key < $1.key }.map { monday, days in
            column(
                Self.dayAndMonth(monday),
                waiting.map { reader in
                    let count = days.reduce(0) { $0 + ($1.value[reader] ?? 0) }
                    return count == 0 ? nil : "\(count)"
                })
        }
        return [heading]
            + BoardTable(fixed: [readerColumn(waiting)], columns: columns).lines(width: width)
    }

    /// The Monday of a day's week; 1970-01-01 was a Thursday.
    static func monday(of day: Int) -> Int { day - (day + 3) % 7 }

    /// `23 Nov`.
    static func dayAndMonth(_ day: Int) -> String {
        let words = UTCInstant(day: day).dayText.split(separator: " ")
        return words.enumerated().map { $0 == 0 ? String($1) : String($1.prefix(3)) }
            .joined(separator: " ")
    }

    // MARK: Deviations

    private var deviations: [BoardLine] {
        let heading = BoardLine.heading("deviations", "what went other than planned, and refusals")
        guard !overview.deviations.isEmpty else {
            return [heading, BoardLine(spans: [BoardSpan("None.")])]
        }
        let mark = "\(Sign.attention.character) "
        return [heading]
            + overview.deviations.flatMap { sentence in
                TextFitting.wrap(sentence, width: width - mark.count).enumerated().map {
                    place, text in
                    BoardLine(spans: [
                        BoardSpan(place == 0 ? mark : "  ", role: .attention), BoardSpan(text),
                    ])
                }
            }
    }
}

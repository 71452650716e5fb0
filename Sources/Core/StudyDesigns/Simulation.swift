import ReaderStudies

/// How reading would go: every session of every reader on the day on which it can be held.
///
/// A reader holds sessions at equal distances, in the drawn order. A session is held on the first of these days on
/// which all of its rows are open, each reader having signed everything of the sessions before.
public struct Simulation: Hashable, Sendable {
    /// A session of one reader.
    public struct Session: Hashable, Sendable {
        /// Who reads.
        public let reader: ReaderID
        /// The session's number, from 1.
        public let number: Int
        /// The day, counted from the first day of reading (day 0).
        public let day: Int
        /// The rows that are read.
        public let rows: [ReadingOrderRow]
    }

    /// Every session, reader by reader.
    public let sessions: [Session]

    /// A simulation of `rows`, of any readers, at `sessionsPerWeek` (1 or more).
    public init(rows: [ReadingOrderRow], design: Design, sessionsPerWeek: Int) {
        precondition(sessionsPerWeek >= 1, "a reader holds sessions, got \(sessionsPerWeek) a week")
        let byReader = Dictionary(grouping: rows, by: \.read.reader)
        sessions = rows.map(\.read.reader).distinct.flatMap { reader in
            Self.sessions(
                of: reader, byReader[reader] ?? [], OpeningRules(design: design), sessionsPerWeek)
        }
    }

    /// The days from the first session to the last, both included; 0 without sessions.
    public var days: Int { (sessions.map(\.day).max() ?? -1) + 1 }

    private static func sessions(
        of reader: ReaderID, _ rows: [ReadingOrderRow], _ rules: OpeningRules, _ perWeek: Int
    ) -> [Session] {
        var seen: [ParticipantID: [Exposure]] = [:]
        var slot = 0
        let sessions = Dictionary(grouping: rows, by: \.session).sorted { $0.key < $1.key }
        return sessions.map { number, rows in
            let opens =
                rows.map { row in
                    seen[row.participant, default: []]
                        .map { rules.openingDay(of: row, after: $0) }
                        .reduce(row.opensOnDay, max)
                }.max() ?? 0
            // The first place n with n × 7 / perWeek, rounded down, on or after the opening.
            slot = max(slot, (opens * perWeek + 6) / 7)
            let day = slot * 7 / perWeek
            slot += 1
            for row in rows {
                seen[row.participant, default: []].removeAll {
                    $0.arm == row.read.arm && $0.caseID == row.read.caseID
                }
                seen[row.participant, default: []].append(
                    Exposure(
                        participant: row.participant, arm: row.read.arm, day: day,
                        caseID: row.read.caseID))
            }
            return Session(reader: reader, number: number, day: day, rows: rows)
        }
    }
}

import ReaderStudies

/// When the rows of one reader's order open, and which is next.
///
/// A row opens on its planned day, and never before every other arm of the participant was last seen
/// `washoutDays` UTC days ago; examinations of one participant and reads that are done again keep their own lag.
/// Days count from 1970-01-01 and begin at 00:00 UTC. A step of a read opens when the step before is signed, and
/// then before everything else.
///
/// A part of the order is enough for what concerns its rows; a step has a step beside it only where both are in it.
public struct Schedule: Sendable {
    /// The reader's rows, by position.
    public let rows: [ReadingOrderRow]
    private let startDay: Int
    private let rules: OpeningRules
    private let exposures: [ParticipantID: [Exposure]]
    /// Whether the read of each row is signed.
    private let isClosed: [Bool]
    private let allowed: Set<ReadKey>

    /// A schedule of `rows` of one reader, drawn first on `startDay`; reads in `closed` are signed, and those in
    /// `allowed` open at once, whatever was seen.
    public init(
        rows: [ReadingOrderRow], startDay: Int, rules: OpeningRules, exposures: [Exposure],
        closed: Set<ReadKey>, allowed: Set<ReadKey> = []
    ) {
        let sorted = rows.sorted { $0.position < $1.position }
        self.rows = sorted
        self.startDay = startDay
        self.rules = rules
        self.exposures = Dictionary(grouping: exposures, by: \.participant)
        isClosed = sorted.map { closed.contains($0.read) }
        self.allowed = allowed
    }

    /// The rows that are not signed.
    public var left: [ReadingOrderRow] { rows.indices.filter { !isClosed[$0] }.map { rows[$0] } }

    /// The day on which `row` was drawn to open.
    public func plannedDay(of row: ReadingOrderRow) -> Int { startDay + row.opensOnDay }

    /// The day on which `row` opens, as things stand; a later step opens on it only when the step before is signed.
    public func openingDay(of row: ReadingOrderRow) -> Int {
        guard !allowed.contains(row.read) else { return startDay }
        return exposures[row.participant, default: []]
            .map { rules.openingDay(of: row, after: $0) }
            .reduce(plannedDay(of: row), max)
    }

    /// The unsigned row to read on `day`: the next step of a read that was begun, or the first by position that
    /// is open.
    public func next(on day: Int) -> ReadingOrderRow? {
        var first: ReadingOrderRow?
        for (place, row) in rows.enumerated() where !isClosed[place] {
            if row.step > 1 {
                if place > 0, isClosed[place - 1], follows(place) { return row }
            } else if first == nil, openingDay(of: row) <= day {
                first = row
            }
        }
        return first
    }

    /// The unsigned rows that are not yet open on `day`.
    public func waiting(on day: Int) -> [ReadingOrderRow] {
        left.filter { openingDay(of: $0) > day }
    }

    /// The day on which the next unsigned row opens; `nil` when none is left.
    public var nextOpeningDay: Int? { left.map(openingDay).min() }

    /// The step of the same read that comes before `row`; `nil` for a first step.
    public func stepBefore(_ row: ReadingOrderRow) -> ReadingOrderRow? {
        guard row.step > 1, let place = place(of: row), place > 0, follows(place) else {
            return nil
        }
        return rows[place - 1]
    }

    /// The step of the same read that comes after `row`; `nil` for the last one. A step that has one is locked
    /// when it is signed: what is revealed next must not change it.
    public func stepAfter(_ row: ReadingOrderRow) -> ReadingOrderRow? {
        guard let place = place(of: row), rows.indices.contains(place + 1),
            rows[place + 1].step == row.step + 1, follows(place + 1)
        else { return nil }
        return rows[place + 1]
    }

    /// Whether nothing is left out between the row at `place` and the one before.
    private func follows(_ place: Int) -> Bool {
        rows[place].position == rows[place - 1].position + 1
    }

    private func place(of row: ReadingOrderRow) -> Int? {
        rows.firstIndex { $0.position == row.position }
    }
}

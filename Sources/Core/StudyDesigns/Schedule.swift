import ReaderStudies

/// When the rows of one reader's order open, and which is next.
///
/// A row opens on its planned day, and never before every other arm of the participant was last seen
/// `washoutDays` UTC days ago. Days count from 1970-01-01 and begin at 00:00 UTC.
public struct Schedule: Sendable {
    /// The reader's rows, by position.
    public let rows: [ReadingOrderRow]
    private let startDay: Int
    private let washoutDays: Int
    private let exposures: [ParticipantID: [Exposure]]
    private let closed: Set<ReadKey>

    /// A schedule of `rows` of one reader, drawn first on `startDay`; reads in `closed` are signed.
    public init(
        rows: [ReadingOrderRow], startDay: Int, washoutDays: Int, exposures: [Exposure],
        closed: Set<ReadKey>
    ) {
        self.rows = rows.sorted { $0.position < $1.position }
        self.startDay = startDay
        self.washoutDays = washoutDays
        self.exposures = Dictionary(grouping: exposures, by: \.participant)
        self.closed = closed
    }

    /// The rows that are not signed.
    public var left: [ReadingOrderRow] { rows.filter { !closed.contains($0.read) } }

    /// The day on which `row` was drawn to open.
    public func plannedDay(of row: ReadingOrderRow) -> Int { startDay + row.opensOnDay }

    /// The day on which `row` opens, as things stand.
    public func openingDay(of row: ReadingOrderRow) -> Int {
        let planned = plannedDay(of: row)
        let others = exposures[row.participant, default: []].filter { $0.arm != row.read.arm }
        return others.map { $0.day + washoutDays }.reduce(planned, max)
    }

    /// The first unsigned row, by position, that is open on `day`.
    public func next(on day: Int) -> ReadingOrderRow? {
        left.first { openingDay(of: $0) <= day }
    }

    /// The unsigned rows that are not yet open on `day`.
    public func waiting(on day: Int) -> [ReadingOrderRow] {
        left.filter { openingDay(of: $0) > day }
    }

    /// The day on which the next unsigned row opens; `nil` when none is left.
    public var nextOpeningDay: Int? { left.map(openingDay).min() }
}

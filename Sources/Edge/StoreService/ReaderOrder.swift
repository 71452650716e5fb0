import Persistence
import ReaderStudies

/// The reading order of one reader, for the coordinator.
public struct ReaderOrder: Hashable, Sendable {
    /// One read of the order.
    public struct PlannedRead: Hashable, Sendable {
        /// The row as it was drawn.
        public let row: ReadingOrderRow
        /// The day on which it opens, or opened: the planned one, or a later one because of what the reader has seen.
        public let opens: UTCInstant
    }

    /// The reads, by position.
    public let reads: [PlannedRead]

    /// The order of `reader` in `store`, as things stand.
    ///
    /// - Throws: `StoreError.refused` when the study has not started or has no such reader.
    public init(store: any Store, reader: ReaderID) throws(StoreError) {
        let study = try store.demandStarted(for: reader)
        let schedule = try store.schedule(
            of: reader, after: try store.readSummaries(of: reader), in: study, try store.conduct())
        let left = Set(schedule.left.map(\.read))
        reads = schedule.rows.map { row in
            let day =
                left.contains(row.read)
                ? schedule.openingDay(of: row) : schedule.plannedDay(of: row)
            return PlannedRead(row: row, opens: UTCInstant(day: day))
        }
    }
}

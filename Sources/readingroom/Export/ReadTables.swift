import Exports
import Instruments
import Persistence
import ReaderStudies
import StoreService

/// The long table of a store's reads and what belongs to it, as CSV.
struct ReadTables {
    /// The long table with its header.
    let table: String
    /// Rows of the table without the header.
    let rowCount: Int
    /// The codebook with its header.
    var codebook: String { Codebook(instruments: forms).csv }
    /// What was measured for answers, with its header.
    var measurements: String { MeasurementTable(study: study, reads: reads).csv }
    /// What the rules of the forms said about signed reads, with its header.
    var warnings: String { WarningTable(long).csv }

    private let study: StudyID
    private let forms: [Instrument]
    private let reads: [RecordedRead]
    private let long: LongTable

    /// The tables of everything in `store`.
    ///
    /// - Throws: `StoreError.refused` before the reference that the study asks for is frozen, and for a study of practice.
    init(store: any Store) throws {
        try IndexAnswers(store: store).demandFrozenReference()
        let stored = try store.demandStudy()
        try stored.demandReads()
        study = stored.study.id
        forms = try stored.instruments()
        reads = try store.recordedReads()
        long = try LongTable(study: stored.study, instruments: forms, reads: reads)
        let rows = long.rows
        rowCount = rows.count
        table = CSVText.line(LongTable.header) + CSVText.text(rows)
    }
}

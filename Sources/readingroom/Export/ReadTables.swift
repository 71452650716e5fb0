import Exports
import Persistence
import ReaderStudies
import StoreService

/// The long table of a store's reads and its codebook, as CSV.
struct ReadTables {
    /// The long table with its header.
    let table: String
    /// The codebook with its header.
    let codebook: String
    /// What was measured for answers, with its header.
    let measurements: String
    /// What the rules of the forms said about signed reads, with its header.
    let warnings: String
    /// Rows of the table without the header.
    let rowCount: Int

    /// The tables of everything in `store`.
    ///
    /// - Throws: `StoreError.refused` before the reference that the study asks for is frozen, and for a study of practice.
    init(store: any Store) throws {
        try IndexAnswers(store: store).demandFrozenReference()
        let study = try store.demandStudy()
        try study.demandReads()
        let forms = try study.instruments()
        let reads = try store.recordedReads()
        let long = try LongTable(study: study.study, instruments: forms, reads: reads)
        let rows = long.rows
        rowCount = rows.count
        table = CSVText.line(LongTable.header) + CSVText.text(rows)
        codebook = Codebook(instruments: forms).csv
        warnings = WarningTable(long).csv
        measurements = MeasurementTable(study: study.study.id, reads: reads).csv
    }
}

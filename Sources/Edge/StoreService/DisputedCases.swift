import Instruments
import Persistence
import ReaderStudies

/// The cases of an adjudicated study that both of their readers signed and answered differently.
///
/// The reading form says how far two answers may lie apart; lists of lesions differ when they differ in length.
struct DisputedCases {
    private let store: any Store
    private let study: ReaderStudy
    private let instruments: [Instrument]

    init(store: any Store, study: ReaderStudy, instruments: [Instrument]) {
        self.store = store
        self.study = study
        self.instruments = instruments
    }

    /// The cases, in order; none in a study of another design.
    func all() throws(StoreError) -> [CaseID] {
        guard study.design.kind == .adjudicated else { return [] }
        let reads = try store.recordedReads().filter {
            $0.signature != nil && $0.withdrawn == nil && study.readers.contains($0.row.read.reader)
        }
        var disputed: [CaseID] = []
        for (caseID, reads) in ReferenceByRule.analysed(reads, study.analysedRevision)
        where try isDisputed(reads) { disputed.append(caseID) }
        return disputed
    }

    /// Those that the adjudicator has no row of, in a study that has one who still reads.
    func undrawn() throws(StoreError) -> [CaseID] {
        guard let adjudicator = study.adjudicator,
            try store.conduct().departures[adjudicator] == nil
        else { return [] }
        let drawn = Set(try store.order(of: adjudicator).map(\.read.caseID))
        return try all().filter { !drawn.contains($0) }
    }

    private func isDisputed(_ reads: [RecordedRead]) throws(StoreError) -> Bool {
        guard reads.count == 2 else { return false }
        let forms = [try form(of: reads[0]), try form(of: reads[1])]
        return !forms[0].disagreements(with: forms[1]).isEmpty
            || reads[0].sheet.lesions.count != reads[1].sheet.lesions.count
    }

    private func form(of read: RecordedRead) throws(StoreError) -> Form {
        guard let instrument = instruments.first(where: { $0.reference == read.instrument }) else {
            throw .refused(
                "Answers cannot be compared: the reading form "
                    + "\(read.instrument.text) is missing. Use the store as it was made."
            )
        }
        let shows = study.arms.first { $0.id == read.row.read.arm }?.shows ?? []
        return Form(instrument, shows: Set(shows), sheet: read.sheet)
    }
}

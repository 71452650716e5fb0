import Instruments
import Persistence
import ReaderStudies

/// The read that a session has open: what the reader may know, and what the store's side knows beside it.
struct OpenCase {
    let row: ReadingOrderRow
    let arm: Arm
    let instrument: Instrument
    /// The series shown, in hanging order.
    let series: [ImportedSeries]
    let blinded: BlindedCase
    var sheet: AnswerSheet
    /// The time since it was opened.
    var looked: LookedTime

    /// The form with the answers so far.
    var form: Form { Form(instrument, shows: Set(arm.shows), sheet: sheet) }

    /// The case of `row`, as it may be shown; `before` is the read as it was left, `nil` for a new one.
    ///
    /// - Throws: `StoreError.refused` when the store lacks what the study asks for.
    init(
        row: ReadingOrderRow, plan: ReaderPlan, store: any Store, instruments: [Instrument],
        before: StoredRead?
    ) throws(StoreError) {
        let study = plan.study.study
        guard let arm = study.arms.first(where: { $0.id == row.read.arm }),
            let reference = study.instruments.first,
            let instrument = instruments.first(where: { $0.reference == reference })
        else { throw .refused("The reading form of this study is missing. Tell the coordinator.") }
        self.row = row
        self.arm = arm
        self.instrument = instrument
        sheet = before?.sheet ?? AnswerSheet()
        series = Self.shown(try store.series(of: row.read.caseID), row.read)
        looked = LookedTime(
            from: plan.now, before: before?.view, arm: arm, series: series.count)
        guard !series.isEmpty else {
            throw .refused("The images of this case are missing. Tell the coordinator.")
        }
        let values = try store.clinicalValues(of: row.read.caseID)
        blinded = Self.blinded(row, arm, series, plan, Self.facts(values, study, arm))
    }

    /// The approved series of the case that the arm shows, in the order of its rules.
    private static func shown(_ all: [StoredSeries], _ read: ReadKey) -> [ImportedSeries] {
        let matching = all.filter { $0.state == .approved }.compactMap { stored in
            stored.series.matches.first { $0.arm == read.arm }.map { (stored.series, $0.rule) }
        }
        return matching.sorted { $0.1 < $1.1 }.map(\.0)
    }

    private static func blinded(
        _ row: ReadingOrderRow, _ arm: Arm, _ series: [ImportedSeries], _ plan: ReaderPlan,
        _ facts: [RevealedFact]?
    ) -> BlindedCase {
        let study = plan.study.study
        let session = plan.schedule.rows.filter { $0.session == row.session }
        return BlindedCase(
            study: study.id, session: row.session,
            sessionCount: plan.sessionCount,
            position: session.count { $0.position <= row.position }, caseCount: session.count,
            armLabel: arm.label, shows: arm.shows,
            instrument: study.instruments[0],
            series: series.enumerated().map { place, one in
                BlindedSeries(
                    token: one.token, title: title(of: place, one, arm), sliceCount: one.slices,
                    rule: rule(of: one, arm))
            }, window: arm.window, display: study.display, windows: arm.windows,
            hanging: arm.hanging, clinical: facts, isPractice: study.isPractice)
    }

    /// What the study reveals of the case in this arm, in the study file's order; `nil` where it reveals nothing.
    private static func facts(
        _ values: [StoredClinicalValue], _ study: ReaderStudy, _ arm: Arm
    ) -> [RevealedFact]? {
        let fields = study.clinicalFields(in: arm.id)
        guard !fields.isEmpty else { return nil }
        return fields.map { field in
            let found = values.first { $0.clinical.field == field.id }
            return RevealedFact(field, found?.clinical.value ?? ClinicalField.unknown)
        }
    }

    /// The study file's neutral title, or the arm's label and a number.
    private static func title(of place: Int, _ series: ImportedSeries, _ arm: Arm) -> String {
        let rule = rule(of: series, arm).map { arm.series[$0] }
        return rule?.title ?? "\(arm.label) \(place + 1)"
    }

    /// Which of the arm's rules a series meets.
    private static func rule(of series: ImportedSeries, _ arm: Arm) -> Int? {
        series.matches.first { $0.arm == arm.id }?.rule
    }
}

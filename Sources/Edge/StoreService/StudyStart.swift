import Instruments
import Persistence
import ReaderStudies
import StudyDesigns

/// Starts a study, or takes cases and readers that came later into the reading order.
public struct StudyStart: Sendable {
    private let store: any Store
    private let instruments: [Instrument]

    /// A start of the study in `store`; `instruments` are its forms, by which answers are compared.
    public init(store: any Store, instruments: [Instrument]) {
        self.store = store
        self.instruments = instruments
    }

    /// Draws the order of everything that is not in it yet; returns the rows that were added.
    ///
    /// - Throws: `StoreError.refused` with all that stands in the way.
    public func draw() throws(StoreError) -> [ReadingOrderRow] {
        let rows = try added(to: try store.order(of: nil))
        guard !rows.isEmpty else {
            throw .refused("Every case is in the reading order already. Nothing was drawn.")
        }
        return rows
    }

    /// Draws what came in since the study started, and for the adjudicator what readers answered differently;
    /// returns the rows that were added, none where nothing came.
    ///
    /// - Throws: `StoreError.refused` when the study has not started, or with all that stands in the way.
    public func extend() throws(StoreError) -> [ReadingOrderRow] {
        let drawn = try store.order(of: nil)
        guard !drawn.isEmpty else {
            throw .refused(
                "The study has not started. Start it with `readingroom study start`.")
        }
        return try added(to: drawn)
    }

    /// Draws and keeps the rows of everything that is not in `drawn`.
    private func added(to drawn: [ReadingOrderRow]) throws(StoreError) -> [ReadingOrderRow] {
        let stored = try store.demandStudy()
        let (study, started) = (stored.study, stored.startDay)
        let cases = try readCases(drawn)
        try demandComplete(cases, study: study)
        let disputed = try DisputedCases(store: store, study: study, instruments: instruments)
            .undrawn()
        let day = max(0, store.now().utc.day - (started ?? store.now().utc.day))
        let rows: [ReadingOrderRow]
        do {
            let drawing = try OrderDrawing(study: study, cases: cases)
            rows =
                try drawing.rows(after: drawn)
                + drawing.adjudication(of: disputed, after: drawn, opensOnDay: day)
        } catch {
            throw .refused(error.sentence)
        }
        guard !rows.isEmpty else { return [] }
        try store.append(
            .orderDrawn(OrderDrawn(seed: study.design.seed, rows: rows)), by: .coordinator)
        return rows
    }

    /// All cases but those that were withdrawn before they were drawn.
    private func readCases(_ drawn: [ReadingOrderRow]) throws(StoreError) -> [StudyCase] {
        let withdrawn = try store.conduct().withdrawals
        let known = Set(drawn.map(\.read.caseID))
        return try store.cases().filter { withdrawn[$0.id] == nil || known.contains($0.id) }
    }

    /// Every case needs an approved series for every series rule of every arm.
    private func demandComplete(
        _ cases: [StudyCase], study: ReaderStudy
    ) throws(StoreError) {
        let all = try store.series()
        let missing =
            cases.flatMap { one -> [String] in
                let own = all.filter { $0.series.caseID == one.id }
                return study.arms.flatMap { Self.problems(of: one.id, in: $0, own) }
            } + Self.unknownFields(cases, study, try store.clinicalValues(of: nil))
        guard missing.isEmpty else {
            throw .refused(
                (["The study cannot start."] + missing).joined(separator: "\n"))
        }
    }

    /// Every case needs a value of every revealed field; that nobody knows one is said by an empty cell.
    private static func unknownFields(
        _ cases: [StudyCase], _ study: ReaderStudy, _ values: [StoredClinicalValue]
    ) -> [String] {
        let known = Set(values.map { [$0.clinical.caseID.rawValue, $0.clinical.field] })
        return cases.flatMap { one in
            (study.clinical ?? []).filter { !known.contains([one.id.rawValue, $0.id]) }.map {
                "Case \(one.id) has no \($0.id), which the study reveals. Bring it in with "
                    + "`readingroom case clinical`."
            }
        }
    }

    private static func problems(
        of id: CaseID, in arm: Arm, _ series: [StoredSeries]
    ) -> [String] {
        arm.series.indices.compactMap { rule in
            let match = ArmMatch(arm: arm.id, rule: rule)
            guard let found = series.first(where: { $0.series.matches.contains(match) }) else {
                let part = arm.series.count > 1 ? ", series rule \(rule + 1)" : ""
                return "Case \(id) has no series for arm \(arm.id)\(part). Withdraw it with "
                    + "`readingroom case withdraw`, and import its images under another name."
            }
            guard found.state == .waiting else { return nil }
            return "Case \(id), arm \(arm.id): series \(found.series.token) waits for approval. "
                + "Look at it, then use `readingroom case approve`."
        }
    }
}

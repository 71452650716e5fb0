import Instruments
import Persistence
import ReaderStudies

/// Keeps versions of the reference standard; no reader's session ever gets one.
public struct ReferenceKeeper: Sendable {
    private let store: any Store
    private let instruments: [Instrument]

    /// The keeper of the reference of the study in `store`.
    public init(store: any Store, instruments: [Instrument]) {
        self.store = store
        self.instruments = instruments
    }

    /// Adds a version with `labels`; labels of the version before that are not among them stay when `adding`.
    ///
    /// - Throws: `StoreError.refused` when the reference is frozen.
    public func take(
        _ labels: [ReferenceLabel], source: String, digest: String?, adding: Bool
    ) throws(StoreError) -> ReferenceStandard {
        let before = try store.references().last
        let new = Set(labels.map(\.subject))
        let kept = adding ? (before?.labels ?? []).filter { !new.contains($0.subject) } : []
        let standard = ReferenceStandard(
            version: (before?.version ?? 0) + 1, source: source, sourceDigest: digest,
            labels: kept + labels)
        try store.append(.referenceImported(standard), by: .coordinator)
        return standard
    }

    /// What the readers of the reference arm left open and the newest version does not decide.
    ///
    /// - Throws: `StoreError.refused` while a read of the reference arm is not signed.
    public func undecided() throws(StoreError) -> [ReferenceByRule.Disagreement] {
        let decided = Set(try store.references().last?.labels.map(\.subject) ?? [])
        return try ReferenceByRule(store: store, instruments: instruments).disagreements
            .filter { one in
                !decided.contains([
                    one.caseID.rawValue, one.key.site.rawValue, one.key.item.rawValue,
                ])
            }
    }

    /// Freezes the newest version; from then on nothing is added.
    ///
    /// - Throws: `StoreError.refused` without a version, or while a disagreement is not decided.
    public func freeze() throws(StoreError) -> ReferenceFrozen {
        guard let newest = try store.references().last else {
            throw .refused(
                "There is no reference. Import it with `readingroom reference import`.")
        }
        if try store.study()?.study.reference?.rule == .consensus,
            !newest.labels.contains(where: { $0.provenance == .external })
        {
            let open = try undecided()
            guard open.isEmpty else {
                throw .refused(
                    "\(open.count) questions on which the readers differ are not decided. List them "
                        + "with `readingroom reference derive --disagreements FILE`.")
            }
        }
        let frozen = try ReferenceFrozen(newest)
        try store.append(.referenceFrozen(frozen), by: .coordinator)
        return frozen
    }
}

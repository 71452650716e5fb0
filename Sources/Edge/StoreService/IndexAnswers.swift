import Persistence
import ReaderStudies

/// The answers that the reference standard must not have been made with: those of every arm that it is not read in.
public struct IndexAnswers: Sendable {
    private let store: any Store

    /// The index answers of the study in `store`.
    public init(store: any Store) { self.store = store }

    /// Refuses to show or to analyse them while the reference that the study asks for may still change.
    ///
    /// - Throws: `StoreError.refused` with the arms and the way out.
    public func demandFrozenReference() throws(StoreError) {
        let study = try store.demandStudy().study
        let arms = study.indexArms
        guard !arms.isEmpty, try store.conduct().frozen == nil else { return }
        let names = arms.map(\.rawValue).joined(separator: ", ")
        let way =
            study.reference?.rule == .consensus
            ? "Make it with `readingroom reference derive`"
            : "Import it with `readingroom reference import`"
        throw .refused(
            "The reference of \(study.id) is not frozen, so no answer of arm \(names) may be seen or "
                + "analysed. \(way), then use `readingroom reference freeze`.")
    }
}

extension ReaderStudy {
    /// The arms whose answers are compared with the reference; none when the study asks for no reference.
    fileprivate var indexArms: [ArmID] {
        guard let reference else { return [] }
        let own = reference.rule == .consensus ? reference.arm : nil
        return arms.map(\.id).filter { $0 != own }
    }
}

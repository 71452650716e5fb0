import Persistence
import ReaderStudies
import StudyDesigns

/// A change of the protocol of a study, as far as it may be made.
public struct StudyAmendment: Sendable {
    private let store: any Store
    private let files: StudyCreated
    /// Every difference from the store's study to the new one.
    public let changes: [StudyChange]

    /// The amendment that would make the study of `store` the one of `files`.
    ///
    /// - Throws: `StoreError`, also when the store holds no study.
    public init(store: any Store, files: StudyCreated) throws(StoreError) {
        let old = try store.demandStudy()
        self.store = store
        // A form keeps its text as long as it keeps its version, whatever lies in the folders today.
        self.files = StudyCreated(
            study: files.study, text: files.text,
            instruments: files.instruments.map { file in
                old.created.instruments.first { $0.instrument == file.instrument } ?? file
            })
        changes = StudyChange.all(
            from: old.study, to: files.study, progress: try Self.progress(of: store, old.study))
    }

    /// The differences that may not be made any more.
    public var refused: [StudyChange] { changes.filter { $0.refusal != nil } }

    /// Records the amendment; returns the version of the protocol that begins with it.
    ///
    /// - Parameters:
    ///   - person: Who decided it.
    ///   - reason: Why.
    /// - Throws: `StoreError.refused` when nothing changes, something may not change, or a word is missing.
    public func record(person: String, reason: String) throws(StoreError) -> Int {
        guard !changes.isEmpty else { throw .refused("The file says what the store says already.") }
        guard refused.isEmpty else {
            throw .refused(
                refused.map { "\($0.text). \($0.refusal ?? "")" }.joined(separator: "\n"))
        }
        for word in [person, reason] where !word.contains(where: { !$0.isWhitespace }) {
            throw .refused("An amendment says who decided it, and why. Say both in a few words.")
        }
        let version = (try store.protocolVersions().last?.version ?? 0) + 1
        try store.append(
            .studyAmended(
                StudyAmended(
                    version: version, protocolFiles: files, person: person, reason: reason,
                    changes: changes.map(\.text))), by: .coordinator)
        return version
    }

    private static func progress(
        of store: any Store, _ study: ReaderStudy
    ) throws(StoreError) -> StudyProgress {
        var hasReads = false
        for reader in study.readers where !hasReads {
            hasReads = !(try store.readSummaries(of: reader)).isEmpty
        }
        return StudyProgress(
            hasSeries: !(try store.series()).isEmpty, hasOrder: !(try store.order(of: nil)).isEmpty,
            hasReads: hasReads)
    }
}

import Persistence

extension StoredStudy {
    /// Refuses to take answers of practice for reads of a study.
    ///
    /// - Throws: `StoreError.refused` when the study is for practice.
    func demandReads() throws(StoreError) {
        guard study.isPractice else { return }
        throw .refused(
            "\(study.id) is for practice: its answers are no reads of a study, and are neither exported "
                + "nor analysed.")
    }
}

import Persistence
import ReaderStudies

extension AccessRefusal {
    /// What a failure of the store means for the reader; it names no folder and no case.
    init(_ error: StoreError) {
        self =
            switch error {
            case .refused(let sentence): .closed(sentence)
            case .inUse: .elsewhere("Your read is open in another session. Close that one first.")
            default: .notSaved(error.cause)
            }
    }
}

import Persistence
import StoreService

/// What a study file says otherwise than the store that was made from it, whose protocol is in force.
struct ChangedByHand {
    /// A sentence for each difference, with its line and the way out.
    let sentences: [String]

    /// Compares the file of `source` with `store`.
    init(source: StudySource, store: any Store) throws(StoreError) {
        sentences = try StudyAmendment(store: store, files: source.created).changes.map { change in
            "\(source.places.place(of: change.path)) \(change.text), against the store. "
                + (change.refusal.map { "\($0) Take the change back." }
                    ?? "Take it back, or make it with `readingroom study amend`.")
        }
    }
}

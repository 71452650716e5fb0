import ArgumentParser
import Instruments
import Persistence
import StoreService

/// `readingroom reference`: the reference standard of a study, kept apart from every read.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Keep the reference standard of a study, in versions.",
        discussion: """
            For the coordinator alone: no reader's session can ask for it. Freeze it before the \
            reads are analysed; the lock of the study holds its digest.
            """,
        subcommands: [
            ReferenceImportCommand.self, ReferenceDeriveCommand.self, ReferenceFreezeCommand.self,
            ReferenceShowCommand.self,
        ])

    /// The keeper of the reference in a store.
    static func keeper(_ place: StoreOption) throws -> (
        store: SQLiteStore, keeper: ReferenceKeeper, form: Instrument
    ) {
        let store = try place.open()
        let study = try store.demandStudy()
        let forms = try Refusal.telling { try study.instruments() }
        guard let form = forms.first else { throw Refusal("The study has no reading form.") }
        return (store, ReferenceKeeper(store: store, instruments: forms), form)
    }
}

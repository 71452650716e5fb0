import ArgumentParser
import Persistence
import ReaderStudies

/// `readingroom reference show`: prints a version of the reference.
struct ReferenceShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print the reference as CSV; for the coordinator alone.",
        discussion: "The newest version unless another is named. The versions go to standard error."
    )

    @OptionGroup var place: StoreOption

    @Option(help: "The version.")
    var version: Int?

    func run() throws {
        let opened = try place.open()
        let all = try opened.references()
        let frozen = try opened.conduct().frozen
        guard let shown = all.first(where: { $0.version == version ?? all.last?.version }) else {
            throw Refusal(
                all.isEmpty
                    ? "There is no reference. Import it with `readingroom reference import`."
                    : "There is no version \(version ?? 0). The versions are 1 to \(all.count).")
        }
        for one in all {
            let state = one.version == frozen?.version ? ", frozen" : ""
            StandardStreams.say(
                "version \(one.version): \(one.labels.count) labels from \(one.source)\(state)")
        }
        print(
            CSVText.line(["case", "site", "item", "value", "status", "provenance", "level"])
                + CSVText.text(shown.labels.map(Self.cells)), terminator: "")
    }

    private static func cells(_ label: ReferenceLabel) -> [String] {
        let (value, status) =
            switch label.value {
            case .value(let text): (CSVText.harmless(text), "value")
            case .notAssessable: ("", "notAssessable")
            case .excluded: ("", "excluded")
            }
        return [
            label.caseID.rawValue, label.key.site.rawValue, label.key.item.rawValue, value,
            status, label.provenance.rawValue, label.level.rawValue,
        ]
    }
}

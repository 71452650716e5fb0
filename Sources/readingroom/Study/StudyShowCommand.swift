import ArgumentParser
import Persistence
import ReaderStudies
import StudyDesigns

/// `readingroom study show`: the protocol as prose, and what reporting guidelines ask for.
struct StudyShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print the protocol as prose for a methods section, and reporting lists.",
        discussion: """
            Beside the plan, the prose takes the statements of the study file under protocol. The items of \
            STARD, GRRAS and CLAIM are filled in where the study file knows them, and say not stated \
            where it does not.
            """)

    @Argument(help: "The study file; not with --store.")
    var file: String?

    @Option(help: "A store, for the study that it holds.")
    var store: String?

    func validate() throws {
        guard (file == nil) != (store == nil) else {
            throw ValidationError("Name a study file, or a store with --store, and not both.")
        }
    }

    func run() throws {
        StandardStreams.output(Self.text(try Refusal.telling { try study() }))
    }

    private func study() throws -> ReaderStudy {
        if let file { return try StudySource(path: file).created.study }
        return try SQLiteStore.open(at: store ?? "").demandStudy().study
    }

    /// Title, sections, and the lists.
    static func text(_ study: ReaderStudy) -> String {
        var lines = [study.title, "Protocol of the study \(study.id)"]
        let prose = ProtocolProse(study: study)
        for section in prose.sections {
            lines += ["", section.title] + wrapped(section.text)
        }
        for list in ReportingList.all {
            lines += ["", "\(list.name) (\(list.source))"]
            for entry in list.filled(with: prose.facts) {
                lines += wrapped(
                    "\(entry.item.number) \(entry.item.topic): \(entry.text)", indent: 4)
            }
        }
        return lines.map { "\($0)\n" }.joined()
    }

    /// `text` in lines of at most 80 characters, those after the first indented.
    private static func wrapped(_ text: String, indent: Int = 0) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty, line.count + 1 + word.count > 80 {
                lines.append(line)
                line = String(repeating: " ", count: indent) + word
            } else {
                line += (line.isEmpty ? "" : " ") + word
            }
        }
        return lines + [line]
    }
}

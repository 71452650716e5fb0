import ArgumentParser
import Instruments
import StudyFiles

/// `readingroom instrument check`: says whether a reading form can be used, or what is wrong with it.
struct InstrumentCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a reading form.",
        discussion: """
            The first mistake is told with file, line and column. A form that is sound is summed \
            up, with advice where reading with it could be easier. Names are looked for in this \
            folder and its instruments folder, in readingroom/instruments of the user's and the \
            system's data folders, and among those that come with the program.
            """)

    @Argument(help: "A name such as covid-ct04, or a YAML file.")
    var nameOrFile: String

    func run() throws {
        let instrument: Instrument
        do throws(StudyFileError) {
            instrument = try InstrumentSource(nameOrFile).instrument
        } catch {
            StandardStreams.say(error.sentence)
            throw ExitCode.failure
        }
        print("\(instrument.reference.text) can be used: \(Self.summary(of: instrument)).")
        for sentence in instrument.advice { print(sentence) }
    }

    private static func summary(of instrument: Instrument) -> String {
        let arms = instrument.arms.map { arm in
            let form = Form(instrument, shows: Set(arm.shows))
            return "\(arm.id) asks \(form.questions.count { $0.presence != .skipped })"
        }
        return "\(instrument.items.count) items, \(instrument.derived.count) derived values; "
            + (arms.isEmpty ? "no arms" : arms.joined(separator: ", ") + " questions")
    }
}

import BundledResources
import Instruments
import ReaderStudies
import StudyFiles

/// Times a reading form and the texture of a region, one line of JSON an item, for Scripts/bench-forms.
enum FormsBenchmark {
    static func run() throws {
        let read = try FullRead()
        measure("sij-structural, whole form", read.evaluate)
        let texture = TextureRegion()
        measure("texture of \(texture.pixelCount) pixels", texture.compute)
        print(texture.line)
    }

    /// Prints the median microseconds of 2,000 runs.
    private static func measure(_ item: String, _ body: () -> Void) {
        let clock = ContinuousClock()
        let times = (0..<2000).map { _ in clock.measure(body) / .microseconds(1) }.sorted()
        print(#"{"item": "\#(item)", "us": \#(Columns.fixed(times[times.count / 2]))}"#)
    }
}

/// Every question of eight quadrants answered, then checked and derived.
private struct FullRead {
    private let instrument: Instrument
    private let sheet: AnswerSheet

    init() throws {
        let library = InstrumentLibrary(folders: [BundledResources.instruments])
        instrument = try library.load(named: "sij-structural")
        var sheet = AnswerSheet()
        for question in Form(instrument, shows: ["t1"]).questions {
            switch question.item.kind {
            case .binary(_, let present): sheet.answers[question.key] = .value(.code(present.code))
            case .codes(let choices):
                sheet.answers[question.key] = .value(.code(choices.last?.code ?? ""))
            case .number(let format):
                sheet.answers[question.key] = .value(.number(format.range.upperBound))
            default: break
            }
        }
        self.sheet = sheet
    }

    func evaluate() {
        let form = Form(instrument, shows: ["t1"], sheet: sheet)
        precondition(form.obstacles.isEmpty, "the read is complete")
        precondition(form.derived(for: .analysis).count == instrument.derived.count)
    }
}

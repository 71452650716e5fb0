import Instruments
import ReaderStudies
import StoreService

/// Reads a case by script: answers every question that the form asks, in a way that follows from a seed.
struct PlayedReader {
    let access: LocalReaderAccess
    let instrument: Instrument
    let opened: OpenedRead
    /// What the script wants to answer; `nil` for anything that fits.
    let wanted: (ItemKey) -> String?
    /// Number of lesions that are marked.
    let lesions: Int

    /// Looks at every slice of every series, answers what is asked, and signs.
    func read(techniques: [String]) throws {
        var sheet = opened.sheet
        func enter(_ entry: ReadEntry) throws {
            _ = try access.record(entry)
            sheet.apply(entry)
        }
        for series in opened.blindedCase.series { _ = try access.frames(of: series.token).volume }
        for number in opened.nextLesion..<max(opened.nextLesion, lesions + 1) {
            try enter(.addLesion(SiteID("L\(number)")))
        }
        var form = Form(instrument, shows: Set(techniques), sheet: sheet)
        while let question = form.missing.first {
            try enter(try answer(to: question, in: form))
            form = Form(instrument, shows: Set(techniques), sheet: sheet)
        }
        _ = try access.record(view: view(looks: true))
        _ = try access.sign(view: view(looks: false))
    }

    /// The wanted answer, or the first that the form takes.
    private func answer(to question: Question, in form: Form) throws -> ReadEntry {
        let typed = wanted(question.key) ?? ""
        if let value = try? form.parse(typed: typed, for: question.key) {
            return .answer(question.key, .value(value))
        }
        if question.item.kind == .mark {
            return .answer(question.key, .value(.mark(mark(at: question.key.site))))
        }
        let offered =
            question.choices.map { AnswerValue.code($0.code) } + [.integer(1), .number(5)]
        let entry = offered.map { ReadEntry.answer(question.key, .value($0)) }
            .first { (try? form.validate($0)) != nil }
        return entry ?? .answer(question.key, .notAssessable(.motion))
    }

    private func mark(at site: SiteID) -> Mark {
        let number = Int(site.rawValue.drop { !$0.isNumber }) ?? 1
        return Mark(
            series: opened.blindedCase.series[0].token, column: number * 3, row: number * 2,
            slice: number % 4, positionMM: [Double(number * 20), 0, Double(number * 15)])
    }

    private func view(looks: Bool) -> ViewState {
        let series = opened.blindedCase.series
        let seen = Dictionary(
            uniqueKeysWithValues: series.map { ($0.token, Array(0..<$0.sliceCount)) })
        var view = ViewState(
            series: series[0].token, slice: 0, windowCenter: 100, windowWidth: 400, seen: seen,
            activeMS: 90_000, renderer: "kitty 256", greys: 256, pixelScale: 2)
        guard looks else { return view }
        view.looks = series.flatMap { one in
            (0..<one.sliceCount).map {
                Look(
                    series: one.token, slice: $0, windowCenter: 100, windowWidth: 400,
                    pixelScale: 2, shownMS: 2500)
            }
        }
        return view
    }
}

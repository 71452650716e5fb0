import ReaderStudies

/// A read made from texts, with the same checks as one that is typed at the screen.
public struct FilledRead: Sendable {
    /// One answer as text.
    public struct Cell: Hashable, Sendable {
        /// The question.
        public let key: ItemKey
        /// What would be typed; `NA` or `NA: REASON` for "not assessable"; for a mark
        /// `SERIES COLUMN ROW SLICE X Y Z`, indexes from 0 and millimetres.
        public let text: String

        /// An answer as text; empty text is no answer.
        public init(_ key: ItemKey, _ text: String) {
            self.key = key
            self.text = text
        }
    }

    /// An answer that was not taken.
    public struct Refusal: Hashable, Sendable {
        /// The number of its cell, from 0.
        public let cell: Int
        /// Why, in the rule's own words where a rule refuses.
        public let sentence: String
    }

    /// Columns, rows and slices of an image, for marks.
    public struct ImageSize: Hashable, Sendable {
        let counts: [Int]

        /// The size of a volume in voxels.
        public init(columns: Int, rows: Int, slices: Int) { counts = [columns, rows, slices] }
    }

    /// The form with all answers that were taken.
    public private(set) var form: Form
    /// The answers that were not, in the order of the cells.
    public private(set) var refusals: [Refusal] = []

    private let images: ImageSize?

    /// Fills the form of `instrument` in an arm that shows `shows`.
    ///
    /// Answers are given in the order of the form, each when its question is asked. Marks outside of
    /// `images`, when that is known, are refused.
    public init(
        _ instrument: Instrument, shows: Set<String>, cells: [Cell], images: ImageSize? = nil
    ) {
        form = Form(instrument, shows: shows)
        self.images = images
        var open = Dictionary(
            cells.enumerated().filter { !$1.text.isEmpty }.map { ($1.key, $0) },
            uniquingKeysWith: { first, _ in first })
        addLesions(of: cells, &open)
        while answerOnce(cells, &open) {}
        for (key, cell) in open { refuse(key, cell) }
        refusals.sort { $0.cell < $1.cell }
    }

    private mutating func addLesions(of cells: [Cell], _ open: inout [ItemKey: Int]) {
        guard let prefix = form.instrument.lesions?.prefix else { return }
        var seen: Set<SiteID> = []
        for (number, cell) in cells.enumerated() where !cell.text.isEmpty {
            let site = cell.key.site
            guard site.rawValue.hasPrefix(prefix),
                Int(site.rawValue.dropFirst(prefix.count)) != nil,
                seen.insert(site).inserted
            else { continue }
            do {
                try form.validate(.addLesion(site))
                form = form.adding(.addLesion(site))
            } catch {
                refusals.append(Refusal(cell: number, sentence: error.sentence))
                for key in open.keys where key.site == site { open[key] = nil }
            }
        }
    }

    /// Gives the next answer whose question is asked; whether there was one.
    private mutating func answerOnce(_ cells: [Cell], _ open: inout [ItemKey: Int]) -> Bool {
        var didAnswer = false
        for key in form.asked.map(\.key) {
            guard let cell = open[key], form.question(key)?.isAsked == true else { continue }
            open[key] = nil
            didAnswer = true
            do {
                let entry = ReadEntry.answer(
                    key, try answer(cells[cell].text, for: key),
                    measured: try measured(with: key, cells, &open))
                try form.validate(entry)
                form = form.adding(entry)
            } catch { refusals.append(Refusal(cell: cell, sentence: error.sentence)) }
        }
        return didAnswer
    }

    /// What the cells `ITEM.QUANTITY` say was measured with an answer.
    private func measured(
        with key: ItemKey, _ cells: [Cell], _ open: inout [ItemKey: Int]
    ) throws(InstrumentError) -> AnswerMeasurement? {
        guard let drawing = form.question(key)?.item.drawing else { return nil }
        let prefix = key.item.rawValue + "."
        var quantities: [AnswerQuantity] = []
        let named = open.filter {
            $0.key.site == key.site && $0.key.item.rawValue.hasPrefix(prefix)
        }
        for (name, cell) in named.sorted(by: { $0.value < $1.value }) {
            open[name] = nil
            guard let number = Double(cells[cell].text), number.isFinite else {
                throw .notANumber(
                    question: name.item.rawValue, typed: cells[cell].text,
                    advice: "Type digits with a point.")
            }
            quantities.append(
                AnswerQuantity(
                    name: String(name.item.rawValue.dropFirst(prefix.count)), value: number,
                    unit: ""))
        }
        guard !quantities.isEmpty else { return nil }
        return AnswerMeasurement(
            kind: drawing.tool, series: SeriesToken("table"), slice: 0, points: [],
            quantities: quantities, answered: drawing.quantity ?? "", windowCenter: 0,
            windowWidth: 0, pixelScale: 0)
    }

    private mutating func refuse(_ key: ItemKey, _ cell: Int) {
        let error =
            form.question(key).map { InstrumentError.notAsked(question: $0.label) }
            ?? .unknownQuestion(key)
        refusals.append(Refusal(cell: cell, sentence: error.sentence))
    }

    private func answer(_ text: String, for key: ItemKey) throws(InstrumentError) -> Answer {
        if text == "NA" || text.hasPrefix("NA:") {
            let words = text.dropFirst(3).drop(while: \.isWhitespace)
            return .notAssessable(NotAssessableReason(words: String(words)))
        }
        if form.question(key)?.item.kind == .mark { return .value(.mark(try mark(text, key))) }
        return .value(try form.parse(typed: text, for: key))
    }

    private func mark(_ text: String, _ key: ItemKey) throws(InstrumentError) -> Mark {
        let label = form.question(key)?.label ?? key.item.rawValue
        let words = text.split(separator: " ").map(String.init)
        let voxel = words.dropFirst().prefix(3).compactMap { Int($0) }
        let position = words.dropFirst(4).compactMap { Double($0) }
        guard words.count == 7, voxel.count == 3, position.count == 3 else {
            throw .notANumber(
                question: label, typed: text,
                advice: "A mark is SERIES COLUMN ROW SLICE X Y Z: voxel from 0, then millimetres.")
        }
        if let images, zip(voxel, images.counts).contains(where: { !(0..<$1).contains($0) }) {
            let counts = images.counts.map(String.init).joined(separator: " x ")
            throw .outsideRange(
                question: label, typed: "voxel " + voxel.map(String.init).joined(separator: " "),
                range: "the image of \(counts) voxels")
        }
        return Mark(
            series: SeriesToken(words[0]), column: voxel[0], row: voxel[1], slice: voxel[2],
            positionMM: position)
    }
}

extension Form {
    /// The form after one more entry.
    fileprivate func adding(_ entry: ReadEntry) -> Form {
        var next = sheet
        next.apply(entry)
        return Form(instrument, shows: shows, sheet: next)
    }
}

extension NotAssessableReason {
    /// A reason by its name, `motion` to `resolution`; other words are the reader's own.
    public init(words: String) {
        switch words {
        case "motion": self = .motion
        case "artefact": self = .artefact
        case "notCovered": self = .notCovered
        case "metal": self = .metal
        case "resolution": self = .resolution
        default: self = .other(words)
        }
    }
}

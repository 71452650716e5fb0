import ReaderStudies

extension Form {
    /// Checks one change before it is saved.
    ///
    /// - Throws: `InstrumentError` with the sentence for the reader: the rule's own words where a rule
    ///   of the instrument refuses.
    public func validate(_ entry: ReadEntry) throws(InstrumentError) {
        switch entry {
        case .answer(let key, let answer, _): try validate(answer, for: key)
        case .clear(let key): _ = try known(key)
        case .addLesion(let site): try validateNewLesion(site)
        case .withdrawLesion(let site):
            guard sheet.lesions.contains(site) else {
                throw .lesion("There is no \(site) in the list. Choose one that the form shows.")
            }
        }
    }

    private func known(_ key: ItemKey) throws(InstrumentError) -> Question {
        guard let question = question(key) else { throw .unknownQuestion(key) }
        return question
    }

    private func validate(_ answer: Answer, for key: ItemKey) throws(InstrumentError) {
        let question = try known(key)
        guard question.isAsked else { throw .notAsked(question: question.label) }
        switch answer {
        case .value(let value): try question.check(value)
        case .notAssessable(let reason): try question.check(reason)
        }
        try checkRefusals(answer, for: question)
    }

    private func checkRefusals(_ answer: Answer, for question: Question) throws(InstrumentError) {
        guard question.item.rules.contains(where: { $0.severity == .refusal }) else { return }
        var next = sheet
        next.apply(.answer(question.key, answer))
        let remarks = Form(instrument, shows: shows, sheet: next).remarks(at: question.key)
        if let refusal = remarks.first(where: { $0.severity == .refusal }) {
            throw .refused(refusal.sentence)
        }
    }

    private func validateNewLesion(_ site: SiteID) throws(InstrumentError) {
        guard let list = instrument.lesions else {
            throw .lesion("\(instrument.title) has no list of lesions.")
        }
        guard sheet.lesions.count < list.maximum else { throw .lesion(list.whenFull) }
        guard !sheet.lesions.contains(site) else {
            throw .lesion("\(site) is in the list already. The next takes a new number.")
        }
        guard site.rawValue.hasPrefix(list.prefix),
            let number = Int(site.rawValue.dropFirst(list.prefix.count)), number >= 1,
            site.rawValue == "\(list.prefix)\(number)"
        else {
            throw .lesion("\(site) is no name in the list: \(list.prefix) and a number make one.")
        }
    }
}

extension Question {
    /// Checks that `value` fits the item.
    func check(_ value: AnswerValue) throws(InstrumentError) {
        switch (item.kind, value) {
        case (.binary, .code(let code)), (.codes, .code(let code)): try check(code: code)
        case (.count(let range), .integer(let number)): try check(number, in: range)
        case (.percentage, .integer(let number)): try check(number, in: 0...100)
        case (.number(let format), .number(let number)): try check(number, format)
        case (.text(let maximum), .text(let text)): try check(text, maximum)
        case (.mark, .mark(let mark)): try check(mark)
        default: throw .wrongType(question: label, takes: item.kind.takes)
        }
    }

    /// Checks that "not assessable" is allowed and has its reason.
    func check(_ reason: NotAssessableReason) throws(InstrumentError) {
        guard item.allowsNotAssessable else { throw .mustBeAssessed(question: label) }
        if case .other(let words) = reason, words.allSatisfy(\.isWhitespace) {
            throw .reasonMissing(question: label)
        }
    }

    private func check(code: String) throws(InstrumentError) {
        guard choices.contains(where: { $0.code == code }) else {
            throw .unknownCode(question: label, code: code, codes: choices.map(\.code))
        }
    }

    private func check(_ number: Int, in range: ClosedRange<Int>) throws(InstrumentError) {
        guard range.contains(number) else {
            throw .outsideRange(
                question: label, typed: withUnit("\(number)"), range: item.kind.rangeText)
        }
    }

    private func check(_ number: Double, _ format: NumberFormat) throws(InstrumentError) {
        guard format.range.contains(number) else {
            throw .outsideRange(
                question: label, typed: withUnit(NumberText.shortest(number)),
                range: item.kind.rangeText)
        }
    }

    private func check(_ text: String, _ maximum: Int) throws(InstrumentError) {
        guard text.count <= maximum else {
            throw .textTooLong(question: label, length: text.count, maximum: maximum)
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            throw .wrongType(question: label, takes: item.kind.takes)
        }
    }

    private func check(_ mark: Mark) throws(InstrumentError) {
        let isInside = min(mark.column, mark.row, mark.slice) >= 0
        guard isInside, mark.positionMM.allSatisfy(\.isFinite) else {
            throw .outsideRange(question: label, typed: "the mark", range: "the image")
        }
    }

    private func withUnit(_ number: String) -> String {
        item.unit.isEmpty ? number : "\(number) \(item.unit)"
    }
}

extension ItemKind {
    /// What an answer has to be, for messages.
    var takes: String {
        switch self {
        case .binary, .codes: "one of \(choices.map(\.code).joined(separator: ", "))"
        case .count: "a whole number, \(rangeText)"
        case .number: "a number, \(rangeText)"
        case .percentage: "a whole percentage, \(rangeText)"
        case .text(let maximum): "a text of 1 to \(maximum) characters"
        case .mark: "a mark on the image"
        }
    }

    /// The range of a number: `0 to 100 %`, `at least 0`.
    var rangeText: String {
        switch self {
        case .count(let range) where range.upperBound == .max: "at least \(range.lowerBound)"
        case .count(let range): "\(range.lowerBound) to \(range.upperBound)"
        case .percentage: "0 to 100 %"
        case .number(let format):
            "\(NumberText.shortest(format.range.lowerBound)) to "
                + "\(NumberText.shortest(format.range.upperBound)) \(format.unit)"
        case .binary, .codes, .text, .mark: ""
        }
    }
}

import ReaderStudies

/// An instrument with the answers of a read: what is asked, what is missing, what the rules say.
///
/// A form is a value made anew after each answer. Nothing is preselected, and a question without an
/// answer is `missing`: it never counts as absent. A question that a rule skips is `skippedByRule` even
/// when it was answered before; the answer comes back with the question.
public struct Form: Sendable {
    /// The instrument.
    public let instrument: Instrument
    /// Techniques that the arm shows: `t1`, `gre`.
    public let shows: Set<String>
    /// The answers.
    public let sheet: AnswerSheet
    /// All questions in reading order: item by item over its sites; lesions one after another.
    public let questions: [Question]
    /// What the rules say while reading, in the order of the questions.
    public let remarks: [Remark]
    /// Whether one key may answer all open findings with "not assessable".
    public let allowsAllNotAssessable: Bool
    let allRemarks: [Remark]
    let derivedResults: [DerivedResult]
    let questionOfSlot: [Int]

    /// The form of `instrument` in an arm that shows `shows`, with the answers of `sheet`.
    public init(_ instrument: Instrument, shows: Set<String>, sheet: AnswerSheet = AnswerSheet()) {
        var evaluation = Evaluation(instrument: instrument, shows: shows, sheet: sheet)
        evaluation.run()
        self.instrument = instrument
        self.shows = shows
        self.sheet = sheet
        questions = evaluation.questions
        allRemarks = evaluation.remarks
        remarks = evaluation.remarks.filter { $0.visibility.isOpen(to: .draft) }
        allowsAllNotAssessable = evaluation.allowsAllNotAssessable
        derivedResults = evaluation.derivedResults
        questionOfSlot = evaluation.questionOfSlot
    }

    /// The questions put to the reader now.
    public var asked: [Question] { questions.filter(\.isAsked) }

    /// The required questions without an answer, in reading order.
    public var missing: [Question] { questions.filter(\.isMissing) }

    /// All that stands in the way of signing, each in a few words or the rule's sentence without its
    /// last full stop, so that they can be joined; empty when the read can be signed.
    public var obstacles: [String] {
        let ruled = remarks.filter { $0.severity >= .unsignable }.map(\.sentence)
        return missing.map(\.label) + ruled.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    }

    /// Whether every required question is answered and no rule stands in the way.
    public var isComplete: Bool { obstacles.isEmpty }

    /// What the rules say about one question.
    public func remarks(at key: ItemKey) -> [Remark] { remarks.filter { $0.key == key } }

    /// What the rules say to `audience`, in the order of the questions.
    public func remarks(for audience: DerivedAudience) -> [Remark] {
        allRemarks.filter { $0.visibility.isOpen(to: audience) }
    }

    /// The derived values that `audience` may see.
    public func derived(for audience: DerivedAudience) -> [DerivedResult] {
        derivedResults.filter { $0.visibility.isOpen(to: audience) }
    }

    /// The question with this key; `nil` when the instrument has none, or the lesion is not listed.
    public func question(_ key: ItemKey) -> Question? {
        guard let slot = slot(of: key) else { return nil }
        return questions[questionOfSlot[slot]]
    }

    private func slot(of key: ItemKey) -> Int? {
        let plan = instrument.plan
        if let slot = plan.fixedSlots[key] { return slot }
        guard let entry = plan.lesionEntries[key.item],
            let lesion = sheet.lesions.firstIndex(of: key.site)
        else { return nil }
        return plan.fixedCount + lesion * plan.lesionStride + plan.entries[entry].base
    }
}

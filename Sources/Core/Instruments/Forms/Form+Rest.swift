import ReaderStudies

extension Form {
    /// The entries that answer open findings with "absent".
    ///
    /// With `items`, every unanswered finding of these items; without, every required one. Yes-or-no
    /// questions, grades and lesions' findings are never answered so. The caller allows it only once every
    /// slice was seen.
    public func restAbsent(_ items: Set<ItemID>? = nil) -> [ReadEntry] {
        openFindings(items).map { .answer($0.key, .value(.code($0.absentCode))) }
    }

    /// The entries that answer every open required finding with "not assessable"; none unless the
    /// instrument allows it for these answers (see `allowsAllNotAssessable`).
    ///
    /// - Throws: `InstrumentError.reasonMissing` when `reason` has no words.
    public func restNotAssessable(
        _ reason: NotAssessableReason
    ) throws(InstrumentError) -> [ReadEntry] {
        guard allowsAllNotAssessable else { return [] }
        var entries: [ReadEntry] = []
        for question in openFindings(nil) where question.item.allowsNotAssessable {
            try question.check(reason)
            entries.append(.answer(question.key, .notAssessable(reason)))
        }
        return entries
    }

    private func openFindings(_ items: Set<ItemID>?) -> [Question] {
        questions.filter { question in
            question.isAsked && question.state == .missing && question.item.kind.isFinding
                && question.item.placement != .lesions
                && (items?.contains(question.item.id) ?? question.isRequired)
        }
    }
}

extension Question {
    fileprivate var absentCode: String { choices.first?.code ?? "0" }
}

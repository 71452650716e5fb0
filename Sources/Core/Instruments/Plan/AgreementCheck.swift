import ReaderStudies

/// Checks that the agreement of readers is defined for items that exist and can be compared so.
struct AgreementCheck {
    private let structure: StructureCheck

    init(_ structure: StructureCheck) { self.structure = structure }

    /// Throws on the first part that is wrong.
    func run(_ rules: [AgreementRule], _ matching: LesionMatching?) throws(InstrumentError) {
        for rule in rules { try check(rule) }
        if let matching { try check(matching) }
    }

    private static func wrong(_ path: [String], _ sentence: String) -> InstrumentError {
        .definition(path: ["agreement"] + path, position: nil, sentence: sentence)
    }

    private func check(_ rule: AgreementRule) throws(InstrumentError) {
        let path = [rule.item.rawValue]
        switch item(rule.item)?.kind {
        case .codes, .count, .number, .percentage: break
        case nil:
            throw Self.wrong(
                path,
                "There is no item \(rule.item)."
                    + Suggestion.sentence(
                        for: rule.item.rawValue, among: structure.items.map(\.id.rawValue)))
        case .binary, .text, .mark:
            throw Self.wrong(path, "\(rule.item) has no tolerance: it is no number and no grade.")
        }
        guard rule.tolerance >= 0, rule.tolerance.isFinite else {
            throw Self.wrong(path, "A tolerance is 0 or more.")
        }
    }

    private func check(_ matching: LesionMatching) throws(InstrumentError) {
        let path = ["lesions"]
        guard case .mark? = ofLesion(matching.mark)?.kind else {
            throw Self.wrong(path, "\(matching.mark) is no mark of the list.")
        }
        if let diameter = matching.diameter {
            guard case .number? = ofLesion(diameter)?.kind else {
                throw Self.wrong(path, "\(diameter) is no number of the list.")
            }
        }
        for id in matching.same where ofLesion(id) == nil && !isDerivedOfLesion(id) {
            throw Self.wrong(path, "\(id) is no item or derived value of the list.")
        }
        guard matching.distanceMM >= 0, matching.diameterShare >= 0 else {
            throw Self.wrong(path, "A distance is 0 or more.")
        }
    }

    private func item(_ id: ItemID) -> Item? { structure.items.first { $0.id == id } }

    private func ofLesion(_ id: ItemID) -> Item? {
        item(id).flatMap { $0.placement == .lesions ? $0 : nil }
    }

    private func isDerivedOfLesion(_ id: ItemID) -> Bool {
        structure.derived.contains { $0.id == id && $0.placement == .lesions }
    }
}

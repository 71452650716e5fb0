import ReaderStudies

extension Instrument {
    /// The instrument with the parameters that a study fixes.
    ///
    /// - Throws: `InstrumentError.definition` with the path `parameters`, name, for one that the
    ///   instrument does not have or a value that it cannot have.
    public func with(_ settings: [InstrumentSetting]) throws(InstrumentError) -> Instrument {
        guard !settings.isEmpty else { return self }
        var parameters = self.parameters
        for setting in settings {
            guard let place = parameters.firstIndex(where: { $0.id == setting.parameter }) else {
                throw Self.unknown(setting.parameter, among: parameters.map(\.id), of: reference)
            }
            parameters[place] = try parameters[place].with(setting.value)
        }
        return try Instrument(
            id: id, version: version, title: title, sources: sources, review: review, arms: arms,
            referenceRule: referenceRule, sample: sample, siteSets: siteSets, lesions: lesions,
            parameters: parameters, items: items, derived: derived, aggregations: aggregations,
            agreementRules: agreementRules, lesionMatching: lesionMatching,
            allNotAssessableIf: allNotAssessableIf, windows: windows, examples: examples)
    }

    private static func unknown(
        _ name: String, among known: [String], of instrument: InstrumentReference
    ) -> InstrumentError {
        let has =
            known.isEmpty ? "It has none." : "It has \(known.joined(separator: ", "))."
        return .definition(
            path: ["parameters", name], position: nil,
            sentence: "\(instrument.text) has no parameter \(name). \(has)"
                + Suggestion.sentence(for: name, among: known))
    }
}

extension Parameter {
    /// The parameter with a value as a study file writes it.
    ///
    /// - Throws: `InstrumentError.definition` for a value of another kind.
    func with(_ text: String) throws(InstrumentError) -> Parameter {
        guard let value = value.other(text) else {
            throw .definition(
                path: ["parameters", id], position: nil,
                sentence: "\(id) cannot be \(text): it is \(value.kind).")
        }
        return Parameter(id: id, label: label, value: value)
    }
}

extension Parameter.Value {
    /// A value of the same kind; `nil` when `text` is none.
    fileprivate func other(_ text: String) -> Self? {
        switch self {
        case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil }
        case .truth: Self.truth(of: text).map { .truth($0) }
        case .code(_, let codes): codes.contains(text) ? .code(text, among: codes) : nil
        }
    }

    private static func truth(of text: String) -> Bool? {
        switch text {
        case "yes", "true": true
        case "no", "false": false
        default: nil
        }
    }

    /// What the value may be, in words.
    fileprivate var kind: String {
        switch self {
        case .number: "a number with a decimal point"
        case .truth: "yes or no"
        case .code(_, let codes): "one of \(codes.joined(separator: ", "))"
        }
    }
}

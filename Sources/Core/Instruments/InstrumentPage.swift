import ReaderStudies

/// A reading form as text: all that it asks, where, and what follows, to be read aloud.
public struct InstrumentPage {
    private let instrument: Instrument
    private let shows: Set<String>?

    /// The page of `instrument`; of one arm only when it is named by what it shows.
    public init(_ instrument: Instrument, shows: Set<String>? = nil) {
        self.instrument = instrument
        self.shows = shows
    }

    /// The lines.
    public var lines: [String] {
        head + sites + parameters + questions + derived + last
    }

    private var head: [String] {
        [
            "\(instrument.title)", "\(instrument.reference.text)", "",
        ]
            + instrument.arms.map { arm in
                "Arm \(arm.id): \(Self.sentence(arm.mayBeShown)) Hidden: \(arm.hidden)"
            } + ["Reference: \(instrument.referenceRule)", ""]
    }

    private var sites: [String] {
        let sets = instrument.siteSets.map { set in
            "\(set.label): \(set.sites.map(\.label).joined(separator: ", "))."
        }
        let list =
            instrument.lesions.map { ["\($0.label): a list of at most \($0.maximum)."] } ?? []
        return sets.isEmpty && list.isEmpty
            ? [] : ["Sites"] + (sets + list).map { "  " + $0 } + [""]
    }

    private var parameters: [String] {
        guard !instrument.parameters.isEmpty else { return [] }
        return ["Settings of the study"]
            + instrument.parameters.map { "  \($0.label): \(Self.text($0.value))" } + [""]
    }

    private var questions: [String] {
        let asked = instrument.items.filter(isAsked)
        return ["Questions"]
            + asked.enumerated().flatMap { ["  \($0 + 1). \(heading($1))"] + details($1) } + [""]
    }

    /// Whether the arm asks the item, as far as its techniques alone decide.
    private func isAsked(_ item: Item) -> Bool {
        guard let shows else { return true }
        let form = Form(instrument, shows: shows)
        let questions = form.questions.filter { $0.key.item == item.id }
        return questions.isEmpty || questions.contains { $0.presence != .skipped }
    }

    private func heading(_ item: Item) -> String {
        let place =
            switch item.placement {
            case .exam: ""
            case .lesions: ", for each \(instrument.lesions?.label ?? "")"
            case .sites(let id): ", for each \(instrument.siteSet(id)?.label ?? id)"
            }
        let need =
            switch item.requirement {
            case .optional: "optional"
            case .required: "required"
            case .requiredIf(let when): "required if \(when)"
            }
        return "\(item.label)\(place) (\(item.id), \(need))"
    }

    private func details(_ item: Item) -> [String] {
        var lines = [Self.answers(item)]
        if let drawing = item.drawing {
            let name = Self.words(drawing.tool)
            lines.append(
                drawing.mayBeTyped ? "Measured with the \(name), or typed." : "Drawn: \(name).")
        }
        if let showIf = item.showIf { lines.append("Asked if \(showIf).") }
        if !item.allowsNotAssessable { lines.append("\"Not assessable\" is no answer.") }
        lines += item.rules.map { "\(Self.word($0.severity))\(Self.moment($0)): \($0.say)" }
        lines += item.help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.filter { !$0.isEmpty }.map { "     " + $0 }
    }

    private var derived: [String] {
        guard !instrument.derived.isEmpty else { return [] }
        return ["Derived values"]
            + instrument.derived.map { "  \($0.label) (\($0.id), \(Self.word($0.visibility)))" } + [
                ""
            ]
    }

    private var last: [String] {
        ["Sources"] + instrument.sources.map { "  " + $0 } + [
            "", "To be reviewed by a radiologist",
        ]
            + instrument.review.map { "  " + $0 }
    }
}

// Words.
extension InstrumentPage {
    private static func answers(_ item: Item) -> String {
        switch item.kind {
        case .binary, .codes:
            "Answers: "
                + item.kind.choices.map { choice in
                    let key = choice.key.map { "\($0): " } ?? ""
                    return key + choice.label
                }.joined(separator: "; ") + "."
        case .count, .number, .percentage, .text, .mark: "Answer: \(item.kind.takes)."
        }
    }

    private static func words(_ tool: AnswerMeasurement.Kind) -> String {
        switch tool {
        case .distance: "distance"
        case .perpendicularPair: "perpendicular pair"
        case .angle: "angle"
        case .cobbAngle: "Cobb angle"
        case .ellipse: "ellipse"
        case .rectangle: "rectangle"
        case .polygon: "polygon"
        case .freehand: "free outline"
        case .value: "value of a voxel"
        case .mask: "brush"
        }
    }

    private static func word(_ severity: Severity) -> String {
        switch severity {
        case .hint: "Hint"
        case .warning: "Warning"
        case .unsignable: "Cannot be signed"
        case .refusal: "Refused"
        }
    }

    /// When a rule speaks, where it waits.
    private static func moment(_ rule: Rule) -> String {
        rule.visibility == .live ? "" : " (\(word(rule.visibility)))"
    }

    private static func word(_ visibility: DerivedVisibility) -> String {
        switch visibility {
        case .live: "shown while reading"
        case .afterSigning: "shown after signing"
        case .never: "not shown in a study"
        }
    }

    private static func text(_ value: Parameter.Value) -> String {
        switch value {
        case .number(let number): NumberText.shortest(number)
        case .truth(let isTrue): isTrue ? "yes" : "no"
        case .code(let code, let codes): "\(code) (of \(codes.joined(separator: ", ")))"
        }
    }

    private static func sentence(_ text: String) -> String {
        text.isEmpty || text.hasSuffix(".") ? text : text + "."
    }
}

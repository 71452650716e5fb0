import Instruments
import ReaderStudies

/// An instrument that computes one expression over every kind of answer.
enum Probe {
    static let items: [Item] = [
        Item(
            id: "sick", label: "sick", placement: .exam, kind: JointForm.yesNo, layout: .scalar),
        Item(
            id: "well", label: "well", placement: .exam, kind: JointForm.yesNo, layout: .scalar),
        Item(
            id: "grade", label: "grade", placement: .exam, kind: grades(["I", "II", "III"]),
            layout: .scalar),
        Item(
            id: "other", label: "other", placement: .exam, kind: grades(["II", "IX"]),
            layout: .scalar),
        Item(
            id: "stage", label: "stage", placement: .exam, kind: grades(["CT-0", "CT-3"]),
            layout: .scalar),
        Item(id: "size", label: "size", placement: .exam, kind: millimetres, layout: .scalar),
        Item(
            id: "number", label: "number", placement: .exam, kind: .count(0...Int.max),
            layout: .scalar),
        Item(
            id: "words", label: "words", placement: .exam, kind: .text(maximum: 20),
            layout: .scalar),
        Item(
            id: "hidden", label: "hidden", placement: .exam, kind: JointForm.yesNo,
            showIf: #"shows("t9")"#, layout: .scalar),
        Item(
            id: "bone", label: "bone", placement: .sites("half"), kind: JointForm.finding,
            layout: .grid),
        Item(
            id: "depth", label: "depth", placement: .sites("half"), kind: millimetres,
            showIf: "bone == present", layout: .list),
        Item(
            id: "spot", label: "spot", placement: .lesions, kind: grades(["dark", "bright"]),
            layout: .list),
    ]

    /// The halves, each within its joint.
    private static let halves = SiteSet(
        id: "half", label: "joint half", grid: JointForm.halves.grid,
        sites: JointForm.halves.sites.map {
            Site(
                id: $0.id, label: $0.label, row: $0.row, column: $0.column,
                within: [SiteID(String($0.id.rawValue.prefix(1)))])
        })

    static let parameters = [
        Parameter(id: "limit", label: "limit", value: .number(5)),
        Parameter(id: "strict", label: "strict", value: .truth(true)),
        Parameter(
            id: "sequence", label: "sequence", value: .code("GRE", among: ["GRE", "SWI"])),
    ]

    private static let millimetres = ItemKind.number(
        NumberFormat(unit: "mm", range: 0...100, decimals: 1))

    private static func grades(_ codes: [String]) -> ItemKind {
        .codes(codes.map { Choice(code: $0, label: $0) })
    }

    /// The instrument that computes `expression` at `placement` as `probe`.
    static func instrument(
        _ expression: String, at placement: Placement = .exam
    ) throws(InstrumentError) -> Instrument {
        try Instrument(
            id: "probe", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "Probe",
            siteSets: [JointForm.quadrants, halves, JointForm.joints],
            lesions: LesionList(
                id: "lesion", label: "lesion", prefix: "M", maximum: 3, whenFull: "Full."),
            parameters: parameters, items: items,
            derived: [
                DerivedValue(
                    id: "probe", label: "probe", placement: placement,
                    rule: .expression(expression), visibility: .live)
            ])
    }

    /// What `expression` is worth; a number is written `5`, a truth `yes`, an unknown by its reason.
    static func value(
        of expression: String, at placement: Placement = .exam, lesions: [SiteID] = [],
        shows: Set<String> = [], _ answers: [String: Answer] = [:]
    ) throws -> String {
        let keyed = Dictionary(uniqueKeysWithValues: answers.map { (JointForm.key($0), $1) })
        let sheet = AnswerSheet(lesions: lesions, answers: keyed)
        let form = Form(try instrument(expression, at: placement), shows: shows, sheet: sheet)
        return form.derived(for: .analysis).map { shown($0.state) }.joined(separator: " ")
    }

    private static func shown(_ state: DerivedState) -> String {
        switch state {
        case .value(.code(let code)): code
        case .value(.number(let number)): NumberText.shortest(number)
        case .value: "another value"
        case .notAssessable: "notAssessable"
        case .skippedByRule: "skipped"
        case .missing: "missing"
        case .undefined: "undefined"
        }
    }

    /// `LINE:COLUMN sentence` of the error that `expression` makes.
    static func error(in expression: String, at placement: Placement = .exam) -> String {
        do {
            _ = try instrument(expression, at: placement)
            return "no error"
        } catch {
            guard case .definition(_, let place?, let sentence) = error else {
                return error.sentence
            }
            return "\(place.line):\(place.column) \(sentence)"
        }
    }
}

extension Answer {
    static let yes = Answer.value(.code("yes"))
    static let no = Answer.value(.code("no"))
    static let present = Answer.value(.code("1"))
    static let absent = Answer.value(.code("0"))
    static let unseen = Answer.notAssessable(.artefact)
    static func code(_ code: String) -> Answer { .value(.code(code)) }
    static func number(_ number: Double) -> Answer { .value(.number(number)) }
}

import Instruments
import ReaderStudies

/// Reads when answers of two readers agree, and when their lesions are the same.
struct AgreementReader {
    let rules: [AgreementRule]
    let matching: LesionMatching?

    init(_ value: YAMLValue?, _ places: inout Places) throws(StudyFileError) {
        guard let value else {
            (rules, matching) = ([], nil)
            return
        }
        let table = try value.table(["tolerance", "lesions"])
        var rules: [AgreementRule] = []
        for (item, part) in try table["tolerance"]?.named() ?? [] {
            places.note(["agreement", item], part)
            rules.append(AgreementRule(item: ItemID(item), tolerance: try part.number()))
        }
        self.rules = rules
        places.note(["agreement", "lesions"], table["lesions"])
        matching = try Self.matching(table["lesions"])
    }

    private static func matching(_ value: YAMLValue?) throws(StudyFileError) -> LesionMatching? {
        guard let value else { return nil }
        let table = try value.table(["mark", "within", "orDiameters", "diameter", "same"])
        let diameter = try table["diameter"]?.text()
        return LesionMatching(
            distanceMM: try table.required("within").number(),
            diameterShare: try table["orDiameters"]?.number() ?? 0,
            mark: ItemID(try table.required("mark").text()),
            diameter: diameter.map { ItemID($0) },
            same: try (table["same"]?.texts() ?? []).map { ItemID($0) })
    }
}

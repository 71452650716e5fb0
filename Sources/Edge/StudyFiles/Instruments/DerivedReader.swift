import Instruments
import ReaderStudies

/// Reads the derived values.
enum DerivedReader {
    static func values(
        _ value: YAMLValue?, _ lesions: LesionList?, _ places: inout Places
    ) throws(StudyFileError) -> [DerivedValue] {
        guard let value else { return [] }
        var values: [DerivedValue] = []
        for part in try value.list() { values.append(try derived(part, lesions, &places)) }
        return values
    }

    private static func derived(
        _ value: YAMLValue, _ lesions: LesionList?, _ places: inout Places
    ) throws(StudyFileError) -> DerivedValue {
        let table = try value.table([
            "id", "label", "appliesTo", "visibility", "is", "firstOf", "measured", "help",
        ])
        let id = try table.required("id").text()
        let path = ["derived", id]
        places.note(path, table["id"])
        places.note(path + ["at"], table["appliesTo"])
        return DerivedValue(
            id: ItemID(id), label: try table.required("label").text(),
            placement: try ItemReader.placement(table["appliesTo"], lesions),
            rule: try rule(table, path: path, &places),
            visibility: try table.required("visibility").word(DerivedVisibility.self),
            help: try table["help"]?.text() ?? "")
    }

    private static func rule(
        _ table: YAMLTable, path: [String], _ places: inout Places
    ) throws(StudyFileError) -> DerivedRule {
        switch (table["is"], table["firstOf"], table["measured"]) {
        case (nil, nil, let measured?):
            places.note(path + ["measured"], measured)
            let parts = try measured.table(["item", "quantity"])
            return .measured(
                item: ItemID(try parts.required("item").text()),
                quantity: try parts.required("quantity").text())
        case (let expression?, nil, nil):
            places.note(path + ["is"], expression)
            return .expression(try expression.text())
        case (nil, let list?, nil):
            places.note(path + ["firstOf"], list)
            return .firstOf(try cases(list, path: path + ["firstOf"], &places))
        default:
            throw table.whole.mistake("A derived value has one of is:, firstOf: and measured:.")
        }
    }

    private static func cases(
        _ list: YAMLValue, path: [String], _ places: inout Places
    ) throws(StudyFileError) -> [DerivedCase] {
        var cases: [DerivedCase] = []
        for (number, part) in try list.list().enumerated() {
            let table = try part.table(["value", "when"])
            places.note(path + ["\(number)"], table["when"] ?? part)
            cases.append(
                DerivedCase(try table.required("value").text(), when: try table["when"]?.text()))
        }
        return cases
    }
}

/// Reads how findings are carried up.
enum AggregationReader {
    static func rules(
        _ value: YAMLValue?, _ places: inout Places
    ) throws(StudyFileError) -> [Aggregation] {
        guard let value else { return [] }
        var rules: [Aggregation] = []
        for part in try value.list() {
            let table = try part.table(["item", "to", "notAssessablePercent"])
            let item = try table.required("item").text()
            places.note(["aggregation", item], part)
            rules.append(
                Aggregation(
                    item: ItemID(item), to: try table.required("to").text(),
                    notAssessablePercent: try table.required("notAssessablePercent").integer()))
        }
        return rules
    }
}

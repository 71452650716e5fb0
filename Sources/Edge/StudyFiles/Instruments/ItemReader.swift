import Instruments
import ReaderStudies

/// Reads the items.
enum ItemReader {
    private static let keys: Set<String> = [
        "id", "label", "appliesTo", "type", "values", "keys", "valuesShowIf", "range", "unit",
        "decimals", "maximum", "tool", "quantity", "texture", "required", "requiredIf", "showIf",
        "hintIf", "warnIf",
        "refuseSigningIf", "refuseIf", "notAssessable", "layout", "help",
    ]

    static func items(
        _ value: YAMLValue, _ lesions: LesionList?, _ places: inout Places
    ) throws(StudyFileError) -> [Item] {
        places.note(["items"], value)
        var items: [Item] = []
        for part in try value.list() { items.append(try item(part, lesions, &places)) }
        return items
    }

    private static func item(
        _ value: YAMLValue, _ lesions: LesionList?, _ places: inout Places
    ) throws(StudyFileError) -> Item {
        let table = try value.table(keys)
        let id = try table.required("id").text()
        let path = ["items", id]
        note(table, at: path, &places)
        let placement = try placement(table["appliesTo"], lesions)
        let kind = try KindReader.kind(table, path: path, &places)
        return Item(
            id: ItemID(id), label: try table.required("label").text(), placement: placement,
            kind: kind, drawing: try KindReader.drawing(table),
            requirement: try requirement(table),
            showIf: try table["showIf"]?.text(),
            allowsNotAssessable: try table["notAssessable"]?.truth() ?? kind.isAssessed,
            rules: try RuleReader.rules(table, path: path, &places),
            layout: try table["layout"]?.word(ItemLayout.self) ?? layout(placement, kind),
            help: try table["help"]?.text() ?? "")
    }

    private static func note(_ table: YAMLTable, at path: [String], _ places: inout Places) {
        places.note(path, table["id"] ?? table.whole)
        places.note(path + ["at"], table["appliesTo"])
        places.note(path + ["choices"], table["values"] ?? table["type"])
        for key in ["showIf", "requiredIf", "layout", "decimals", "maximum"] {
            places.note(path + [key], table[key])
        }
    }

    /// `exam` unless said; else the list of lesions or a set of sites.
    static func placement(
        _ value: YAMLValue?, _ lesions: LesionList?
    ) throws(StudyFileError) -> Placement {
        guard let name = try value?.text(), name != "exam" else { return .exam }
        return name == lesions?.id ? .lesions : .sites(name)
    }

    private static func requirement(_ table: YAMLTable) throws(StudyFileError) -> Requirement {
        if let condition = table["requiredIf"] {
            guard table["required"] == nil else {
                throw condition.mistake("Either required: or requiredIf:, not both.")
            }
            return .requiredIf(try condition.text())
        }
        return try table["required"]?.truth() ?? false ? .required : .optional
    }

    private static func layout(_ placement: Placement, _ kind: ItemKind) -> ItemLayout {
        switch placement {
        case .exam: .scalar
        case .lesions: .list
        case .sites: kind.isFinding ? .grid : .list
        }
    }
}

extension ItemKind {
    /// Whether "not assessable" is an answer unless the file says otherwise: not to texts and marks.
    fileprivate var isAssessed: Bool {
        switch self {
        case .text, .mark: false
        case .binary, .codes, .count, .number, .percentage: true
        }
    }
}

import Instruments
import ReaderStudies

/// Reads what an item takes: its type with values, range, unit or length.
enum KindReader {
    private enum Name: String, CaseIterable {
        case binary, yesNo, codes, count, number, percentage, text, mark, measurement, region
    }

    static func kind(
        _ table: YAMLTable, path: [String], _ places: inout Places
    ) throws(StudyFileError) -> ItemKind {
        let name = try table.required("type").word(Name.self)
        try refuseStrangers(table, name)
        switch name {
        case .binary: return try binary(table, codes: ["0", "1"], labels: ["absent", "present"])
        case .yesNo: return try binary(table, codes: ["no", "yes"], labels: ["no", "yes"])
        case .codes: return .codes(try choices(table, path: path, &places))
        case .count: return .count(try wholeRange(table["range"]))
        case .number, .measurement: return .number(try format(table))
        case .region: return .count(1...Int.max)
        case .percentage: return .percentage
        case .text: return .text(maximum: try table.required("maximum").integer())
        case .mark: return .mark
        }
    }

    /// What is drawn to answer a measurement or a region; `nil` for every other type.
    static func drawing(_ table: YAMLTable) throws(StudyFileError) -> Drawing? {
        switch try table.required("type").word(Name.self) {
        case .measurement:
            return .measurement(
                try table.required("tool").word(AnswerMeasurement.Kind.self),
                quantity: try table["quantity"]?.text())
        case .region:
            let tool = try table["tool"]?.word(AnswerMeasurement.Kind.self) ?? .polygon
            guard Drawing.regionTools.contains(tool) else {
                throw (table["tool"] ?? table.whole).mistake(
                    "A region is drawn as polygon, freehand, ellipse or rectangle.")
            }
            return .region(tool, hasTexture: try table["texture"]?.truth() ?? false)
        default: return nil
        }
    }

    /// Keys that mean nothing for the type are mistakes too.
    private static func refuseStrangers(
        _ table: YAMLTable, _ name: Name
    ) throws(StudyFileError) {
        let allowed: Set<String> =
            switch name {
            case .binary, .yesNo: ["values", "keys"]
            case .codes: ["values", "keys", "valuesShowIf"]
            case .count: ["range"]
            case .number: ["range", "unit", "decimals"]
            case .measurement: ["range", "unit", "decimals", "tool", "quantity"]
            case .region: ["tool", "texture"]
            case .text: ["maximum"]
            case .percentage, .mark: []
            }
        let all = [
            "values", "keys", "valuesShowIf", "range", "unit", "decimals", "maximum", "tool",
            "quantity", "texture",
        ]
        for key in all {
            guard let value = table[key], !allowed.contains(key) else { continue }
            throw value.mistake("\(key): means nothing for the type \(name.rawValue).")
        }
    }

    private static func binary(
        _ table: YAMLTable, codes: [String], labels: [String]
    ) throws(StudyFileError) -> ItemKind {
        var named = Array(zip(codes, labels))
        if let values = table["values"] {
            named = try labelled(values)
            guard named.count == 2 else {
                throw values.mistake("A binary item has two values: absent first, then present.")
            }
        }
        let keys = try keys(table["keys"], count: 2)
        return .binary(
            absent: Choice(code: named[0].0, label: named[0].1, key: keys?[0]),
            present: Choice(code: named[1].0, label: named[1].1, key: keys?[1]))
    }

    private static func choices(
        _ table: YAMLTable, path: [String], _ places: inout Places
    ) throws(StudyFileError) -> [Choice] {
        let values = try table.required("values")
        let named = try labelled(values)
        let keys = try keys(table["keys"], count: named.count)
        var conditions: [String: String] = [:]
        if let table = try table["valuesShowIf"]?.table(Set(named.map(\.0))) {
            for (code, _) in named {
                conditions[code] = try table[code]?.text()
                places.note(path + ["choices", code], table[code])
            }
        }
        return named.enumerated().map { index, value in
            Choice(
                code: value.0, label: value.1, key: keys?[index], showIf: conditions[value.0])
        }
    }

    private static func labelled(
        _ value: YAMLValue
    ) throws(StudyFileError) -> [(String, String)] {
        var labelled: [(String, String)] = []
        for (code, label) in try value.named() { labelled.append((code, try label.text())) }
        return labelled
    }

    private static func keys(
        _ value: YAMLValue?, count: Int
    ) throws(StudyFileError) -> [Character]? {
        guard let value else { return nil }
        let keys = Array(try value.text())
        guard keys.count == count else {
            throw value.mistake("\(count) values need \(count) keys, not \(keys.count).")
        }
        return keys
    }

    private static func wholeRange(
        _ value: YAMLValue?
    ) throws(StudyFileError) -> ClosedRange<Int> {
        guard let value else { return 0...Int.max }
        let bounds = try value.list()
        guard bounds.count == 2 else { throw value.mistake("A range is [SMALLEST, LARGEST].") }
        let lower = try bounds[0].integer()
        let upper = try bounds[1].integer()
        guard lower <= upper else { throw value.mistake("A range begins with its smallest.") }
        return lower...upper
    }

    private static func format(_ table: YAMLTable) throws(StudyFileError) -> NumberFormat {
        let range = try table.required("range")
        let bounds = try range.list()
        guard bounds.count == 2 else { throw range.mistake("A range is [SMALLEST, LARGEST].") }
        let lower = try bounds[0].number()
        let upper = try bounds[1].number()
        guard lower <= upper else { throw range.mistake("A range begins with its smallest.") }
        return NumberFormat(
            unit: try table["unit"]?.text() ?? "", range: lower...upper,
            decimals: try table["decimals"]?.integer() ?? 0)
    }
}

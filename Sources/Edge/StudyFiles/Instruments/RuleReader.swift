import Instruments

/// Reads the rules of an item: `hintIf`, `warnIf`, `refuseSigningIf` and `refuseIf`, each one rule or a list.
enum RuleReader {
    private static let severities: [(key: String, severity: Severity)] = [
        ("hintIf", .hint), ("warnIf", .warning), ("refuseSigningIf", .unsignable),
        ("refuseIf", .refusal),
    ]

    static func rules(
        _ table: YAMLTable, path: [String], _ places: inout Places
    ) throws(StudyFileError) -> [Rule] {
        var rules: [Rule] = []
        for (key, severity) in severities {
            guard let value = table[key] else { continue }
            for part in try parts(value) {
                let rule = try part.table(["when", "say", "visibility"])
                let when = try rule.required("when")
                places.note(path + [severity.rawValue, "\(rules.count)"], when)
                rules.append(
                    Rule(
                        severity, when: try when.text(), say: try rule.required("say").text(),
                        visibility: try rule["visibility"]?.word(DerivedVisibility.self) ?? .live))
            }
        }
        return rules
    }

    private static func parts(_ value: YAMLValue) throws(StudyFileError) -> [YAMLValue] {
        value.isList ? try value.list() : [value]
    }
}

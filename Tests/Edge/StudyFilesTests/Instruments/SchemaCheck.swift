import Foundation
import StudyFiles

/// Checks a YAML file against the JSON Schema that editors use: the words of the schema that ours has.
struct SchemaCheck {
    private let schema: [String: Any]

    /// The published schema.
    init(file: String = #filePath) throws {
        let root = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let url = root.appending(
            path: "Sources/readingroom/Documentation.docc/Resources/instrument.schema.json")
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
        schema = object as? [String: Any] ?? [:]
    }

    /// What does not fit, each with its place.
    func mistakes(in value: YAMLValue) throws -> [String] { try check(value, schema, "") }

    private func check(_ value: YAMLValue, _ rule: [String: Any], _ path: String) throws -> [String]
    {
        if let name = rule["$ref"] as? String {
            let definitions = schema["$defs"] as? [String: Any]
            let part = name.split(separator: "/").last.map(String.init) ?? ""
            return try check(value, definitions?[part] as? [String: Any] ?? [:], path)
        }
        if let options = rule["oneOf"] as? [[String: Any]] {
            let fitting = try options.filter { try check(value, $0, path).isEmpty }
            return fitting.count == 1 ? [] : ["\(path) fits \(fitting.count) of several forms"]
        }
        if let allowed = rule["enum"] as? [Any] {
            let text = try value.text()
            return allowed.contains { "\($0)" == text } ? [] : ["\(path) is no \(text)"]
        }
        switch rule["type"] as? String {
        case "object": return try table(value, rule, path)
        case "array": return try list(value, rule, path)
        default: return try scalar(value, rule, path)
        }
    }

    private func table(
        _ value: YAMLValue, _ rule: [String: Any], _ path: String
    ) throws -> [String] {
        guard !value.isList, let parts = try? value.named() else { return ["\(path) is no table"] }
        let properties = rule["properties"] as? [String: [String: Any]] ?? [:]
        let others = rule["additionalProperties"] as? [String: Any]
        var mistakes: [String] = []
        for name in rule["required"] as? [String] ?? []
        where !parts.contains(where: { $0.name == name }) {
            mistakes.append("\(path) lacks \(name)")
        }
        for (name, part) in parts {
            guard let rule = properties[name] ?? others else {
                mistakes.append("\(path) has no \(name)")
                continue
            }
            mistakes += try check(part, rule, "\(path)/\(name)")
        }
        return mistakes
    }

    private func list(
        _ value: YAMLValue, _ rule: [String: Any], _ path: String
    ) throws -> [String] {
        guard value.isList else { return ["\(path) is no list"] }
        let parts = try value.list()
        let least = rule["minItems"] as? Int ?? 0
        let most = rule["maxItems"] as? Int ?? .max
        let count = (least...most).contains(parts.count) ? [] : ["\(path) has \(parts.count)"]
        let inner = rule["items"] as? [String: Any] ?? [:]
        return try count + parts.enumerated().flatMap { try check($1, inner, "\(path)/\($0)") }
    }

    private func scalar(
        _ value: YAMLValue, _ rule: [String: Any], _ path: String
    ) throws -> [String] {
        guard !value.isList, let text = try? value.text() else { return ["\(path) is no text"] }
        if let pattern = rule["pattern"] as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            return ["\(path) is \(text)"]
        }
        guard let type = rule["type"] as? String, type != "string" else { return [] }
        guard let number = Double(text), type != "integer" || Int(text) != nil,
            number >= rule["minimum"] as? Double ?? -.infinity,
            number <= rule["maximum"] as? Double ?? .infinity
        else { return ["\(path) is \(text)"] }
        return []
    }
}

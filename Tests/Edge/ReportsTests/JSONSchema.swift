import Foundation

/// As much of JSON Schema 2020-12 as the published schema uses; a word it does not know is a mistake.
struct JSONSchema {
    private let root: [String: Any]
    private static let words: Set<String> = [
        "$schema", "$defs", "$ref", "title", "description", "type", "required", "properties",
        "additionalProperties", "items", "minItems", "maxItems", "enum", "const", "oneOf",
        "minimum",
        "minLength",
    ]

    /// The published schema.
    init() throws {
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appending(
                path: "Sources/readingroom/Documentation.docc/Resources/analysis-report.schema.json"
            )
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        root = object as? [String: Any] ?? [:]
    }

    /// Where and why `json` is not what the schema says; empty when it is.
    func mistakes(in json: String) throws -> [String] {
        let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
        return mistakes(value, root, at: "")
    }

    private func mistakes(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
        let unknown = Set(schema.keys).subtracting(Self.words).map { "\(path): word \($0)" }
        let wrong = [
            reference(value, schema, path), choice(value, schema, path), type(value, schema, path),
            members(value, schema, path), elements(value, schema, path),
        ]
        return unknown + wrong.flatMap(\.self)
    }

    private func reference(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        guard let name = schema["$ref"] as? String else { return [] }
        let definitions = root["$defs"] as? [String: Any]
        guard let found = definitions?[String(name.dropFirst(8))] as? [String: Any] else {
            return ["\(path): \(name) is not defined"]
        }
        return mistakes(value, found, at: path)
    }

    private func choice(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        var wrong: [String] = []
        if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
            wrong.append("\(path): \(value) is none of \(allowed)")
        }
        if let only = schema["const"], "\(only)" != "\(value)" {
            wrong.append("\(path): \(value) is not \(only)")
        }
        if let forms = schema["oneOf"] as? [[String: Any]] {
            let found = forms.map { mistakes(value, $0, at: path) }
            if found.count(where: \.isEmpty) != 1 {
                wrong.append("\(path): fits \(found.count(where: \.isEmpty)) forms")
            }
        }
        return wrong
    }

    private func type(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        let wanted = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
        var wrong: [String] = []
        if !wanted.isEmpty, !wanted.contains(where: { Self.names(of: value).contains($0) }) {
            wrong.append("\(path): \(value) is not \(wanted)")
        }
        if let least = schema["minimum"] as? Double, let number = value as? Double, number < least {
            wrong.append("\(path): \(number) is below \(least)")
        }
        if let least = schema["minLength"] as? Int, let text = value as? String, text.count < least
        {
            wrong.append("\(path): \(text) is too short")
        }
        return wrong
    }

    private static func names(of value: Any) -> [String] {
        switch value {
        case is NSNull: ["null"]
        case is String: ["string"]
        case is [Any]: ["array"]
        case is [String: Any]: ["object"]
        case let number as NSNumber where number.doubleValue == number.doubleValue.rounded():
            ["integer", "number"]
        case is NSNumber: ["number"]
        default: []
        }
    }

    private func members(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        guard let object = value as? [String: Any] else { return [] }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
            .map { "\(path): \($0) is missing" }
        return missing
            + object.flatMap { name, member -> [String] in
                if let known = properties[name] {
                    return mistakes(member, known, at: "\(path)/\(name)")
                }
                if let others = schema["additionalProperties"] as? [String: Any] {
                    return mistakes(member, others, at: "\(path)/\(name)")
                }
                let isClosed = schema["additionalProperties"] as? Bool == false
                return isClosed ? ["\(path): \(name) is not known"] : []
            }
    }

    private func elements(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        guard let array = value as? [Any] else { return [] }
        let least = schema["minItems"] as? Int ?? 0
        let most = schema["maxItems"] as? Int ?? .max
        let size = (least...most).contains(array.count) ? [] : ["\(path): \(array.count) elements"]
        guard let each = schema["items"] as? [String: Any] else { return size }
        return size
            + array.enumerated().flatMap { mistakes($0.element, each, at: "\(path)/\($0.offset)") }
    }
}

/// A JSON text in the making, with the members of an object in the order given.
public indirect enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number; not-a-number and infinities, which JSON lacks, are written as `null`.
    case number(Double)
    /// A text.
    case string(String)
    /// Values one after the other.
    case array([JSONValue])
    /// Members in order; each name once.
    case object([Member])

    /// One member of an object.
    public struct Member: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its value.
        public let value: JSONValue

        /// `value` under `name`.
        public init(_ name: String, _ value: JSONValue) { (self.name, self.value) = (name, value) }
    }

    /// A whole number.
    public static func count(_ number: Int) -> JSONValue { .number(Double(number)) }

    /// A text, or `null` where there is none.
    public static func optional(_ text: String?) -> JSONValue { text.map(Self.string) ?? .null }

    /// The value on one line, as RFC 8259 says.
    public var line: String {
        var text = ""
        write(to: &text, indent: nil)
        return text
    }

    /// The value with two spaces a level; arrays and objects that hold no others stay on one line.
    public var lines: String {
        var text = ""
        write(to: &text, indent: 0)
        return text
    }

    private func write(to text: inout String, indent: Int?) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let value): text += value.isFinite ? NumberText.shortest(value) : "null"
        case .string(let value): text += Self.quoted(value)
        case .array(let values):
            Self.write("[", values.map { ("", $0) }, "]", to: &text, indent: indent)
        case .object(let members):
            let named = members.map { (Self.quoted($0.name) + ": ", $0.value) }
            Self.write("{", named, "}", to: &text, indent: indent)
        }
    }

    private static func write(
        _ open: String, _ parts: [(String, JSONValue)], _ close: String, to text: inout String,
        indent: Int?
    ) {
        let level = parts.contains { $0.1.isNested } ? indent : nil
        let space = level.map { "\n" + String(repeating: " ", count: 2 * $0) }
        text += open
        for (place, part) in parts.enumerated() {
            if place > 0 { text += space == nil ? ", " : "," }
            if let space { text += space + "  " }
            text += part.0
            part.1.write(to: &text, indent: level.map { $0 + 1 })
        }
        text += (space ?? "") + close
    }

    private var isNested: Bool {
        switch self {
        case .array(let values): !values.isEmpty
        case .object(let members): !members.isEmpty
        default: false
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

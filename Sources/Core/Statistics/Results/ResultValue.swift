/// One number of a result under its published name, such as `sensitivity.wilson.lower`.
public struct ResultValue: Hashable, Sendable {
    /// Dotted, lower camel case; a part that comes from the data is the label as written, with
    /// characters other than letters, digits, `_`, `-` replaced by `_`.
    public let name: String
    /// The number, or why there is none.
    public let quantity: Quantity

    /// `quantity` under `name`.
    public init(_ name: String, _ quantity: Quantity) {
        (self.name, self.quantity) = (name, quantity)
    }

    /// `number` under `name`.
    public init(_ name: String, _ number: Double) { self.init(name, Quantity(number)) }

    /// `count` under `name`.
    public init(_ name: String, _ count: Int) { self.init(name, .value(Double(count))) }

    /// A label of the data as one part of a name.
    public static func part(_ label: String) -> String {
        String(
            String.UnicodeScalarView(
                label.unicodeScalars.map {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_"
                        || $0 == "-" ? $0 : "_"
                }))
    }
}

/// A result that names each of its numbers.
public protocol NamedResults {
    /// Every number under its name, in the order of a report.
    var results: [ResultValue] { get }
}

extension Interval: NamedResults {
    /// `lower` and `upper`.
    public var results: [ResultValue] {
        [ResultValue("lower", lower), ResultValue("upper", upper)]
    }
}

extension NamedResults {
    /// The numbers with `prefix` and a dot before each name.
    public func results(under prefix: String) -> [ResultValue] { results.under(prefix) }
}

extension [ResultValue] {
    /// The same numbers with `prefix` and a dot before each name.
    public func under(_ prefix: String) -> [ResultValue] {
        map { ResultValue("\(prefix).\($0.name)", $0.quantity) }
    }
}

/// Writes a list of named numbers one under the other.
@resultBuilder
public enum ResultList {
    /// One number.
    public static func buildExpression(_ value: ResultValue) -> [ResultValue] { [value] }
    /// Several numbers.
    public static func buildExpression(_ values: [ResultValue]) -> [ResultValue] { values }
    /// All parts, one after the other.
    public static func buildBlock(_ parts: [ResultValue]...) -> [ResultValue] {
        parts.flatMap { $0 }
    }
    /// The parts of a loop.
    public static func buildArray(_ parts: [[ResultValue]]) -> [ResultValue] {
        parts.flatMap { $0 }
    }
    /// A part that may be absent.
    public static func buildOptional(_ part: [ResultValue]?) -> [ResultValue] { part ?? [] }
    /// The first of two ways.
    public static func buildEither(first part: [ResultValue]) -> [ResultValue] { part }
    /// The second of two ways.
    public static func buildEither(second part: [ResultValue]) -> [ResultValue] { part }
}

/// A value kept once in memory for all that hold it.
///
/// The class asks nothing of its value that the runtime would look up: a lookup among all conformances of the program
/// costs a one-picture command more than reading the header does.
final class Shared<Value: Sendable>: Sendable {
    /// The value.
    let value: Value

    /// Keeps a value.
    init(_ value: Value) { self.value = value }
}

extension Shared: Equatable where Value: Equatable {
    static func == (a: Shared, b: Shared) -> Bool { a === b || a.value == b.value }
}

extension Shared: Hashable where Value: Hashable {
    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// A value kept once in memory for all that hold it.
final class Shared<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    let value: Value

    /// Keeps a value.
    init(_ value: Value) { self.value = value }

    static func == (a: Shared, b: Shared) -> Bool { a === b || a.value == b.value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

import Statistics

/// The numbers of a method by their published names.
struct NumberIndex {
    private let quantities: [String: Quantity]

    init(_ results: [ResultValue]) {
        quantities = Dictionary(
            results.map { ($0.name, $0.quantity) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number called `name`.
    subscript(name: String) -> Quantity {
        quantities[name] ?? .undefined("the method does not give it for these data")
    }

    /// The limits under `name`.
    func limits(_ name: String) -> Interval {
        Interval(self["\(name).lower"], self["\(name).upper"])
    }
}

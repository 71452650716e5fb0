/// Names that stand in a column, each kept once and known by its place.
public struct Labels: Hashable, Sendable {
    /// The names, in the order of their first use.
    public private(set) var names: [String] = []
    private var places: [String: Int] = [:]

    /// No names.
    public init() {}

    /// The place of `name`, a new one at its first use.
    public mutating func place(of name: String) -> Int {
        if let known = places[name] { return known }
        places[name] = names.count
        names.append(name)
        return names.count - 1
    }

    /// The place of `name`; `nil` where it never occurs.
    public func find(_ name: String) -> Int? { places[name] }

    /// How many names.
    public var count: Int { names.count }

    /// The name at `place`.
    public subscript(place: Int) -> String { names[place] }
}

/// Numbers clusters, or other names of units, 0, 1, 2 and so on in the order in which they come first.
///
/// Units come in runs of one name, so that the last one answers most questions without a search.
/// It is inlinable so that each kind of name has a search of its own; a generic one asks the runtime
/// for types at every name.
public struct Places<Name: Hashable> {
    /// How many names have come.
    @inlinable public var count: Int { places.count }
    @usableFromInline var places: [Name: Int] = [:]
    @usableFromInline var last: (name: Name, place: Int)?

    /// No name yet.
    @inlinable public init() {}

    /// The place of `name`, which is `count` before the call when the name is new.
    @inlinable public mutating func place(of name: Name) -> Int {
        if let last, last.name == name { return last.place }
        let next = count
        let place = places[name, default: next]
        if place == next { places[name] = next }
        last = (name, place)
        return place
    }
}

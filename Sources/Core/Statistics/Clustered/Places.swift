/// Numbers clusters, or other names of units, 0, 1, 2 and so on in the order in which they come first.
///
/// Units come in runs of one name, so that the last one answers most questions without a search.
public struct Places<Name: Hashable> {
    /// How many names have come.
    public private(set) var count = 0
    private var places: [Name: Int] = [:]
    private var last: (name: Name, place: Int)?

    /// No name yet.
    public init() {}

    /// The place of `name`, which is `count` before the call when the name is new.
    public mutating func place(of name: Name) -> Int {
        if let last, last.name == name { return last.place }
        let place = places[name] ?? count
        if place == count {
            places[name] = place
            count += 1
        }
        last = (name, place)
        return place
    }
}

extension Array {
    /// The elements in groups of equal keys; groups in the order of their first element, elements in theirs.
    func groupedInOrder(by key: (Element) -> String) -> [[Element]] {
        // One element needs no table, whose type the runtime would first have to make.
        guard count > 1 else { return isEmpty ? [] : [self] }
        var groups: [[Element]] = []
        var places: [String: Int] = [:]
        for element in self {
            let key = key(element)
            if let place = places[key] {
                groups[place].append(element)
            } else {
                places[key] = groups.count
                groups.append([element])
            }
        }
        return groups
    }
}

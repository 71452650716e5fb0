/// Finds what an author probably meant.
public enum Suggestion {
    /// The known name nearest to `name`, when at most a third of its letters must change; else `nil`.
    public static func nearest(to name: String, among known: [String]) -> String? {
        let limit = name.count / 3
        return
            known
            .map { (name: $0, distance: distance(name, $0)) }
            .filter { $0.distance <= limit }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
            .name
    }

    /// ` Did you mean X?` with a space before it, or nothing.
    public static func sentence(for name: String, among known: [String]) -> String {
        nearest(to: name, among: known).map { " Did you mean \($0)?" } ?? ""
    }

    /// Letters to insert, remove, replace or swap with their neighbour, without regard to case.
    static func distance(_ left: String, _ right: String) -> Int {
        let from = Array(left.lowercased())
        let to = Array(right.lowercased())
        var before: [Int] = []
        var row = Array(0...to.count)
        for index in from.indices {
            var next = [index + 1]
            for column in to.indices {
                let replaced = row[column] + (from[index] == to[column] ? 0 : 1)
                next.append(min(replaced, row[column + 1] + 1, next[column] + 1))
                if index > 0, column > 0, from[index] == to[column - 1],
                    from[index - 1] == to[column]
                {
                    next[column + 1] = min(next[column + 1], before[column - 1] + 1)
                }
            }
            (before, row) = (row, next)
        }
        return row[to.count]
    }
}

/// Finds what an author probably meant.
public enum Suggestion {
    /// The known name nearest to `name`, when a third of its letters or fewer must change; else `nil`.
    public static func nearest(to name: String, among known: [String]) -> String? {
        let limit = max(1, name.count / 3)
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

    /// Levenshtein's distance without regard to case: letters to insert, remove or replace.
    static func distance(_ left: String, _ right: String) -> Int {
        let from = Array(left.lowercased())
        let to = Array(right.lowercased())
        var row = Array(0...to.count)
        for (rowIndex, letter) in from.enumerated() {
            var diagonal = row[0]
            row[0] = rowIndex + 1
            for (column, other) in to.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[to.count]
    }
}

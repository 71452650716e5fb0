/// What the name of a case or participant may look like, wherever a person types one.
public enum CaseName {
    /// The mistake in a name, as a sentence; `nil` for a good name.
    public static func mistake(in name: String, column: String) -> String? {
        if name.isEmpty {
            return "The \(column) is missing. Give each \(column) a name such as C01."
        }
        let isPlain = name.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                || "-_.".unicodeScalars.contains($0)
        }
        guard isPlain, name.utf8.count <= 64 else {
            return "The \(column) has a name that cannot be used. Write up to 64 letters, digits, "
                + "hyphens, underscores or dots."
        }
        return nil
    }
}

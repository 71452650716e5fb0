extension SafeText {
    /// A path or system message without characters that act on a terminal; a long one keeps its end.
    static func path(_ text: String) -> String {
        let kept = text.unicodeScalars.suffix(512)
        var safe = ""
        var rest = kept[...]
        while !rest.isEmpty {
            safe += harmless(rest.prefix(256))
            rest = rest.dropFirst(256)
        }
        return safe
    }
}

/// Rows to comma-separated text as RFC 4180 says: UTF-8, lines end in CR LF, quotation marks doubled.
public enum CSVText {
    /// One line with its end.
    public static func line(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\r\n"
    }

    /// All lines.
    public static func text(_ rows: [[String]]) -> String { rows.map(line).joined() }

    /// Words that a person typed, made harmless for spreadsheet programs.
    ///
    /// A text that a spreadsheet could take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line
    /// break, also after spaces) gets one apostrophe in front, and so does one that begins with an apostrophe:
    /// whoever removes one leading apostrophe has the text as it was typed.
    public static func harmless(_ typed: String) -> String {
        let start = typed.unicodeScalars.first { $0 != " " }
        guard let start, dangerous.contains(start) else { return typed }
        return "'" + typed
    }

    private static let dangerous: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠",
    ]

    private static func quoted(_ field: String) -> String {
        let bytes = field.utf8
        guard
            bytes.first == UInt8(ascii: " ") || bytes.last == UInt8(ascii: " ")
                || bytes.contains(where: { special.contains($0) })
        else { return field }
        let inside =
            bytes.contains(UInt8(ascii: "\""))
            ? field.replacing("\"", with: "\"\"") : field
        return "\"\(inside)\""
    }

    /// A comma, a quotation mark and the ends of lines, none of which is part of another letter in UTF-8.
    private static let special: [UInt8] = [0x2C, 0x22, 0x0D, 0x0A]
}

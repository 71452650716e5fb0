/// One thing that can be done now, or why not.
public struct MenuItem: Hashable, Sendable {
    /// The key, as it is written for people: `Enter`, `n`, `Ctrl-L`.
    public var key: String
    /// What it does.
    public var label: String
    /// Why it cannot be done now; `nil` when it can.
    public var refusal: String?

    /// A thing to do.
    public init(key: String, label: String, refusal: String? = nil) {
        self.key = key
        self.label = label
        self.refusal = refusal
    }
}

extension CellGrid {
    /// Draws one item a line, keys in one column; what cannot be done is quiet and says why.
    /// - Returns: The rows used.
    @discardableResult
    public mutating func menu(_ items: [MenuItem], in area: Rect) -> Int {
        let keyWidth = items.map { DisplayWidth.of($0.key) }.max() ?? 0
        let shown = items.prefix(area.height)
        for (offset, item) in shown.enumerated() {
            let row = area.y + offset
            let role: Role = item.refusal == nil ? .text : .dim
            write(
                item.key, column: area.x, row: row, width: min(keyWidth, area.width),
                role: item.refusal == nil ? .accent : .dim)
            let words = item.refusal.map { "\(item.label): \($0)" } ?? item.label
            write(
                words, column: area.x + keyWidth + 2, row: row,
                width: max(0, area.width - keyWidth - 2), role: role)
        }
        return shown.count
    }

    /// Draws keys in one line, `space present   o absent`, as many as fit whole.
    /// - Returns: How many fit.
    @discardableResult
    public mutating func keyLine(_ items: [MenuItem], in area: Rect) -> Int {
        var column = area.x
        for (index, item) in items.enumerated() {
            let needed = DisplayWidth.of(item.key) + 1 + DisplayWidth.of(item.label)
            guard area.height > 0, column + needed <= area.maxX else { return index }
            let isPossible = item.refusal == nil
            column = write(
                item.key, column: column, row: area.y, role: isPossible ? .accent : .dim)
            column = write(
                item.label, column: column + 1, row: area.y, role: isPossible ? .text : .dim)
            column += 3
        }
        return items.count
    }
}

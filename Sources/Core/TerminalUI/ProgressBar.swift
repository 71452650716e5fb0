extension CellGrid {
    /// Draws how much is done: a bar, and the percentage at its right, which is never 100 before
    /// all is done.
    ///
    /// - Parameters:
    ///   - fraction: 0...1; other values are cut.
    ///   - area: The cells that are drawn on, in its first row.
    ///   - role: How the done part looks.
    public mutating func progressBar(_ fraction: Double, in area: Rect, role: Role = .accent) {
        guard area.height > 0 else { return }
        let part = fraction.isNaN ? 0 : max(0, min(1, fraction))
        let barWidth = max(0, area.width - 6)
        let filled = Int((part * Double(barWidth)).rounded(.down))
        for offset in 0..<barWidth {
            self[area.x + offset, area.y] =
                offset < filled ? Cell("█", role: role) : Cell("░", role: .dim)
        }
        write(
            "\(Int((part * 100).rounded(.down))) %", column: area.x + barWidth, row: area.y,
            width: min(6, area.width), align: .trailing)
    }
}

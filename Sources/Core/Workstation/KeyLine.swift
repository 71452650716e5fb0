import TerminalUI

/// The bottom line: the next keys of the focus, or why the last one did nothing.
struct KeyLine {
    let state: WorkstationState

    /// Cells between two hints.
    private static let gap = 2

    /// One key with its words.
    private struct Hint {
        let keys: String
        let caption: String
        var width: Int { keys.count + 1 + caption.count }
    }

    func draw(_ frame: inout Frame) {
        let row = state.size.height - 1
        if let notice = state.notice {
            draw(notice, &frame.grid, lastRow: row)
            return
        }
        guard state.popup == nil else { return }
        var column = 1
        for hint in fitting {
            let after = frame.grid.write(hint.keys, column: column, row: row, role: .accent)
            column =
                frame.grid.write(" " + hint.caption, column: after, row: row, role: .dim) + Self.gap
        }
    }

    /// The sentence; what does not fit into the last row begins in the one above, until the next key.
    private func draw(_ notice: Notice, _ grid: inout CellGrid, lastRow: Int) {
        let width = state.size.width - 2
        let text = notice.sign + notice.sentence
        guard text.count > width else {
            grid.write(text, column: 1, row: lastRow, width: width, role: notice.role)
            return
        }
        // What is saved stays to be seen at the end of the row above.
        let above = Rect(x: 0, y: lastRow - 1, width: state.size.width - 16, height: 1)
        let lines = TextFitting.wrap(text, width: above.width - 1)
        let rest = lines.dropFirst().joined(separator: " ")
        grid.fill(above)
        grid.write(lines[0], column: 1, row: above.y, width: above.width - 1, role: notice.role)
        grid.write(rest, column: 1, row: lastRow, width: width, role: notice.role)
    }

    /// As many hints as there is room for; `?` is always among them, at the end.
    private var fitting: [Hint] {
        var hints = hints
        guard let more = hints.first else { return [] }
        hints.removeFirst()
        var room = state.size.width - 2 - more.width
        let chosen = hints.prefix {
            room -= $0.width + Self.gap
            return room >= 0
        }
        return chosen + [more]
    }

    private var hints: [Hint] {
        let context = state.context
        let rows = state.keymap.rows(in: context).filter { $0.hint != nil && isShown($0) }
        let sorted = rows.sorted { rank($0, context) < rank($1, context) }.compactMap(hint)
        return state.reading?.entry == nil ? sorted : sorted.prefix(1) + typing
    }

    /// The keys of a number that is being typed.
    private var typing: [Hint] {
        let keys: [(keys: [KeyPress], caption: String)] = [
            ([.plain(.enter)], "saves"), ([.plain(.escape)], "cancels"),
            ([.plain(.left), .plain(.up), .plain(.down), .plain(.right)], "save and go"),
        ]
        return keys.map { keys, caption in
            Hint(
                keys: KeyWords.joined(keys, unicode: state.capabilities.unicode),
                caption: caption)
        }
    }

    /// In the form answers come first, in the picture scrolling does.
    private func rank(_ row: ActionRow, _ context: KeyContext) -> Int {
        let rank = row.hint?.rank ?? 0
        return context == .form && (1..<10).contains(rank) ? rank + 20 : rank
    }

    /// What cannot be done is left out, but for R, which says what it waits for.
    private func isShown(_ row: ActionRow) -> Bool {
        if case .digit = row.command, isYesOrNo { return false }
        // With the brush Enter paints, as Space does.
        if row.command == .placePoint, case .measure(.brush)? = state.reading?.mode {
            return false
        }
        guard row.refusal(state) != nil else { return true }
        return row.command == .restAbsent && waitsForSlices
    }

    /// Space and o say all of a yes or no.
    private var isYesOrNo: Bool {
        guard case .binary? = state.reading?.askedQuestion?.item.kind else { return false }
        return true
    }

    private var waitsForSlices: Bool {
        guard let reading = state.reading else { return false }
        return reading.unseenPercent > 0 && !reading.restAbsent.isEmpty
    }

    private func hint(_ row: ActionRow) -> Hint? {
        guard let hint = row.hint, let key = row.keys.first else { return nil }
        let others = hint.with.compactMap { state.keymap.key($0, in: state.context) }
        var caption = hint.caption ?? row.caption
        if row.command == .restAbsent, waitsForSlices, let reading = state.reading {
            caption += " (\(reading.unseenPercent) % unseen)"
        }
        return Hint(
            keys: KeyWords.joined([key] + others, unicode: state.capabilities.unicode),
            caption: caption)
    }
}

extension Notice {
    /// The role that says how much it matters.
    var role: Role {
        switch kind {
        case .done: .text
        case .attention: .attention
        case .refused: .refused
        }
    }

    /// Attention is a sign before it is a colour.
    var sign: String { kind == .done ? "" : "\(Sign.attention.character) " }
}

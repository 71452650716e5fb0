import TerminalUI

/// Every action that can be asked for on this screen, found by a few letters; a number is a slice, two are a window.
struct Palette {
    /// An action or a slice, with its keys and why it cannot be done.
    struct Entry {
        let command: Command
        let caption: String
        let keys: String
        let refusal: String?
    }

    /// What fits the letters, the best first.
    let entries: [Entry]

    init(_ state: WorkstationState, filter: String) {
        if let number = Int(filter), state.reading != nil {
            entries = [Self.slice(number, state)]
            return
        }
        if filter.contains("/"), state.reading != nil {
            entries = [TypedWindow(filter, state).entry]
            return
        }
        let ranked = Self.rows(state).enumerated().compactMap { index, found in
            FuzzyMatch.score(
                of: filter, in: [found.row.caption, found.row.command.name, found.row.help]
            )
            .map { (score: $0, index: index, found: found) }
        }
        entries = ranked.sorted { ($1.score, $0.index) < ($0.score, $1.index) }.map {
            Self.entry($0.found, state)
        }
    }

    private typealias Found = (row: ActionRow, context: KeyContext)

    /// Each action once: as the focus hears it, or as another part of the screen does.
    private static func rows(_ state: WorkstationState) -> [Found] {
        let others = state.reading == nil ? [] : KeyContext.allCases.filter { $0 != .worklist }
        var named: Set<String> = ["palette", "cancel"]
        return ([state.context] + others).flatMap { context in
            state.keymap.rows(in: context).compactMap { row in
                named.insert(row.command.name).inserted ? (row, context) : nil
            }
        }
    }

    private static func entry(_ found: Found, _ state: WorkstationState) -> Entry {
        let keys = found.row.keys.prefix(2).map { $0.caption(unicode: state.capabilities.unicode) }
        let place = found.context == state.context || keys.isEmpty ? "" : " (\(found.context.name))"
        return Entry(
            command: found.row.command, caption: found.row.caption,
            keys: keys.joined(separator: " ") + place, refusal: found.row.refusal(state))
    }

    private static func slice(_ number: Int, _ state: WorkstationState) -> Entry {
        let count = state.reading?.viewer?.sliceCount ?? 0
        let refusal =
            Refusal.noImage(state)
            ?? ((1...max(1, count)).contains(number)
                ? nil : "This series has slices 1 to \(count).")
        return Entry(
            command: .slice(min(max(1, number), max(1, count)) - 1),
            caption: "slice \(number) of \(count)", keys: "",
            refusal: refusal)
    }
}

/// How well a few letters fit a text.
enum FuzzyMatch {
    /// More is better; `nil` when the letters do not occur in this order in any of `texts`, of which the
    /// earlier ones count more.
    static func score(of letters: String, in texts: [String]) -> Int? {
        let wanted = letters.lowercased().filter { $0 != " " }
        guard !wanted.isEmpty else { return 0 }
        let scores = texts.enumerated().compactMap { index, text in
            score(of: Array(wanted), in: Array(text.lowercased())).map { $0 - 40 * index }
        }
        return scores.max()
    }

    /// Runs of letters and beginnings of words count more, gaps less.
    private static func score(of wanted: [Character], in text: [Character]) -> Int? {
        text.indices.filter { text[$0] == wanted[0] }.compactMap { start in
            score(of: wanted, in: text, from: start)
        }.max()
    }

    private static func score(
        of wanted: [Character], in text: [Character], from start: Int
    ) -> Int? {
        var score = 0
        var last = start - 1
        for letter in wanted {
            guard let next = text[(last + 1)...].firstIndex(of: letter) else { return nil }
            let beginsWord = next == 0 || !text[next - 1].isLetter
            score += (next == last + 1 ? 8 : -min(6, next - last)) + (beginsWord ? 6 : 0)
            last = next
        }
        return score - start / 8
    }
}

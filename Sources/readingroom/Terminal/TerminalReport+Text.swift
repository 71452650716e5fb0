import ReaderStudies

extension TerminalReport {
    /// The report in lines for people.
    var text: String {
        let facts = [
            ("terminal", terminalText), ("TERM", term.isEmpty ? "not set" : term),
            ("answered", answerText), ("DA1", attributesText), ("window", windowText),
            ("cell", cellText), ("colours", colors),
            ("background", background.value ?? "not told, taken for dark"),
            ("16 colours", themeGreysText), ("sixel", sixelText),
            ("kitty", kittyGraphics ? "yes" : "no"),
            ("frames in one piece", synchronizedOutput ? "yes (mode 2026)" : "no"),
            ("mouse in pixels", pixelMouse ? "yes (mode 1016)" : "no"),
            ("kitty keyboard", kittyKeyboard ? "yes" : "no"), ("Unicode", unicode ? "yes" : "no"),
            ("multiplexer", multiplexer.value ?? "none"), ("over SSH", overSSH ? "yes" : "no"),
            ("test pattern", patternText),
        ]
        let lines = facts.map { line($0.0, $0.1) }
        let ways = renderers.map { line($0.graphics, "\($0.verdict.rawValue). \($0.reason)", 9) }
        return (lines + [""] + ways).joined(separator: "\n")
    }

    private func line(_ name: String, _ text: String, _ width: Int = 20) -> String {
        name + String(repeating: " ", count: max(1, width - name.count)) + text
    }

    private var terminalText: String {
        guard let name = name.value else { return "does not tell its name" }
        return version.value.map { "\(name) \($0)" } ?? name
    }

    private var answerText: String {
        guard let time = fenceMS.value else { return "no: cells are used" }
        return "after \(NumberText.shortest(time)) ms"
    }

    private var attributesText: String {
        primaryAttributes.value?.map(String.init).joined(separator: ";") ?? "unknown"
    }

    private var windowText: String {
        let cells = "\(columns) × \(rows) cells"
        guard let width = windowWidthPX.value, let height = windowHeightPX.value else {
            return cells
        }
        return "\(cells), \(width) × \(height) pixels"
    }

    private var cellText: String {
        guard let width = cellWidthPX.value, let height = cellHeightPX.value else {
            return "unknown"
        }
        return "\(width) × \(height) pixels"
    }

    private var themeGreysText: String {
        guard let levels = themeGreys.value else { return "levels not told" }
        return "greys " + levels.map(String.init).joined(separator: ", ") + " of 255"
    }

    private var sixelText: String {
        guard let sixel = sixel.value else { return "no" }
        let registers = "\(sixel.registers) registers\(sixel.registersAnswered ? "" : " assumed")"
        let size = "\(sixel.maximumWidthPX) × \(sixel.maximumHeightPX) pixels at most"
        let note = sixel.sizeAnswered ? "" : ", assumed"
        return "\(registers), \(size)\(note), per cent rounded as \(sixel.rounding)"
    }

    private var patternText: String {
        guard let test = patternTest.value else {
            return "never looked at here; `readingroom terminal test` shows it"
        }
        let seen = test.answers.values.count { $0 == .seen }
        return
            "looked at on \(test.day) with \(test.graphics): \(seen) of \(test.answers.count) seen"
    }
}

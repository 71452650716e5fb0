extension TerminalCapabilities {
    /// What the answers and the surroundings mean together.
    ///
    /// Names decide only what no answer tells: how sixel percentages are rounded, whether whole
    /// cells must be sent, and the multiplexer.
    public init(answers: TerminalAnswers, surroundings: TerminalSurroundings) {
        let identity = TerminalIdentity(answers, surroundings)
        let cell = Self.cellPX(answers, surroundings)
        self.init(
            name: identity.name, cellWidthPX: cell?.width, cellHeightPX: cell?.height,
            colors: Self.colors(answers, surroundings), kittyGraphics: answers.kittyGraphics,
            sixel: Self.sixel(answers, identity),
            synchronizedOutput: [1, 2, 3].contains(answers.modes[2026]),
            unicode: (answers.utf8 ?? surroundings.utf8) && !surroundings.term.hasPrefix("linux"),
            multiplexer: identity.multiplexer)
        answered = answers.attributes != nil
        key = answers.key
        kittyKeyboard = answers.kittyKeyboard
        pixelMouse = [1, 2, 3].contains(answers.modes[1016])
        isLight =
            answers.background.map {
                $0.contrast(with: RGB(0, 0, 0)) > $0.contrast(with: RGB(255, 255, 255))
            } ?? false
        themeLevels = answers.themeColors.mapValues(\.grey)
    }

    /// The fewest colour registers with which sixel shows greys better than half blocks.
    static let fewestRegisters = 64

    private static func sixel(
        _ answers: TerminalAnswers, _ identity: TerminalIdentity
    ) -> SixelCapability? {
        guard answers.attributes?.dropFirst().contains(4) == true else { return nil }
        var sixel = SixelCapability(
            registers: answers.sixelRegisters ?? 256,
            maximumWidth: answers.sixelSize?.width ?? 1000,
            maximumHeight: answers.sixelSize?.height ?? 1000,
            rounding: identity.rounding, wholeCells: identity.isMLTerm)
        if identity.rounding == .xterm { sixel.mostPictures = 16 }
        return sixel
    }

    private static func cellPX(
        _ answers: TerminalAnswers, _ surroundings: TerminalSurroundings
    ) -> Size? {
        if let cell = answers.cellPX { return cell }
        guard let window = surroundings.pixels ?? answers.textAreaPX,
            surroundings.cells.width > 0, surroundings.cells.height > 0
        else { return nil }
        let cell = Size(
            width: window.width / surroundings.cells.width,
            height: window.height / surroundings.cells.height)
        return cell.width > 0 && cell.height > 0 ? cell : nil
    }

    private static func colors(
        _ answers: TerminalAnswers, _ surroundings: TerminalSurroundings
    ) -> ColorDepth {
        if surroundings.noColor { return .none }
        if let rendition = answers.rendition {
            let numbers = rendition.split { $0 == ":" || $0 == ";" }
            if numbers.suffix(3) == ["1", "2", "3"], numbers.contains("48") { return .truecolor }
            if rendition.contains("48;5") || rendition.contains("48:5") { return .palette256 }
        }
        switch surroundings.databaseColors {
        case (1 << 24)...: return .truecolor
        case 256...: return .palette256
        case 8...: return .sixteen
        default: return .none
        }
    }
}

/// Which terminal it is, as far as that must be known.
struct TerminalIdentity {
    let name: String
    let multiplexer: String
    let isMLTerm: Bool
    let rounding: SixelRounding

    init(_ answers: TerminalAnswers, _ surroundings: TerminalSurroundings) {
        let version = answers.version ?? ""
        isMLTerm = version.isEmpty && Self.looksLikeMLTerm(answers, surroundings)
        name = isMLTerm ? "mlterm" : version
        multiplexer = Self.multiplexer(version, surroundings.term)
        rounding = isMLTerm ? .floor : Self.rounding(version, answers.attributes ?? [])
    }

    /// mlterm tells no version; its DA1 does, with national replacement sets (3, 7) and no other.
    private static func looksLikeMLTerm(
        _ answers: TerminalAnswers, _ surroundings: TerminalSurroundings
    ) -> Bool {
        surroundings.term.hasPrefix("mlterm")
            || answers.attributes == [63, 1, 2, 3, 4, 6, 7, 15, 18, 22, 29]
    }

    private static func multiplexer(_ version: String, _ term: String) -> String {
        if version.hasPrefix("tmux") || (version.isEmpty && term.hasPrefix("tmux")) {
            return "tmux"
        }
        return version.isEmpty && term.hasPrefix("screen") ? "screen" : ""
    }

    private static func rounding(_ version: String, _ attributes: [Int]) -> SixelRounding {
        let name = version.lowercased()
        let known: [(String, SixelRounding)] = [
            ("xterm(", .xterm), ("foot", .floor), ("wezterm", .floor), ("mintty", .round),
            ("windows terminal", .round),
        ]
        if let rule = known.first(where: { name.hasPrefix($0.0) }) { return rule.1 }
        let windowsTerminal = [61, 4, 6, 7, 14, 21, 22, 23, 24, 28, 32, 42]
        return attributes == windowsTerminal ? .round : .unknown
    }
}

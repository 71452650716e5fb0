/// Which way to show greys was chosen, and why each was taken or refused.
public struct GraphicsChoice: Hashable, Sendable {
    /// Why one way was taken or refused.
    public struct Reason: Hashable, Sendable {
        /// The way.
        public let mode: GraphicsMode
        /// Whether it could be used here.
        public let isPossible: Bool
        /// One sentence.
        public let sentence: String
    }

    /// The chosen way.
    public let mode: GraphicsMode
    /// Whether a hand chose it.
    public let isByHand: Bool
    /// One reason for every way in the order of `GraphicsMode`: the best first, then those that only a hand chooses.
    public let reasons: [Reason]

    /// The best way that the terminal can show, or the wanted one where it is possible.
    ///
    /// A terminal that did not answer is believed when a way is wanted by hand.
    public init(for capabilities: TerminalCapabilities, wanted: GraphicsMode? = nil) {
        reasons =
            [
                Self.kitty(capabilities, wanted: wanted), Self.sixel(capabilities, wanted: wanted),
                Self.half(capabilities),
                Reason(
                    mode: .ascii, isPossible: true,
                    sentence: "Characters by their ink can be shown everywhere, in 10 greys."),
            ] + Self.byHand(capabilities)
        let possible = reasons.filter(\.isPossible).map(\.mode)
        let granted = wanted.flatMap { possible.contains($0) ? $0 : nil }
        mode = granted ?? possible.first ?? .ascii
        isByHand = granted != nil
    }

    /// The ways that are taken without being asked for, the best first.
    public static let automatic: [GraphicsMode] = [.kitty, .sixel, .half, .ascii]

    /// Why a way was taken, refused, or left for another; one sentence.
    public func verdict(on way: GraphicsMode) -> String {
        guard let reason = reasons.first(where: { $0.mode == way }) else { return "" }
        guard way != mode, reason.isPossible else { return reason.sentence }
        let rest =
            if isByHand {
                "\(mode.rawValue) was chosen by hand."
            } else if Self.automatic.contains(way) {
                "\(mode.rawValue) comes first."
            } else {
                "it is taken only when chosen by hand."
            }
        return "\(reason.sentence.dropLast()); \(rest)"
    }

    /// Why the wanted way was not taken; `nil` when it was.
    public func refusal(of wanted: GraphicsMode) -> String? {
        wanted == mode ? nil : reasons.first { $0.mode == wanted }?.sentence
    }

    private static func kitty(
        _ capabilities: TerminalCapabilities, wanted: GraphicsMode?
    ) -> Reason {
        let isTaken = capabilities.kittyGraphics || (wanted == .kitty && !capabilities.answered)
        if !isTaken { return refused(.kitty, noKitty(capabilities)) }
        return pixels(.kitty, capabilities, "The terminal knows kitty graphics: 256 greys.")
    }

    private static func noKitty(_ capabilities: TerminalCapabilities) -> String {
        if !capabilities.answered {
            return "The terminal did not answer whether it knows kitty graphics."
        }
        guard capabilities.multiplexer.isEmpty else {
            return
                "\(capabilities.multiplexer) passes no kitty graphics on and was not asked for them."
        }
        return "The terminal did not say that it knows kitty graphics."
    }

    private static func noSixel(_ capabilities: TerminalCapabilities) -> String {
        capabilities.answered
            ? "The terminal did not say that it knows sixel."
            : "The terminal did not answer whether it knows sixel."
    }

    private static func sixel(
        _ capabilities: TerminalCapabilities, wanted: GraphicsMode?
    ) -> Reason {
        guard let sixel = capabilities.sixel else {
            return wanted == .sixel && !capabilities.answered
                ? pixels(.sixel, capabilities, "Sixel was chosen by hand: 101 greys.")
                : refused(.sixel, noSixel(capabilities))
        }
        guard sixel.registers >= TerminalCapabilities.fewestRegisters else {
            return refused(
                .sixel,
                "The terminal has \(sixel.registers) colours for sixel; \(TerminalCapabilities.fewestRegisters) are needed."
            )
        }
        return pixels(.sixel, capabilities, "The terminal knows sixel: 101 greys.")
    }

    private static func half(_ capabilities: TerminalCapabilities) -> Reason {
        guard capabilities.unicode else {
            return refused(.half, "The terminal shows no Unicode, so it has no half blocks.")
        }
        switch capabilities.colors {
        case .none: return refused(.half, "Half blocks need colours, and there are none.")
        case .sixteen: return refused(.half, "Half blocks in 16 colours have 4 greys only.")
        case .palette256: return taken(.half, "Half blocks in 256 colours: 30 greys.")
        case .truecolor: return taken(.half, "Half blocks in exact colours: 256 greys.")
        }
    }

    /// What is never taken without being asked for: its greys are fewer, or no terminal says that it knows it.
    private static func byHand(_ capabilities: TerminalCapabilities) -> [Reason] {
        [
            pixels(.iterm2, capabilities, "iTerm2 pictures, where you know of them: 256 greys."),
            blocks(.quadrant, capabilities, "Quadrants: four pixels a cell, in two greys."),
            blocks(.sextant, capabilities, "Sextants: six pixels a cell, in two greys."),
            capabilities.unicode
                ? taken(.mono, "Half blocks without colours: black and white.")
                : refused(.mono, "The terminal shows no Unicode, so it has no half blocks."),
        ]
    }

    private static func blocks(
        _ mode: GraphicsMode, _ capabilities: TerminalCapabilities, _ sentence: String
    ) -> Reason {
        guard capabilities.unicode else {
            return refused(mode, "The terminal shows no Unicode, so it has no blocks.")
        }
        return capabilities.colors < .palette256
            ? refused(mode, "Blocks of two greys need 256 colours.") : taken(mode, sentence)
    }

    /// Taken when the size of a cell is known, without which no picture fits its cells.
    private static func pixels(
        _ mode: GraphicsMode, _ capabilities: TerminalCapabilities, _ sentence: String
    ) -> Reason {
        guard capabilities.cellWidthPX != nil, capabilities.cellHeightPX != nil else {
            return refused(mode, "The size of a cell in pixels is not known.")
        }
        return taken(mode, sentence)
    }

    private static func taken(_ mode: GraphicsMode, _ sentence: String) -> Reason {
        Reason(mode: mode, isPossible: true, sentence: sentence)
    }

    private static func refused(_ mode: GraphicsMode, _ sentence: String) -> Reason {
        Reason(mode: mode, isPossible: false, sentence: sentence)
    }
}

/// A complete control sequence `CSI parameters intermediates final`.
struct ControlSequence {
    /// `?`, `>`, `<`, `=` or `[`, when it stands first.
    let prefix: UInt8?
    /// Parameters; an empty one is -1. Sub-parameters after `:` are in `subparameters`.
    let parameters: [Int]
    /// The parts between `:` of each parameter.
    let subparameters: [[Int]]
    /// Bytes from space to `/`.
    let intermediates: [UInt8]
    /// The last byte.
    let final: UInt8

    init(_ bytes: [UInt8], final: UInt8) {
        let first = bytes.first.flatMap { (0x3C...0x3F).contains($0) || $0 == 0x5B ? $0 : nil }
        let rest = bytes.dropFirst(first == nil ? 0 : 1)
        prefix = first
        intermediates = rest.filter { (0x20...0x2F).contains($0) }
        self.final = final
        subparameters =
            rest.isEmpty
            ? []
            : rest.filter { $0 >= 0x30 }.split(separator: 0x3B, omittingEmptySubsequences: false)
                .map { part in
                    part.split(separator: 0x3A, omittingEmptySubsequences: false).map(Self.number)
                }
        parameters = subparameters.map { $0.first ?? -1 }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        // Seven digits are more than any terminal sends; a longer number is nobody's.
        guard (1...7).contains(digits.count) else { return -1 }
        return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    /// The parameter at a place; `fallback` when it is missing or empty.
    func parameter(_ index: Int, or fallback: Int) -> Int {
        guard index < parameters.count, parameters[index] >= 0 else { return fallback }
        return parameters[index]
    }

    var isPasteBegin: Bool {
        prefix == nil && intermediates.isEmpty && final == 0x7E && parameters == [200]
    }
    var isOldMouse: Bool { prefix == nil && parameters.isEmpty && final == 0x4D }

    /// What the sequence means; `nil` for keys that are not ours, such as a released key.
    func input(alt: Bool) -> TerminalInput? {
        switch prefix {
        case 0x5B: return linuxFunctionKey
        case 0x3C: return mouse
        case .some: return .reply(reply)
        case nil: break
        }
        if let plain = plainReport { return plain }
        guard var press = FunctionKeys.press(for: self) else { return nil }
        if alt { press.modifiers.insert(.alt) }
        return .key(press)
    }

    /// Whether the sequence has all that its kind has.
    ///
    /// Only such a sequence is believed when a silence fell into its middle: its last byte may be a key of a person.
    var isWhole: Bool {
        switch (prefix, final) {
        case (0x3F, 0x63):
            return parameters.dropLast().allSatisfy { $0 >= 0 } && !parameters.isEmpty
        case (0x3F, 0x52): return isFull && parameters.count >= 2
        case (0x3F, 0x6E): return isFull && !parameters.isEmpty
        case (0x3F, 0x53): return isFull && isWholeGraphicsAttribute
        case (0x3F, 0x75): return isFull && parameters.count == 1
        case (0x3F, 0x79): return isFull && parameters.count == 2 && intermediates == [0x24]
        case (0x3E, 0x63): return isFull && parameters.count == 3
        case (0x3C, 0x4D), (0x3C, 0x6D): return isFull && parameters.count == 3
        case (0x5B, _): return linuxFunctionKey != nil
        case (.some, _): return false
        case (nil, _): return isWholeWithoutPrefix
        }
    }

    private var isFull: Bool { parameters.allSatisfy { $0 >= 0 } }

    private var isWholeGraphicsAttribute: Bool {
        guard parameters.count >= 2, (1...3).contains(parameters[0]) else { return false }
        return parameters[1] == 0
            ? parameters.count == 2 + parameters[0] : (1...3).contains(parameters[1])
    }

    private var isWholeWithoutPrefix: Bool {
        switch final {
        case 0x49, 0x4F: return parameters.isEmpty
        case 0x6E: return [[0], [3]].contains(parameters)
        case 0x74: return isFull && parameters.count == 3 && (3...9).contains(parameters[0])
        case 0x52: return isFull && parameters.count == 2
        case 0x78: return isFull && parameters.count == 7
        case 0x79: return isFull && parameters.count == 2 && intermediates == [0x24]
        case 0x7E, 0x75: return FunctionKeys.press(for: self) != nil || isPasteBegin
        default:
            // Arrows and their kin: a first number other than 1 belongs to an answer.
            return (parameters.isEmpty || parameters.first == 1)
                && FunctionKeys.press(for: self) != nil
        }
    }

    /// Sequences without a prefix that are not keys.
    private var plainReport: TerminalInput? {
        switch final {
        case 0x49 where parameters.isEmpty: return .focus(true)
        case 0x4F where parameters.isEmpty: return .focus(false)
        case 0x6E: return .reply(.status(parameter(0, or: 0)))
        case 0x74:
            return .reply(
                .windowReport(
                    kind: parameter(0, or: 0), height: parameter(1, or: 0),
                    width: parameter(2, or: 0)))
        // A cursor report; F3 with modifiers has the same form and is given up for it.
        case 0x52 where !parameters.isEmpty:
            return .reply(.cursor(column: parameter(1, or: 1), row: parameter(0, or: 1)))
        case 0x63, 0x78, 0x79: return .reply(.other)
        default: return intermediates.isEmpty ? nil : .reply(.other)
        }
    }

    private var reply: TerminalReply {
        switch (prefix, final) {
        case (0x3F, 0x63): .primaryAttributes(parameters.filter { $0 >= 0 })
        case (0x3F, 0x53):
            .graphicsAttribute(
                item: parameter(0, or: 0), status: parameter(1, or: 0),
                values: Array(parameters.dropFirst(2)))
        case (0x3F, 0x75): .keyboardFlags(parameter(0, or: 0))
        case (0x3F, 0x79) where intermediates == [0x24]:
            .mode(parameter(0, or: 0), state: parameter(1, or: 0))
        default: .other
        }
    }

    private var mouse: TerminalInput {
        guard parameters.count == 3, final == 0x4D || final == 0x6D else { return .reply(.other) }
        return .mouse(
            MouseInput(
                code: parameter(0, or: 0), column: parameter(1, or: 1), row: parameter(2, or: 1),
                isPress: final == 0x4D))
    }

    private var linuxFunctionKey: TerminalInput? {
        guard (0x41...0x45).contains(final) else { return nil }
        return .key(KeyPress(.function(Int(final) - 0x40)))
    }
}

extension TerminalReply {
    /// A string reply, by its introducer: DCS `P`, OSC `]`, APC `_`, PM `^`, SOS `X`.
    init(introducer: UInt8, text: String) {
        switch introducer {
        case 0x50 where text.hasPrefix(">|"): self = .version(String(text.dropFirst(2)))
        case 0x50 where text.hasPrefix("1$r") && text.hasSuffix("m"):
            self = .rendition(String(text.dropFirst(3).dropLast()))
        case 0x5F where text.hasPrefix("G"): self = .kittyGraphics(String(text.dropFirst()))
        case 0x5D: self = .command(text)
        default: self = .other
        }
    }
}

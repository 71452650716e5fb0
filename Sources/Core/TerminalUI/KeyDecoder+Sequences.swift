extension KeyDecoder {
    /// A byte after `ESC [`: parameters and intermediates until a final byte of `@` to `~`.
    mutating func takeControl(_ byte: UInt8, alt: Bool, _ result: inout [TerminalInput]) {
        switch byte {
        case ..<0x20 where silence != nil: breakOff(&result)
        case 0x1B:
            restart()
            state = .escape(alt: false)
        case 0x18, 0x1A: restart()
        case 0x5B where collected.isEmpty: collected.append(byte)  // Linux console: ESC [ [ A
        case 0x40...0x7E: finishControl(byte, alt: alt, &result)
        case 0x20...0x3F:
            if collected.count < Self.longestReply { collected.append(byte) }
        default: break  // controls inside a sequence mean nothing to us
        }
    }

    private mutating func finishControl(
        _ final: UInt8, alt: Bool, _ result: inout [TerminalInput]
    ) {
        let sequence = ControlSequence(collected, final: final)
        if silence != nil, !sequence.isWhole { return breakOff(&result) }
        restart()
        if sequence.isPasteBegin {
            state = .paste
        } else if sequence.isOldMouse {
            state = .oldMouse(missing: 3)
        } else if let input = sequence.input(alt: alt) {
            result.append(input)
        }
    }

    /// The byte after `ESC O`; rxvt sends modifiers as a digit in between.
    mutating func takeSingleShift(_ byte: UInt8, alt: Bool, _ result: inout [TerminalInput]) {
        if (0x30...0x39).contains(byte), collected.isEmpty {
            collected.append(byte)
            return
        }
        let code = collected.first.map { Int($0) - 0x30 } ?? 1
        restart()
        if byte == 0x1B {
            state = .escape(alt: false)
        } else if var press = FunctionKeys.singleShift(byte) {
            press.modifiers.formUnion(KeyModifiers(parameter: code) ?? [])
            if alt { press.modifiers.insert(.alt) }
            result.append(.key(press))
        }
    }

    mutating func takeOldMouse(_ byte: UInt8, missing: Int, _ result: inout [TerminalInput]) {
        if silence != nil { return breakOff(&result) }
        collected.append(byte)
        state = .oldMouse(missing: missing - 1)
        guard missing == 1 else { return }
        let values = collected.map { Int($0) - 32 }
        restart()
        let isRelease = values[0] & 0x63 == 3
        result.append(
            .mouse(
                MouseInput(
                    code: values[0], column: values[1], row: values[2], isPress: !isRelease)))
    }

    /// A byte of a DCS, OSC, APC, PM or SOS string, which ends with ST, or OSC with BEL.
    mutating func takeString(_ byte: UInt8, _ result: inout [TerminalInput]) {
        switch (state, byte) {
        case (.stringEscape(let introducer), 0x5C): finishString(introducer, &result)
        case (.stringEscape, _) where silence != nil: breakOff(&result)
        case (.stringEscape, _):
            restart()
            afterEscape(byte, alt: false, &result)
        case (.string(let introducer), 0x1B): state = .stringEscape(introducer: introducer)
        case (.string(let introducer), 0x07) where introducer == 0x5D && isPlausible:
            finishString(introducer, &result)
        case (_, ..<0x20) where silence != nil: breakOff(&result)
        case (.string(let introducer), _) where isLonely && !Self.isReply(byte, after: introducer):
            breakOff(&result)
        case (_, 0x18), (_, 0x1A): restart()
        default: if collected.count < Self.longestReply { collected.append(byte) }
        }
    }

    /// Whether a silence followed the beginning of a string at once.
    private var isLonely: Bool { silence != nil && collected.isEmpty }

    /// Whether BEL may end an answer about a colour: after a silence only a whole one, or else it is Ctrl-G.
    private var isPlausible: Bool {
        guard silence != nil else { return true }
        let levels =
            String(decoding: collected, as: UTF8.self).split(separator: ":").last?
            .split(separator: "/") ?? []
        return levels.count == 3
            && levels.allSatisfy { $0.count == levels[0].count && $0.allSatisfy(\.isHexDigit) }
    }

    private mutating func finishString(_ introducer: UInt8, _ result: inout [TerminalInput]) {
        let text = String(decoding: collected, as: UTF8.self)
        restart()
        // ESC \ after Alt+P and the like: two keys of a person, an empty string to us.
        if !text.isEmpty { result.append(.reply(.init(introducer: introducer, text: text))) }
    }

    /// A byte between the brackets of a paste.
    mutating func takePaste(_ byte: UInt8, _ result: inout [TerminalInput]) {
        let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
        if collected.count >= Self.longestPaste {
            // Beyond the limit only the last bytes are kept, to find the end.
            collected.remove(at: Self.longestPaste - end.count)
        }
        collected.append(byte)
        guard byte == 0x7E, collected.suffix(end.count) == end[...] else { return }
        collected.removeLast(end.count)
        result.append(paste())
        restart()
    }

    func paste() -> TerminalInput { .paste(String(decoding: collected, as: UTF8.self)) }
}

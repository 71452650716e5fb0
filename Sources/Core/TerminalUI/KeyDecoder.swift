/// Turns the bytes of a terminal into keys, mouse, pastes and replies: a pure state machine.
///
/// Bytes may come in any pieces. A reply of the terminal never becomes a key, wherever it is
/// split and however late it comes. The caller tells when nothing came for a while (`pause`),
/// since ESC alone differs from the beginning of a sequence only by time.
///
/// Source: ECMA-48 sections 5.4 and 5.6; XTerm Control Sequences; kitty keyboard protocol.
public struct KeyDecoder: Sendable {
    /// The longest part of a string reply that is kept, in bytes; more is read and dropped.
    static let longestReply = 4096
    /// The longest paste that is kept, in bytes; more is read and dropped.
    static let longestPaste = 65536

    enum State: Hashable, Sendable {
        case ground
        /// After ESC; `alt` after ESC ESC.
        case escape(alt: Bool)
        /// After `ESC [`.
        case control(alt: Bool)
        /// After `ESC O`.
        case singleShift(alt: Bool)
        /// After `ESC P`, `ESC ]`, `ESC _`, `ESC ^` or `ESC X`.
        case string(introducer: UInt8)
        /// After an ESC inside a string, which is its end when `\` follows.
        case stringEscape(introducer: UInt8)
        /// Inside a UTF-8 character.
        case character(missing: Int, alt: Bool)
        /// After `CSI M`: three bytes of an old mouse report.
        case oldMouse(missing: Int)
        /// Between the brackets of a paste.
        case paste
        /// After an ESC that a pause has already made a key; what follows at once may be the rest
        /// of a late reply.
        case lateEscape
        /// After such an ESC and an introducer.
        case lateIntroducer(UInt8)
    }

    var state = State.ground
    var collected: [UInt8] = []

    /// A decoder at the beginning.
    public init() {}

    /// Whether bytes have come that may still be the beginning of something longer.
    public var isWaiting: Bool { state != .ground && state != .lateEscape }

    /// Whether a pause would make the bytes so far a key.
    public var isAmbiguous: Bool {
        switch state {
        case .escape, .lateIntroducer, .singleShift: true
        case .control, .string: collected.isEmpty
        default: false
        }
    }

    /// Takes bytes as they came.
    public mutating func decode(_ bytes: some Sequence<UInt8>) -> [TerminalInput] {
        var result: [TerminalInput] = []
        for byte in bytes { take(byte, &result) }
        return result
    }

    /// Tells that nothing came for the time that parts ESC alone from a sequence.
    public mutating func pause() -> [TerminalInput] {
        defer { if isAmbiguous { restart() } }
        switch state {
        case .escape(let alt):
            state = .lateEscape
            return Array(repeating: .key(KeyPress(.escape)), count: alt ? 2 : 1)
        case .lateEscape:
            state = .ground
            return []
        case .control where collected.isEmpty: return [.key(KeyPress("[", .alt))]
        case .singleShift: return [.key(KeyPress("O", .alt))]
        case .string(let introducer) where collected.isEmpty:
            return [.key(KeyPress(Character(UnicodeScalar(introducer)), .alt))]
        case .lateIntroducer(let byte):
            return [.key(KeyPress(Character(UnicodeScalar(byte))))]
        default: return []
        }
    }

    /// Gives up what was begun: nothing came for so long that the rest never will.
    ///
    /// A paste without an end is handed out as it is.
    public mutating func abandon() -> [TerminalInput] {
        defer { restart() }
        return state == .paste ? [paste()] : []
    }

    mutating func restart() {
        state = .ground
        collected.removeAll(keepingCapacity: true)
    }

    private mutating func take(_ byte: UInt8, _ result: inout [TerminalInput]) {
        switch state {
        case .ground: begin(byte, alt: false, &result)
        case .escape(let alt): afterEscape(byte, alt: alt, &result)
        case .control(let alt): takeControl(byte, alt: alt, &result)
        case .singleShift(let alt): takeSingleShift(byte, alt: alt, &result)
        case .string, .stringEscape: takeString(byte, &result)
        case .character(let missing, let alt):
            takeContinuation(byte, missing: missing, alt: alt, &result)
        case .oldMouse(let missing): takeOldMouse(byte, missing: missing, &result)
        case .paste: takePaste(byte, &result)
        case .lateEscape: afterLateEscape(byte, &result)
        case .lateIntroducer(let introducer):
            afterLateIntroducer(byte, introducer: introducer, &result)
        }
    }
}

// MARK: - Characters and ESC

extension KeyDecoder {
    /// A byte that begins something.
    mutating func begin(_ byte: UInt8, alt: Bool, _ result: inout [TerminalInput]) {
        restart()
        let modifiers: KeyModifiers = alt ? .alt : []
        switch byte {
        case 0x1B: state = .escape(alt: false)
        case 0x20..<0x7F:
            result.append(.key(KeyPress(Character(UnicodeScalar(byte)), modifiers)))
        case 0xC2...0xDF: beginCharacter(byte, missing: 1, alt: alt)
        case 0xE0...0xEF: beginCharacter(byte, missing: 2, alt: alt)
        case 0xF0...0xF4: beginCharacter(byte, missing: 3, alt: alt)
        case 0x80...: break  // not UTF-8: no key at all
        default:
            var press = ControlKeys.press(for: byte)
            press.modifiers.formUnion(modifiers)
            result.append(.key(press))
        }
    }

    private mutating func beginCharacter(_ byte: UInt8, missing: Int, alt: Bool) {
        collected = [byte]
        state = .character(missing: missing, alt: alt)
    }

    mutating func takeContinuation(
        _ byte: UInt8, missing: Int, alt: Bool, _ result: inout [TerminalInput]
    ) {
        guard byte & 0xC0 == 0x80 else { return begin(byte, alt: false, &result) }
        collected.append(byte)
        guard missing == 1 else {
            state = .character(missing: missing - 1, alt: alt)
            return
        }
        if let character = decodedCharacter {
            result.append(.key(KeyPress(character, alt ? .alt : [])))
        }
        restart()
    }

    /// The collected bytes as a character; `nil` when they are not UTF-8, or a C1 control.
    private var decodedCharacter: Character? {
        guard let text = String(validating: collected, as: UTF8.self),
            let scalar = text.unicodeScalars.first, scalar.value >= 0xA0
        else { return nil }
        return Character(scalar)
    }

    mutating func afterEscape(_ byte: UInt8, alt: Bool, _ result: inout [TerminalInput]) {
        collected.removeAll(keepingCapacity: true)
        switch byte {
        case 0x5B: state = .control(alt: alt)
        case 0x4F: state = .singleShift(alt: alt)
        case 0x50, 0x5D, 0x5F, 0x5E, 0x58: state = .string(introducer: byte)
        case 0x1B:
            if alt { result.append(.key(KeyPress(.escape))) }
            state = .escape(alt: true)
        default:
            if alt { result.append(.key(KeyPress(.escape))) }
            begin(byte, alt: true, &result)
        }
    }

    mutating func afterLateEscape(_ byte: UInt8, _ result: inout [TerminalInput]) {
        if [0x5B, 0x50, 0x5D, 0x5F].contains(byte) {
            state = .lateIntroducer(byte)
        } else {
            begin(byte, alt: false, &result)
        }
    }

    /// Only what a terminal answers goes on as a sequence; what a person types stays keys.
    mutating func afterLateIntroducer(
        _ byte: UInt8, introducer: UInt8, _ result: inout [TerminalInput]
    ) {
        let isReply =
            switch introducer {
            case 0x5B: (0x30...0x3F).contains(byte)
            case 0x50: (0x30...0x3F).contains(byte)
            case 0x5D: (0x30...0x39).contains(byte)
            default: byte == 0x47
            }
        if isReply {
            afterEscape(introducer, alt: false, &result)
        } else {
            result.append(.key(KeyPress(Character(UnicodeScalar(introducer)))))
            restart()
        }
        take(byte, &result)
    }
}

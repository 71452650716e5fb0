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

    /// A silence in the middle of a sequence.
    struct Silence: Sendable {
        /// How much was collected before it.
        let collected: Int
        /// What came after it: the rest of the sequence, or keys of a person.
        var bytes: [UInt8] = []
    }

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
    var silence: Silence?

    /// A decoder at the beginning.
    public init() {}

    /// Whether bytes have come that may still be the beginning of something longer.
    public var isWaiting: Bool { state != .ground && state != .lateEscape }

    /// Whether a pause would make the bytes so far a key.
    public var isAmbiguous: Bool {
        switch state {
        case .escape, .lateIntroducer, .singleShift: true
        case .stringEscape: silence?.bytes.last == 0x1B
        default: false
        }
    }

    /// Whether a pause must be told: it makes a key, or parts the rest of an answer from what a person types.
    public var wantsPause: Bool {
        switch state {
        case .control, .string, .oldMouse: silence == nil
        case .stringEscape: silence == nil || isAmbiguous
        default: isAmbiguous
        }
    }

    /// Whether bytes are kept back that may be keys.
    public var isHolding: Bool { silence?.bytes.isEmpty == false }

    /// Whether a paste has begun and not ended.
    public var isInPaste: Bool { state == .paste }

    /// Takes bytes as they came.
    public mutating func decode(_ bytes: some Sequence<UInt8>) -> [TerminalInput] {
        var result: [TerminalInput] = []
        for byte in bytes { take(byte, &result) }
        return result
    }

    /// Tells that nothing came for the time that parts ESC alone from a sequence.
    ///
    /// What comes later in an unfinished sequence is kept back until it proves to be the rest of it, or keys.
    public mutating func pause() -> [TerminalInput] {
        if !isAmbiguous, wantsPause {
            silence = Silence(collected: collected.count)
            return []
        }
        defer { if isAmbiguous { restart() } }
        switch state {
        case .escape(let alt):
            state = .lateEscape
            return Array(repeating: .key(KeyPress(.escape)), count: alt ? 2 : 1)
        case .lateEscape:
            state = .ground
            return []
        case .singleShift: return [.key(KeyPress("O", .alt))]
        case .lateIntroducer(let byte):
            return [.key(KeyPress(Character(UnicodeScalar(byte))))]
        case .stringEscape where isAmbiguous:
            var result: [TerminalInput] = []
            breakOff(&result)
            return result + pause()
        default: return []
        }
    }

    /// Gives up what was begun: the rest did not come for so long that it never will.
    ///
    /// What came after a silence is taken as keys; a paste without an end is handed out as it is.
    public mutating func abandon() -> [TerminalInput] {
        if state == .paste {
            defer { restart() }
            return [paste()]
        }
        var result: [TerminalInput] = []
        breakOff(&result)
        return result
    }

    /// Drops the part before a silence; what came after it begins anew.
    mutating func breakOff(_ result: inout [TerminalInput]) {
        let bytes = silence?.bytes ?? []
        let opening = lonelyOpening
        restart()
        if let opening { result.append(.key(opening)) }
        for byte in bytes { take(byte, &result) }
    }

    /// Alt and a letter, when nothing but the silence followed the beginning of a sequence.
    private var lonelyOpening: KeyPress? {
        guard silence?.collected == 0 else { return nil }
        switch state {
        case .control: return KeyPress("[", .alt)
        case .string(let introducer), .stringEscape(let introducer):
            return KeyPress(Character(UnicodeScalar(introducer)), .alt)
        default: return nil
        }
    }

    mutating func restart() {
        state = .ground
        collected.removeAll(keepingCapacity: true)
        silence = nil
    }

    private mutating func take(_ byte: UInt8, _ result: inout [TerminalInput]) {
        silence?.bytes.append(byte)
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

    /// Whether an answer of a terminal may go on with `byte` after ESC and `introducer`.
    static func isReply(_ byte: UInt8, after introducer: UInt8) -> Bool {
        switch introducer {
        case 0x5B: (0x30...0x3F).contains(byte)
        case 0x50: (0x30...0x3F).contains(byte) || byte == 0x21
        case 0x5D: (0x30...0x39).contains(byte)
        default: byte == 0x47
        }
    }
}

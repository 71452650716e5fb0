extension KeyModifiers {
    /// From the parameter of xterm and kitty: 1 and the bits shift 1, alt 2, control 4; locks are
    /// dropped.
    ///
    /// `nil` when super, hyper or meta is held: such a key belongs to the window system.
    init?(parameter: Int) {
        guard parameter > 1 else {
            self = []
            return
        }
        let bits = parameter - 1
        guard bits & 0b111000 == 0 else { return nil }
        self.init(rawValue: UInt8(bits & 7))
    }
}

/// C0 bytes as keys.
enum ControlKeys {
    static func press(for byte: UInt8) -> KeyPress {
        switch byte {
        case 0x0D, 0x0A: KeyPress(.enter)
        case 0x09: KeyPress(.tab)
        case 0x08, 0x7F: KeyPress(.backspace)
        case 0x00: KeyPress(" ", .control)
        case 0x01...0x1A: KeyPress(Character(UnicodeScalar(byte + 0x60)), .control)
        default: KeyPress(Character(UnicodeScalar((byte & 0x1F) + 0x40)), .control)
        }
    }
}

/// Keys that arrive as sequences.
enum FunctionKeys {
    /// The key after `ESC O`.
    static func singleShift(_ byte: UInt8) -> KeyPress? {
        switch byte {
        case 0x4D: KeyPress(.enter)
        // The keypad in application mode: * + , - . / and the digits.
        case 0x6A...0x79: KeyPress(Character(UnicodeScalar(byte - 0x40)))
        case 0x61...0x64: letter(byte - 0x20).map { KeyPress($0, .control) }
        default: letter(byte).map { KeyPress($0) }
        }
    }

    /// The key of a control sequence; `nil` when it is none of ours or was only released.
    static func press(for sequence: ControlSequence) -> KeyPress? {
        guard let modifiers = modifiers(of: sequence) else { return nil }
        switch sequence.final {
        case 0x75: return KittyKeys.press(for: sequence, modifiers)
        case 0x7E: return tilde(sequence, modifiers)
        case 0x5E, 0x40: return rxvtTilde(sequence)
        case 0x5A: return KeyPress(.backTab)
        case 0x61...0x64: return letter(sequence.final - 0x20).map { KeyPress($0, .shift) }
        default: return letter(sequence.final).map { KeyPress($0, modifiers) }
        }
    }

    /// Modifiers of the second parameter; `nil` when the key was released or belongs to the
    /// window system.
    private static func modifiers(of sequence: ControlSequence) -> KeyModifiers? {
        let held = sequence.subparameters.count > 1 ? sequence.subparameters[1] : []
        if held.count > 1, held[1] == 3 { return nil }
        return KeyModifiers(parameter: held.first ?? 1)
    }

    private static func letter(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x41: .up
        case 0x42: .down
        case 0x43: .right
        case 0x44: .left
        case 0x46: .end
        case 0x48: .home
        case 0x50...0x53: .function(Int(byte) - 0x4F)
        default: nil
        }
    }

    private static func tilde(_ sequence: ControlSequence, _ modifiers: KeyModifiers) -> KeyPress? {
        // modifyOtherKeys of xterm: CSI 27 ; modifiers ; code ~
        if sequence.parameter(0, or: 0) == 27, sequence.parameters.count == 3 {
            return KittyKeys.press(code: sequence.parameter(2, or: 0), shifted: nil, modifiers)
        }
        return numbered(sequence.parameter(0, or: 0)).map { KeyPress($0, modifiers) }
    }

    private static func rxvtTilde(_ sequence: ControlSequence) -> KeyPress? {
        let modifiers: KeyModifiers = sequence.final == 0x5E ? .control : [.shift, .control]
        return numbered(sequence.parameter(0, or: 0)).map { KeyPress($0, modifiers) }
    }

    private static func numbered(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...26: .function(number - 12)
        case 28, 29: .function(number - 13)
        case 31...34: .function(number - 14)
        default: nil
        }
    }
}

/// Keys of the kitty keyboard protocol: `CSI code : shifted ; modifiers : event u`.
enum KittyKeys {
    static func press(for sequence: ControlSequence, _ modifiers: KeyModifiers) -> KeyPress? {
        let codes = sequence.subparameters.first ?? []
        let shifted = codes.count > 1 && codes[1] > 0 ? codes[1] : nil
        return press(code: sequence.parameter(0, or: 0), shifted: shifted, modifiers)
    }

    static func press(code: Int, shifted: Int?, _ modifiers: KeyModifiers) -> KeyPress? {
        if code == 9, modifiers == .shift { return KeyPress(.backTab) }
        if let key = named(code) { return KeyPress(key, modifiers) }
        guard let character = character(code, shifted: shifted, modifiers) else { return nil }
        return KeyPress(character, modifiers.subtracting(.shift))
    }

    private static func character(
        _ code: Int, shifted: Int?, _ modifiers: KeyModifiers
    ) -> Character? {
        if let character = keypad(code) { return character }
        // 57344 to 63743 are kitty's own numbers for keys without a character.
        guard !(57344...63743).contains(code),
            let scalar = Unicode.Scalar(UInt32(max(0, shifted ?? code))), scalar.value >= 0x20,
            !(0x7F..<0xA0).contains(scalar.value)
        else { return nil }
        guard modifiers.contains(.shift), shifted == nil else { return Character(scalar) }
        let upper = scalar.properties.uppercaseMapping
        return upper.count == 1 ? upper.first : Character(scalar)
    }

    private static func named(_ code: Int) -> Key? {
        switch code {
        case 9: .tab
        case 13, 57414: .enter
        case 27: .escape
        case 8, 127: .backspace
        case 57376...57398: .function(code - 57376 + 13)
        case 57417: .left
        case 57418: .right
        case 57419: .up
        case 57420: .down
        case 57421: .pageUp
        case 57422: .pageDown
        case 57423: .home
        case 57424: .end
        case 57425: .insert
        case 57426: .delete
        default: nil
        }
    }

    private static func keypad(_ code: Int) -> Character? {
        guard (57399...57416).contains(code), code != 57414 else { return nil }
        let characters = Array("0123456789./*-+\n=,")
        return characters[code - 57399]
    }
}

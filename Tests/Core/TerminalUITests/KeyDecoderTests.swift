import TerminalUI
import TestSupport
import Testing

@Suite struct KeyDecoderTests {
    private func decode(_ text: String) -> [TerminalInput] {
        var decoder = KeyDecoder()
        return decoder.decode(text.utf8)
    }

    private func keys(_ text: String) -> [KeyPress] {
        decode(text).compactMap { if case .key(let press) = $0 { press } else { nil } }
    }

    @Test func `letters, digits and other scripts are characters`() {
        #expect(keys("aZ7й日") == [.init("a"), .init("Z"), .init("7"), .init("й"), .init("日")])
    }

    @Test func `control bytes are keys`() {
        #expect(keys("\r\n\t") == [.init(.enter), .init(.enter), .init(.tab)])
        #expect(keys("\u{8}\u{7F}") == [.init(.backspace), .init(.backspace)])
        #expect(
            keys("\u{3}\u{7}\u{0}\u{1F}")
                == [
                    .init("c", .control), .init("g", .control), .init(" ", .control),
                    .init("_", .control),
                ])
    }

    @Test(arguments: [
        ("\u{1B}[A", KeyPress(.up)), ("\u{1B}OB", KeyPress(.down)),
        ("\u{1B}[1;2C", KeyPress(.right, .shift)),
        ("\u{1B}[1;7D", KeyPress(.left, [.alt, .control])),
        ("\u{1B}[a", KeyPress(.up, .shift)), ("\u{1B}Oa", KeyPress(.up, .control)),
        ("\u{1B}O5A", KeyPress(.up, .control)), ("\u{1B}\u{1B}[A", KeyPress(.up, .alt)),
        ("\u{1B}[H", KeyPress(.home)), ("\u{1B}[4~", KeyPress(.end)),
        ("\u{1B}[7~", KeyPress(.home)), ("\u{1B}[2~", KeyPress(.insert)),
        ("\u{1B}[3;5~", KeyPress(.delete, .control)), ("\u{1B}[5;2~", KeyPress(.pageUp, .shift)),
        ("\u{1B}[6^", KeyPress(.pageDown, .control)),
        ("\u{1B}[3@", KeyPress(.delete, [.shift, .control])),
        ("\u{1B}[Z", KeyPress(.backTab)), ("\u{1B}OP", KeyPress(.function(1))),
        ("\u{1B}[[B", KeyPress(.function(2))), ("\u{1B}[15~", KeyPress(.function(5))),
        ("\u{1B}[17~", KeyPress(.function(6))), ("\u{1B}[24;2~", KeyPress(.function(12), .shift)),
        ("\u{1B}[26~", KeyPress(.function(14))), ("\u{1B}[29~", KeyPress(.function(16))),
        ("\u{1B}[34~", KeyPress(.function(20))), ("\u{1B}OM", KeyPress(.enter)),
        ("\u{1B}Ok", KeyPress("+")), ("\u{1B}Ou", KeyPress("5")),
        ("\u{1B}x", KeyPress("x", .alt)), ("\u{1B}й", KeyPress("й", .alt)),
        ("\u{1B}\r", KeyPress(.enter, .alt)), ("\u{1B}[27;5;105~", KeyPress("i", .control)),
    ])
    func `a sequence is one key`(_ sequence: String, _ press: KeyPress) {
        #expect(keys(sequence) == [press])
    }

    @Test(arguments: [
        ("\u{1B}[27u", KeyPress(.escape)), ("\u{1B}[105;5u", KeyPress("i", .control)),
        ("\u{1B}[97;6u", KeyPress("A", .control)), ("\u{1B}[49:33;2u", KeyPress("!")),
        ("\u{1B}[9;2u", KeyPress(.backTab)), ("\u{1B}[13;129u", KeyPress(.enter)),
        ("\u{1B}[127;3u", KeyPress(.backspace, .alt)), ("\u{1B}[57399u", KeyPress("0")),
        ("\u{1B}[57414u", KeyPress(.enter)), ("\u{1B}[57420;5u", KeyPress(.down, .control)),
        ("\u{1B}[57413u", KeyPress("+")), ("\u{1B}[57376u", KeyPress(.function(13))),
        ("\u{1B}[1;1:2A", KeyPress(.up)), ("\u{1B}[13~", KeyPress(.function(3))),
        ("\u{1B}[1081;5u", KeyPress("й", .control)),
    ])
    func `a key of the kitty protocol is one key`(_ sequence: String, _ press: KeyPress) {
        #expect(keys(sequence) == [press])
    }

    @Test(arguments: [
        "\u{1B}[97;1:3u", "\u{1B}[57441;2u", "\u{1B}[97;9u", "\u{1B}[155u", "\u{1B}[99999999u",
        "\u{1B}[200;9~", "\u{1B}[k", "\u{1B}Oz",
    ])
    func `released keys, keys of the window system and nonsense are no key`(_ sequence: String) {
        #expect(decode(sequence).isEmpty)
        #expect(keys(sequence + "a") == [.init("a")])
    }

    @Test func `ESC alone is a key after a pause, not before`() {
        var decoder = KeyDecoder()
        #expect(decoder.decode([0x1B]).isEmpty)
        #expect(decoder.isAmbiguous && decoder.isWaiting)
        #expect(decoder.pause() == [.key(.init(.escape))])
        #expect(!decoder.isAmbiguous && !decoder.isWaiting)
        #expect(decoder.pause().isEmpty)
        #expect(decoder.decode("a".utf8) == [.key(.init("a"))])
    }

    @Test func `Alt with O is a key after a pause`() {
        var decoder = KeyDecoder()
        #expect(decoder.decode("\u{1B}O".utf8).isEmpty)
        #expect(decoder.pause() == [.key(.init("O", .alt))])
        #expect(decoder.decode("a".utf8) == [.key(.init("a"))])
    }

    @Test(arguments: ["[", "P", "_", "]"])
    func `Alt with the beginning of an answer is a key when no answer follows`(_ letter: String) {
        let press = TerminalInput.key(.init(Character(letter), .alt))
        var decoder = KeyDecoder()
        #expect(decoder.decode("\u{1B}\(letter)".utf8).isEmpty)
        #expect(decoder.pause().isEmpty && !decoder.wantsPause)
        #expect(decoder.decode("q".utf8) == [press, .key(.init("q"))])
        #expect(decoder.decode("\u{1B}\(letter)".utf8).isEmpty)
        #expect(decoder.pause().isEmpty)
        #expect(decoder.abandon() == [press])
    }

    @Test func `ESC twice is two keys after a pause`() {
        var decoder = KeyDecoder()
        #expect(decoder.decode([0x1B, 0x1B]).isEmpty)
        #expect(decoder.pause() == [.key(.init(.escape)), .key(.init(.escape))])
        #expect(keys("\u{1B}\u{1B}\u{1B}[B") == [.init(.escape), .init(.down, .alt)])
        #expect(keys("\u{1B}\u{1B}a") == [.init(.escape), .init("a", .alt)])
    }

    @Test func `a key typed after ESC is that key, also a bracket`() {
        var decoder = KeyDecoder()
        _ = decoder.decode([0x1B])
        _ = decoder.pause()
        #expect(decoder.decode("[".utf8).isEmpty)
        #expect(decoder.pause() == [.key(.init("["))])
        _ = decoder.decode([0x1B])
        _ = decoder.pause()
        #expect(decoder.decode("Pa".utf8) == [.key(.init("P")), .key(.init("a"))])
    }

    @Test func `a reply whose ESC became a key gives no more keys`() {
        for rest in [
            "[?62;4c", "P>|foot(1.13.1)\u{1B}\\", "_Gi=31;OK\u{1B}\\", "]11;rgb:0/0/0\u{7}",
        ] {
            var decoder = KeyDecoder()
            _ = decoder.decode([0x1B])
            _ = decoder.pause()
            let inputs = decoder.decode(rest.utf8)
            #expect(inputs.count == 1)
            guard case .reply = inputs.first else {
                Issue.record("\(inputs)")
                continue
            }
        }
    }

    @Test func `bytes that are not UTF-8 give no key and spoil none`() {
        var decoder = KeyDecoder()
        #expect(decoder.decode([0x80, 0xFF, 0xC3, 0x61]) == [.key(.init("a"))])
        #expect(decoder.decode([0xC2, 0x9B, 0x62]) == [.key(.init("b"))])
        #expect(decoder.decode([0xED, 0xA0, 0x80, 0x63]) == [.key(.init("c"))])
    }

    @Test func `a paste is one text, whatever it holds`() {
        #expect(
            decode("\u{1B}[200~left\n\u{1B}[Aq\u{1B}[201~x")
                == [.paste("left\n\u{1B}[Aq"), .key(.init("x"))])
    }

    @Test func `a huge paste is cut and its end is found`() {
        let long = String(repeating: "a", count: 70_000)
        let inputs = decode("\u{1B}[200~\(long)\u{1B}[201~x")
        #expect(inputs.count == 2)
        guard case .paste(let text) = inputs.first else {
            Issue.record("\(inputs.count)")
            return
        }
        #expect(text.count > 65_000 && text.count <= 65_536)
        #expect(text.allSatisfy { $0 == "a" })
    }

    @Test func `what never ends is given up`() {
        var decoder = KeyDecoder()
        _ = decoder.decode("\u{1B}P>|never".utf8)
        #expect(decoder.pause().isEmpty && decoder.isWaiting)
        #expect(decoder.abandon().isEmpty)
        #expect(decoder.decode("q".utf8) == [.key(.init("q"))])
        _ = decoder.decode("\u{1B}[200~half".utf8)
        #expect(decoder.abandon() == [.paste("half")])
    }

    @Test func `the mouse is a value with buttons, wheel and modifiers`() {
        #expect(decode("\u{1B}[<0;10;5M") == [.mouse(.init(kind: .press, button: 0, x: 9, y: 4))])
        #expect(
            decode("\u{1B}[<22;1;1m")
                == [
                    .mouse(
                        .init(kind: .release, button: 2, x: 0, y: 0, modifiers: [.shift, .control]))
                ])
        #expect(
            decode("\u{1B}[<65;3;3M\u{1B}[<72;3;3M")
                == [
                    .mouse(.init(kind: .wheelDown, button: 0, x: 2, y: 2)),
                    .mouse(.init(kind: .wheelUp, button: 0, x: 2, y: 2, modifiers: .alt)),
                ])
        #expect(decode("\u{1B}[<35;0;0M") == [.mouse(.init(kind: .move, button: 3, x: 0, y: 0))])
        #expect(decode("\u{1B}[M !!") == [.mouse(.init(kind: .press, button: 0, x: 0, y: 0))])
        #expect(decode("\u{1B}[M#!!") == [.mouse(.init(kind: .release, button: 3, x: 0, y: 0))])
        #expect(decode("\u{1B}[<1;2M") == [.reply(.other)])
    }

    @Test func `focus is told`() {
        #expect(decode("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
    }

    @Test func `Cyrillic letters have the Latin twin of their key`() {
        #expect(KeyPress("й").latinTwin == KeyPress("q"))
        #expect(KeyPress("Ж", .alt).latinTwin == KeyPress(":", .alt))
        #expect(KeyPress("q").latinTwin == nil)
        #expect(KeyPress(.enter).latinTwin == nil)
    }
}

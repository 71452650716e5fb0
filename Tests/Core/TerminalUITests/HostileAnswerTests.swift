import TerminalUI
import TestSupport
import Testing

/// Answers that are late, broken off, foreign or nonsense: never a key that was not typed, never one lost.
@Suite struct HostileAnswerTests {
    /// Answers of terminals to our questions and to those of other programs.
    static let answers = [
        "\u{1B}P>|XTerm(379)\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}[?1;0;256S",
        "\u{1B}[?2;0;1000;1000S", "\u{1B}[?1;3S", "\u{1B}[6;19;10t", "\u{1B}[4;456;800t",
        "\u{1B}[?2026;2$y", "\u{1B}[?1016;0$y", "\u{1B}[?0u", "\u{1B}[1;2R", "\u{1B}[0n",
        "\u{1B}P1$r0;48:2::1:2:3m\u{1B}\\", "\u{1B}[?63;1;2;4;6;9;15;16;22;28c",
        "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}", "\u{1B}]4;7;rgb:ee/ee/ee\u{1B}\\",
        "\u{1B}[>41;379;0c", "\u{1B}P!|7E565445\u{1B}\\", "\u{1B}P0+r\u{1B}\\",
    ]

    /// What a person types, and what it means.
    static let typed: [(bytes: String, press: KeyPress)] = [
        ("j", KeyPress("j")), ("q", KeyPress("q")), ("o", KeyPress("o")), (" ", KeyPress(" ")),
        ("\r", KeyPress(.enter)), ("\t", KeyPress(.tab)), ("\u{1B}[A", KeyPress(.up)),
        ("\u{1B}[1;2B", KeyPress(.down, .shift)), ("\u{1B}[5~", KeyPress(.pageUp)),
        ("\u{1B}OD", KeyPress(.left)), ("é", KeyPress("é")), ("\u{7}", .init("g", .control)),
    ]

    private struct Line {
        var decoder = KeyDecoder()
        var keys: [KeyPress] = []

        mutating func send(_ bytes: some Collection<UInt8>) { keep(decoder.decode(bytes)) }
        mutating func rest() { while decoder.wantsPause { keep(decoder.pause()) } }
        mutating func giveUp() {
            rest()
            if decoder.isWaiting { keep(decoder.abandon()) }
            rest()
        }
        private mutating func keep(_ inputs: [TerminalInput]) {
            keys += inputs.compactMap { if case .key(let press) = $0 { press } else { nil } }
        }
    }

    @Test(arguments: 0..<400)
    func `whole and late answers between keys change no key`(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        var line = Line()
        var wanted: [KeyPress] = []
        for _ in 0..<40 {
            if Bool.random(using: &random), let key = Self.typed.randomElement(using: &random) {
                line.send(Array(key.bytes.utf8))
                wanted.append(key.press)
            } else if let answer = Self.answers.randomElement(using: &random) {
                let bytes = Array(answer.utf8)
                let cut = Int.random(in: 2...bytes.count, using: &random)
                line.send(bytes[..<cut])
                if Bool.random(using: &random) { line.rest() }
                line.send(bytes[cut...])
            }
        }
        line.giveUp()
        #expect(line.keys == wanted)
    }

    @Test(arguments: 0..<400)
    func `half an answer, then keys: every key comes, and nothing else`(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        var line = Line()
        var wanted: [KeyPress] = []
        for _ in 0..<10 {
            let answer = Array((Self.answers.randomElement(using: &random) ?? "").utf8)
            // With only its end missing, nobody can tell the end from a key.
            line.send(answer[..<Int.random(in: 3..<max(4, answer.count - 2), using: &random)])
            line.rest()
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                guard let key = Self.typed.randomElement(using: &random) else { continue }
                line.send(Array(key.bytes.utf8))
                wanted.append(key.press)
            }
            line.giveUp()
        }
        #expect(line.keys == wanted)
    }

    @Test(arguments: 0..<400)
    func `after any garbage a key is that key`(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        var line = Line()
        for _ in 0..<20 {
            let length = Int.random(in: 0...60, using: &random)
            var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            bytes.insert(0x1B, at: Int.random(in: 0...length, using: &random))
            line.send(bytes)
            if Bool.random(using: &random) { line.rest() }
        }
        // A paste has no end but its own, or a rest.
        line.giveUp()
        line.giveUp()
        #expect(!line.decoder.isWaiting && !line.decoder.isHolding)

        line.keys = []
        line.send("q".utf8)

        #expect(line.keys == [KeyPress("q")])
    }

    @Test(arguments: ["S", "R", "n", "y", "u", "t", "d", "3"])
    func `a letter that could end another answer is a key after half of this one`(_ key: String) {
        for half in ["\u{1B}[?62;4;", "\u{1B}[?1;0;", "\u{1B}[6;", "\u{1B}P>|XTe", "\u{1B}]11;r"] {
            var line = Line()
            line.send(Array(half.utf8))
            line.rest()
            line.send(Array(key.utf8))
            line.giveUp()
            #expect(line.keys == [KeyPress(Character(key))], "\(half) \(key)")
        }
    }

    @Test func `keys that wait for an answer's end come in their order`() {
        var line = Line()
        line.send("\u{1B}P>|XTe".utf8)
        line.rest()
        line.send("j42".utf8)
        #expect(line.keys.isEmpty && line.decoder.isHolding)

        line.send("\u{1B}[A".utf8)

        #expect(line.keys == ["j", "4", "2"].map { KeyPress($0) } + [KeyPress(.up)])
    }

    @Test func `an answer that ends after a silence is an answer`() {
        var line = Line()
        line.send("\u{1B}P>|XTe".utf8)
        line.rest()

        let inputs = line.decoder.decode("rm(379)\u{1B}\\q".utf8)

        #expect(inputs == [.reply(.version("XTerm(379)")), .key(KeyPress("q"))])
    }

    @Test func `Esc typed into half an answer is Esc`() {
        var line = Line()
        line.send("\u{1B}_Gi=3".utf8)
        line.rest()
        line.send([0x1B])
        line.rest()
        #expect(line.keys == [KeyPress(.escape)])
    }
}

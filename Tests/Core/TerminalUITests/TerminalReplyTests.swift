import TerminalUI
import TestSupport
import Testing

@Suite struct TerminalReplyTests {
    /// Bytes that terminals send by themselves, and what they mean.
    static let replies: [(String, TerminalReply)] = [
        ("\u{1B}P>|XTerm(379)\u{1B}\\", .version("XTerm(379)")),
        ("\u{1B}_Gi=31;OK\u{1B}\\", .kittyGraphics("i=31;OK")),
        (
            "\u{1B}_Gi=31;EINVAL:a \u{2026}\u{1B}\\",
            .kittyGraphics("i=31;EINVAL:a \u{2026}")
        ),
        ("\u{1B}[?1;0;256S", .graphicsAttribute(item: 1, status: 0, values: [256])),
        ("\u{1B}[?2;0;1000;800S", .graphicsAttribute(item: 2, status: 0, values: [1000, 800])),
        ("\u{1B}[?1;3;0S", .graphicsAttribute(item: 1, status: 3, values: [0])),
        ("\u{1B}[6;18;9t", .windowReport(kind: 6, height: 18, width: 9)),
        ("\u{1B}[4;720;960t", .windowReport(kind: 4, height: 720, width: 960)),
        ("\u{1B}[?2026;2$y", .mode(2026, state: 2)),
        ("\u{1B}[?1u", .keyboardFlags(1)),
        ("\u{1B}P1$r0;48:2::1:2:3m\u{1B}\\", .rendition("0;48:2::1:2:3")),
        ("\u{1B}P0$r\u{1B}\\", .other),
        (
            "\u{1B}[?63;1;2;4;6;9;15;16;22;28c",
            .primaryAttributes([63, 1, 2, 4, 6, 9, 15, 16, 22, 28])
        ),
        ("\u{1B}[?62;c", .primaryAttributes([62])),
        ("\u{1B}[0n", .status(0)),
        ("\u{1B}[24;80R", .cursor(column: 80, row: 24)),
        ("\u{1B}[?24;80R", .other),
        ("\u{1B}[>41;379;0c", .other),
        ("\u{1B}[2;1;1;128;128;1;0x", .other),
        ("\u{1B}]11;rgb:0000/0000/0000\u{7}", .command("11;rgb:0000/0000/0000")),
        ("\u{1B}]4;7;rgb:e5e5/e5e5/e5e5\u{1B}\\", .command("4;7;rgb:e5e5/e5e5/e5e5")),
        ("\u{1B}[?997;1n", .other),
        ("\u{1B}P1+r544e=787465726d\u{1B}\\", .other),
    ]

    @Test(arguments: replies) func `a reply is understood`(_ bytes: String, _ reply: TerminalReply)
    {
        var decoder = KeyDecoder()
        #expect(decoder.decode(bytes.utf8) == [.reply(reply)])
    }

    @Test(arguments: replies) func `a reply split anywhere gives no key`(
        _ bytes: String, _ reply: TerminalReply
    ) {
        let bytes = Array(bytes.utf8)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                var decoder = KeyDecoder()
                let parts = [bytes[..<first], bytes[first..<second], bytes[second...]]
                let inputs = parts.flatMap { decoder.decode($0) }
                #expect(inputs == [.reply(reply)])
                #expect(!decoder.isWaiting)
            }
        }
    }

    @Test(arguments: replies)
    func `a reply that stops after its introducer for a while gives no key`(
        _ bytes: String, _ reply: TerminalReply
    ) {
        let bytes = Array(bytes.utf8)
        for cut in 3..<bytes.count {
            var decoder = KeyDecoder()
            let first = decoder.decode(bytes[..<cut]) + decoder.pause()
            let inputs = first + decoder.decode(bytes[cut...])
            #expect(inputs == [.reply(reply)], "cut at \(cut)")
        }
    }

    @Test func `keys, pastes and replies in any pieces mean the same`() {
        let stream =
            "aй\u{1B}[1;2A日\u{1B}OP\u{1B}[200~x\u{1B}[Ay\u{1B}[201~q\u{1B}[<0;3;4M\u{1B}x"
            + Self.replies.map(\.0).joined(separator: "k") + "\u{1B}[97;5u\r"
        let bytes = Array(stream.utf8)
        var whole = KeyDecoder()
        let expected = whole.decode(bytes)
        var random = SplitMix(seed: 20_261_121)
        for _ in 0..<500 {
            var decoder = KeyDecoder()
            var inputs: [TerminalInput] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = min(rest.count, Int(random.next() % 9) + 1)
                inputs += decoder.decode(rest.prefix(count))
                rest = rest.dropFirst(count)
            }
            #expect(inputs == expected)
        }
        #expect(expected.contains(.key(.init("a", .control))))
    }

    @Test func `random bytes never crash, and the decoder can always start again`() {
        var random = SplitMix(seed: 7)
        let usual: [UInt8] = Array("\u{1B}[]P_O;:?<>$0129mMcuAR~\\\u{18}\u{7}".utf8) + [0x80, 0xE2]
        for _ in 0..<20_000 {
            var decoder = KeyDecoder()
            let bytes = (0..<Int(random.next() % 24)).map { _ in
                usual[Int(random.next() % UInt64(usual.count))]
            }
            _ = decoder.decode(bytes)
            _ = decoder.pause()
            _ = decoder.abandon()
            #expect(decoder.decode("q".utf8) == [.key(.init("q"))])
        }
    }
}

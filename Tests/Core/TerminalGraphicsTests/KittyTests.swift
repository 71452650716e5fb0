import TestSupport
import Imaging
import Testing

@testable import TerminalGraphics

@Suite struct KittyTests {
    /// One graphics command: its keys and its payload.
    private struct Command {
        var keys: [String: String] = [:]
        var payload: [UInt8] = []
    }

    /// Commands between `ESC _ G` and `ESC \`.
    private func commands(_ bytes: [UInt8]) -> [Command] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\u{1B}\\").map { text in
            #expect(text.hasPrefix("\u{1B}_G"))
            let parts = text.dropFirst(3).split(separator: ";", omittingEmptySubsequences: false)
            var command = Command()
            for pair in parts[0].split(separator: ",") {
                let sides = pair.split(separator: "=")
                command.keys[String(sides[0])] = String(sides[1])
            }
            if parts.count > 1 { command.payload = Array(parts[1].utf8) }
            return command
        }
    }

    @Test func `a picture is transmitted, placed, and the one before it deleted`() throws {
        var random = SplitMix(seed: 2)
        let image = TestPicture.make(.noise, width: 200, height: 120, &random)
        let options = KittyOptions(image: 2, replaces: 1)

        let tiles = GreyRenderer.kitty(options).encode(image, cell: CellSize(width: 9, height: 18))

        #expect(tiles.count == 1 && tiles[0].chunks.count == 1)
        #expect(tiles[0].columns == 23 && tiles[0].rows == 7)
        let sent = commands(tiles[0].chunks[0])
        let data = sent.dropLast(2)
        #expect(data.first?.keys == ["a": "t", "f": "100", "i": "2", "q": "2", "m": "1"])
        #expect(data.dropFirst().dropLast().allSatisfy { $0.keys == ["m": "1"] })
        #expect(data.last?.keys == ["m": "0"])
        #expect(data.dropLast().allSatisfy { $0.payload.count == 4096 })
        #expect(try PNGDecoder(Base64Reader.decode(data.flatMap(\.payload))).pixels == image.pixels)
        #expect(
            sent[sent.count - 2].keys
                == ["a": "p", "i": "2", "p": "1", "C": "1", "z": "-1", "q": "2"])
        #expect(sent[sent.count - 1].keys == ["a": "d", "d": "I", "i": "1", "q": "2"])
    }

    @Test func `a small picture is one command that says it is the last`() {
        let sent = commands(KittyGraphics.transmit(GreyImage(width: 2, height: 2), as: 9))

        #expect(sent.count == 1)
        #expect(sent[0].keys == ["a": "t", "f": "100", "i": "9", "q": "2", "m": "0"])
    }

    @Test func `the first picture deletes none`() {
        let tiles = GreyRenderer.kitty(KittyOptions()).encode(
            GreyImage(width: 2, height: 2), cell: CellSize())

        #expect(commands(tiles[0].chunks[0]).map { $0.keys["a"] } == ["t", "p"])
    }

    @Test func `no command asks for an answer`() {
        let all =
            KittyGraphics.placePreview(3, columns: 10, rows: 5) + KittyGraphics.delete(3)
            + KittyGraphics.deleteAll()

        #expect(commands(all).allSatisfy { $0.keys["q"] == "2" })
        #expect(commands(all)[0].keys["c"] == "10" && commands(all)[0].keys["r"] == "5")
        #expect(commands(all)[2].keys["d"] == "A")
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
    func `base64 gives the test vectors of RFC 4648`(plain: String, text: String) {
        #expect(Base64.encode(Array(plain.utf8)) == Array(text.utf8))
    }
}

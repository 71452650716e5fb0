import BundledResources
import Foundation
import TerminalUI
import Testing

@testable import readingroom

/// Every byte that a whole read sends to a real terminal.
@Suite struct ByteCaptureTests {
    /// Presses the keys of a recorded read, one after the other; gives what the terminal got.
    private func capture(_ name: String) throws -> (bytes: [UInt8], status: Int32) {
        let store = try SampleStores.copy(name)
        let terminal = try ProgramTerminal([
            "read", "--store", store.study.folder, "--reader", "R1",
        ])
        #expect(terminal.waits(for: "Enter"))
        for press in try KeyScript("? Esc").presses + RecordedReads.script(of: name).presses {
            let before = terminal.bytes.count
            terminal.type(TypedBytes.of(press))
            // Escape alone is known by the pause after it, which is longer the longer the terminal took to answer.
            if press.key == .escape { #expect(terminal.waitsForMore(than: before)) }
            // A slice counts as seen once its full picture is there, and nobody signs on a preview.
            terminal.settle()
        }
        #expect(
            terminal.waits(for: "Signed under number", seconds: 120),
            "\(terminal.text.suffix(600).debugDescription)")
        terminal.settle()
        terminal.type("q")
        return (terminal.bytes, terminal.wait())
    }

    @Test(arguments: ["sij-sct", "covid-ct04", "ccm-zabramski"])
    func `nothing that identifies, unblinds or leads to a file reaches the terminal`(
        _ name: String
    ) throws {
        let (bytes, status) = try capture(name)

        let text = String(decoding: bytes, as: UTF8.self)
        #expect(status == 0)
        #expect(text.contains("case 1 of"))
        for forbidden in try Forbidden.strings(study: name) {
            #expect(!text.contains(forbidden), "\(forbidden)")
        }
        #expect(text.firstMatch(of: /(19|20)\d\d[-.\/]?[01]\d[-.\/]?[0-3]\d/) == nil)
    }

    @Test func `only sequences that move, colour and paint are sent, and the title is left alone`()
        throws
    {
        let (bytes, _) = try capture("covid-ct04")

        // Operating system commands ask for colours, and set nothing.
        let text = String(decoding: bytes, as: UTF8.self)
            .replacing(/\x1B\](11|4;\d+);\?\x1B\\/, with: "")
        #expect(!text.contains("\u{1B}]"))
        #expect(!text.contains("\u{7}"))
    }
}

/// What a blinded screen must never show, from the files that were imported.
enum Forbidden {
    /// What says who was examined, where and when, from every file of a study.
    static func people(study: String) throws -> Set<String> {
        var strings: Set<String> = []
        let cases = BundledResources.sampleStudies.appending(path: "\(study)/cases")
        let files = FileManager.default.enumerator(at: cases, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard !file.hasDirectoryPath else { continue }
            strings.formUnion(try identifying(in: Data(contentsOf: file)))
        }
        return strings
    }

    static func strings(study: String) throws -> [String] {
        var strings: Set<String> = ["truth", "/tmp", "/root", "/home", ".dcm", ".sqlite"]
        strings.formUnion(try people(study: study))
        strings.formUnion(try truth(of: study))
        let arms = ["sij-sct": ["T1w", "sCT"], "ccm-zabramski": ["T1T2SWI", "T1T2GRE"]]
        return strings.union(arms[study] ?? []).sorted()
    }

    /// Of the truth what no form asks for in these words: the names of the cases, and numbers to the third decimal, more than a
    /// reader types.
    private static func truth(of study: String) throws -> Set<String> {
        let file = BundledResources.sampleStudies.appending(path: "\(study)/truth.csv")
        let cells = try String(contentsOf: file, encoding: .utf8)
            .split { $0 == "," || $0.isNewline }.map(String.init)
        return Set(
            cells.filter {
                $0.wholeMatch(of: /C\d\d/) != nil || $0.wholeMatch(of: /\d+\.\d{3}/) != nil
            })
    }

    /// Values of the elements that identify, read byte by byte from explicit little-endian headers.
    private static func identifying(in data: Data) throws -> Set<String> {
        let tags: [(UInt16, UInt16)] = [
            (0x0008, 0x0080), (0x0008, 0x0081), (0x0008, 0x0090), (0x0008, 0x1030),
            (0x0008, 0x103E), (0x0010, 0x0010), (0x0010, 0x0020), (0x0010, 0x0030),
            (0x0008, 0x0020), (0x0008, 0x0050), (0x0018, 0x1030), (0x0008, 0x0070),
        ]
        var values: Set<String> = []
        for (group, element) in tags {
            let header = Data([
                UInt8(group & 255), UInt8(group >> 8), UInt8(element & 255), UInt8(element >> 8),
            ])
            guard let found = data.range(of: header), found.upperBound + 4 < data.count else {
                continue
            }
            let length = Int(data[found.upperBound + 2]) | Int(data[found.upperBound + 3]) << 8
            let start = found.upperBound + 4
            guard length < 200, start + length <= data.count else { continue }
            let value = String(decoding: data[start..<start + length], as: UTF8.self)
                .trimmingCharacters(in: .whitespacesAndNewlines.union(.controlCharacters))
            if value.count > 3 {
                values.insert(value)
                values.formUnion(
                    value.split(separator: "^").map(String.init).filter { $0.count > 3 })
            }
        }
        return values
    }
}

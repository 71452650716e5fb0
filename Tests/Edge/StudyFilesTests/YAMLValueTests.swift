import Foundation
import Instruments
import StudyFiles
import Testing

@Suite struct YAMLValueTests {
    private func mistake(in text: String, _ read: (YAMLValue) throws -> Void = { _ in }) -> String {
        do {
            try read(try YAMLValue.parse(text, file: "a.yaml"))
            return "no mistake"
        } catch { return (error as? StudyFileError)?.sentence ?? "\(error)" }
    }

    @Test func `text that is no YAML is refused with its place`() {
        #expect(
            mistake(in: "a: [1, 2\nb: 3").hasPrefix("a.yaml:2:")
                && mistake(in: "a: [1").contains("no YAML"))
        #expect(mistake(in: "") == "a.yaml:1:1: The file is empty.")
        #expect(mistake(in: "\ta: 1").contains("This is no YAML"))
        #expect(mistake(in: "a: \u{1}").contains("no YAML"))
        #expect(mistake(in: "a: *nobody").contains("no YAML"))
    }

    @Test func `a key that stands twice is refused`() {
        #expect(
            mistake(in: "a: 1\nb: 2\na: 3") == "a.yaml:1:1: A key stands twice in its table: a.")
    }

    @Test func `many parts made of names for parts are refused`() {
        var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for (name, before) in zip("bcdefgh", "abcdefg") {
            let parts = Array(repeating: "*\(before)", count: 10).joined(separator: ", ")
            text += "\(name): &\(name) [\(parts)]\n"
        }

        #expect(mistake(in: text).contains("The file has more than 20000 parts."))
    }

    @Test func `deep nesting is refused and does no harm`() {
        #expect(mistake(in: String(repeating: "[", count: 100_000)).contains("no YAML"))
    }

    @Test func `values are read as they are written`() throws {
        let text = "number: -2.5\nwhole: 12\nyes: true\nwords: [1.0, no, a b]\nversion: 1.0.0"
        let table = try YAMLValue.parse(text, file: "a.yaml")
            .table(["number", "whole", "yes", "words", "version"])

        #expect(try table.required("number").number() == -2.5)
        #expect(try table.required("whole").integer(in: 0...20) == 12)
        #expect(try table.required("yes").truth())
        #expect(try table.required("words").texts() == ["1.0", "no", "a b"])
        #expect(try table.required("version").text() == "1.0.0")
        #expect(table["nothing"] == nil)
    }

    @Test func `values of another kind are refused with their place`() {
        func read(_ text: String, _ read: (YAMLValue) throws -> Void) -> String {
            mistake(in: text) { try read(try $0.table(["a"]).required("a")) }
        }

        #expect(
            read("a: 21") { _ = try $0.integer(in: 0...20) }
                == "a.yaml:1:4: 21 lies outside 0 to 20.")
        #expect(
            read("a: x") { _ = try $0.number() } == "a.yaml:1:4: Here stands a number, not x.")
        #expect(read("a: inf") { _ = try $0.number() }.contains("a number, not inf"))
        #expect(read("a: {b: 1}") { _ = try $0.list() }.contains("Here stands a list"))
        #expect(read("a: [1]") { _ = try $0.named() }.contains("Here stands a table"))
        #expect(read("b: 1") { _ in } == "a.yaml:1:1: There is no b here.")
    }

    @Test func `a place inside a text counts from its first letter, after a quotation mark`() throws
    {
        let text = "plain: abc\nquoted: 'abc'\nlines: |\n  abc\n"
        let inside = TextPosition(line: 1, column: 3)
        let value = try YAMLValue.parse(text, file: "a.yaml")

        let table = try value.table(["plain", "quoted", "lines"])

        #expect(
            try table.required("plain").position(inside: inside)
                == TextPosition(line: 1, column: 10))
        #expect(
            try table.required("quoted").position(inside: inside)
                == TextPosition(line: 2, column: 12))
        #expect(
            try table.required("lines").position(inside: inside) == TextPosition(line: 3, column: 8)
        )
        #expect(TextPosition(line: 1, column: 9) < TextPosition(line: 2, column: 1))
    }

    @Test func `files that cannot be read are named`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("yaml-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func sentence(_ name: String, _ content: Data?) throws -> String {
            let url = folder.appendingPathComponent(name)
            try content?.write(to: url)
            do {
                return "read at line \(try YAMLValue.load(url).position.line)"
            } catch { return error.sentence }
        }

        #expect(
            try sentence("none.yaml", nil)
                == "none.yaml cannot be opened. Check its name and permissions.")
        #expect(
            try sentence("large.yaml", Data(count: 1_000_001))
                == "large.yaml has 1000001 bytes; 1000000 are allowed. Is it the right file?")
        #expect(
            try sentence("latin.yaml", Data([0x61, 0x3A, 0x20, 0xFF]))
                == "latin.yaml:1:1: The file is not text in UTF-8.")
        #expect(try sentence("good.yaml", Data("\na: 1".utf8)) == "read at line 2")
    }
}

import Foundation
import ReaderStudies
import Testing

@Suite struct JSONValueTests {
    private let value = JSONValue.object([
        .init("b", .count(2)),
        .init("a", .array([.null, .bool(true), .object([.init("x", .number(0.1))])])),
        .init("word", .string("a \"b\" \\ \u{1}\n é")),
        .init("none", .array([])),
    ])

    @Test func `members keep their order on one line`() {
        #expect(
            value.line
                == "{\"b\": 2, \"a\": [null, true, {\"x\": 0.1}], "
                + "\"word\": \"a \\\"b\\\" \\\\ \\u0001\\u000a é\", \"none\": []}")
    }

    @Test func `only values that hold others are broken into lines`() {
        let value = JSONValue.object([
            .init("a", .array([.array([.count(1), .count(2)])])), .init("b", .count(1)),
        ])

        #expect(value.lines == "{\n  \"a\": [\n    [1, 2]\n  ],\n  \"b\": 1\n}")
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `what is not a number is null`(number: Double) {
        #expect(JSONValue.number(number).line == "null")
    }

    @Test func `another parser reads the same back`() throws {
        for text in [value.line, value.lines] {
            let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
            let object = try #require(parsed as? [String: Any])

            #expect(object["word"] as? String == "a \"b\" \\ \u{1}\n é")
            #expect((object["a"] as? [Any])?.count == 3)
        }
    }
}

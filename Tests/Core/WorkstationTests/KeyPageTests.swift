import Foundation
import Testing

@testable import Workstation

@Suite struct KeyPageTests {
    private let page = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/readingroom/Documentation.docc/Keys.md").standardized

    @Test func `the documentation lists the keys of the action table`() throws {
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data((KeyPage.markdown).utf8).write(to: page)
            Issue.record("Recorded \(page.path).")
        }

        let written = try String(contentsOf: page, encoding: .utf8)

        #expect(written == KeyPage.markdown)
    }
}

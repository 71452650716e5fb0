import Foundation
import ReaderStudies
import Testing

@testable import Persistence

@Suite struct RedactionTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The event that holds the name typed by mistake.
    static let named = 10

    @Test func `a redacted text is gone from the file, and the chain stays whole`() throws {
        let store = try Sample.signed(folder.path)
        let head = try store.verify().events
        let file = URL(filePath: "\(folder.path)/store.sqlite")

        try store.redact(event: Self.named, reason: "A name was typed.", by: .coordinator)
        let found = try store.verify()
        let read = try #require(try store.reads(of: "R1").first)
        try store.close()

        #expect(found.problem == nil)
        #expect(found.redactions == 1)
        #expect(found.events == head + 1)
        #expect(read.sheet.answers[ItemKey("L1", "note")] == .value(.text("[removed]")))
        #expect(read.state == .signed)
        #expect(try Data(contentsOf: file).range(of: Data("Ms Example".utf8)) == nil)
    }

    @Test func `the independent program accepts a redaction and no missing body without one`()
        throws
    {
        let store = try Sample.signed(folder.path)
        try store.redact(event: Self.named, reason: "A name was typed.", by: .coordinator)
        let found = try store.verify()
        try store.close()
        let script = ChildProcess.offlineVerifier
        let python = URL(filePath: "/usr/bin/env")

        let accepted = try ChildProcess.run(python, ["python3", script, folder.path])
        try Outside.execute(
            "DROP TRIGGER bodyIsRemovedOnlyByRedaction; DELETE FROM eventBody WHERE seq = 8",
            in: folder.path)
        let refused = try ChildProcess.run(python, ["python3", script, folder.path])

        #expect(accepted.output == "\(found.events) \(found.head)\n")
        #expect(refused.output == "event 8\n")
    }

    @Test func `only text that a reader typed can be redacted, and only once`() throws {
        let store = try Sample.signed(folder.path)

        for event in [1, 7, 8, 99] {
            #expect(throws: StoreError.self) {
                try store.redact(event: event, reason: "x", by: .coordinator)
            }
        }
        try store.redact(event: Self.named, reason: "A name was typed.", by: .coordinator)
        #expect(throws: StoreError.self) {
            try store.redact(event: Self.named, reason: "again", by: .coordinator)
        }
    }

    @Test func `the reason of an amendment can be redacted and the read stays as it is`() throws {
        let store = try Sample.signed(folder.path)
        let receipt = try store.append(
            .amendmentOpened(
                AmendmentOpened(read: Sample.key, revision: 2, reason: "Ms Example called")),
            by: .reader("R1"))

        try store.redact(event: receipt.seq, reason: "A name was typed.", by: .coordinator)

        #expect(try store.reads(of: "R1").first?.state == .amending)
        #expect(try store.verify().problem == nil)
    }
}

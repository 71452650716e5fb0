import BundledResources
import Foundation
import Testing

@testable import readingroom

/// Escape sequences that somebody hid in the strings of DICOM files.
@Suite struct HiddenSequenceTests {
    private let folder = URL(filePath: DemoFolder.temporary)

    /// A case of the chest study whose description and patient's name hold sequences for a terminal.
    private func poisonedCase() throws -> URL {
        let source = BundledResources.sampleStudies.appending(path: "covid-ct04/cases/C02")
        let copy = folder.appending(path: "C02")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: source, to: copy)
        let files = FileManager.default.enumerator(at: copy, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard !file.hasDirectoryPath else { continue }
            var data = try Data(contentsOf: file)
            for (element, keep) in [([0x08, 0, 0x3E, 0x10], "lung"), ([0x10, 0, 0x10, 0], "")] {
                poison(&data, Data(element.map(UInt8.init)), keep: keep)
            }
            try data.write(to: file)
        }
        return copy
    }

    /// Replaces the text of an element by one of the same length that begins with a sequence.
    private func poison(_ data: inout Data, _ element: Data, keep: String) {
        guard let found = data.range(of: element) else { return }
        let length = Int(data[found.upperBound + 2])
        let start = found.upperBound + 4
        let text = ("\u{1B}[9z" + keep + "\u{1B}]2;pw\u{7}").prefix(length)
        let padded = text.padding(toLength: length, withPad: " ", startingAt: 0)
        data.replaceSubrange(start..<start + length, with: Data(padded.utf8))
    }

    @Test func `they reach neither the report of the import nor the reader's terminal`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let poisoned = try poisonedCase()
        let store = folder.appending(path: "store").path
        let study = BundledResources.sampleStudies.appending(path: "covid-ct04/study.yaml").path
        _ = try BuiltProgram.run(["study", "create", study, "--store", store])

        let run = try BuiltProgram.run([
            "case", "import", "--store", store, "--case", "C02", poisoned.path,
        ])
        let start = try BuiltProgram.run(["study", "start", "--store", store])
        let terminal = try ProgramTerminal(["read", "--store", store, "--reader", "R1"])
        #expect(terminal.waits(for: "Enter"))
        terminal.type("\r")
        #expect(terminal.waits(for: "slice 12 of"))
        terminal.type("?")
        terminal.settle()

        #expect(run.status == 0 && start.status == 0, "\(run.problems)\(start.problems)")
        for text in [run.output, run.problems, start.output, terminal.text] {
            #expect(!text.contains("\u{1B}[9z") && !text.contains("\u{1B}]2;"))
        }
        terminal.kill()
    }
}

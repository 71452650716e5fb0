import Foundation
import Persistence
import ReaderStudies
import StoreService
import Testing

@testable import readingroom

/// A protocol that is amended between two reads: the exported table says which read was made under which.
@Suite struct ProtocolExportTests {
    private let clock = PlayedClock()

    /// Reads the next case of the study by script.
    private func readOne(_ store: SampleStore) throws {
        let session = try ReadSession(
            folder: store.study.folder, reader: store.study.reader, isolation: .none, clock: clock)
        let opened = try session.access.open()
        clock.advance(minutes: 30)
        try PlayedReader(
            access: session.access, instrument: session.instruments[0], opened: opened,
            wanted: { _ in nil }, lesions: 0
        ).read(techniques: [])
        try session.close()
    }

    /// The exported rows, by the name of their column.
    private func rows(_ store: SampleStore) throws -> [[String: String]] {
        let export = try BuiltProgram.run(["export", "reads", "--store", store.study.folder])
        let lines = export.output.split(separator: "\r\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let names = try #require(lines.first)
        return lines.dropFirst().filter { $0.count == names.count }.map { cells in
            Dictionary(uniqueKeysWithValues: zip(names, cells))
        }
    }

    @Test func `each read's rows name the version of the protocol that it was made under`() throws {
        let store = try SampleStores.copy("covid-ct04")
        let file = FileManager.default.temporaryDirectory
            .appending(path: "readingroom-amended-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try readOne(store)
        let before = try rows(store).filter { $0["event"] != "" }
        let opened = try SQLiteStore.open(at: store.study.folder)
        let text = try #require(try opened.study()?.created.text)
        try opened.close()
        try text.replacing("title: Grades", with: "title: Amended grades")
            .write(to: file, atomically: true, encoding: .utf8)

        let amended = try BuiltProgram.run([
            "study", "amend", file.path, "--store", store.study.folder, "--person", "A. Person",
            "--reason", "A better title.",
        ])
        try readOne(store)

        #expect(amended.status == 0, "\(amended.problems)")
        let table = try rows(store)
        let versions = Dictionary(grouping: table) { $0["case"] ?? "" }
            .mapValues { Set($0.compactMap { $0["protocol"] }) }
        #expect(versions.values.count { $0 == ["1"] } == 1)
        #expect(versions.values.count { $0 == ["2"] } == 1)
        #expect(versions.values.count { $0 == [""] } == versions.count - 2 && versions.count > 2)
        #expect(table.filter { $0["protocol"] == "1" } == before)
    }
}

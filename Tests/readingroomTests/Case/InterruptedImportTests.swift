import Foundation
import FrameCache
import Persistence
import Testing

@Suite struct InterruptedImportTests {
    let bench: ImportBench

    init() throws { bench = try ImportBench() }

    @Test func `an import leaves only frames that the log names`() throws {
        try bench.write(BenchSeries.make(), to: "ct")

        #expect(try bench.run().status == 0)

        #expect(try bench.frameFiles == bench.stored().series.map(\.series.token.rawValue))
    }

    @Test func `a series that came to the disk and not into the log is removed and told`() throws {
        try bench.write(BenchSeries.make(), to: "ct")
        #expect(try bench.run().status == 0)
        let orphan = try writeWithoutCase()
        #expect(bench.frameFiles.contains(orphan))

        let run = try bench.run(case: "C02")

        #expect(run.status == 0)
        #expect(run.problems.contains("An earlier import was interrupted; 1 series"))
        let named = try bench.stored().series.map(\.series.token.rawValue)
        #expect(bench.frameFiles.sorted() == named.sorted())
        #expect(named.count == 2)
    }

    @Test func `an import that was killed after it was in the log is kept`() throws {
        try bench.write(BenchSeries.make(), to: "ct")
        #expect(try bench.run().status == 0)
        let token = try #require(try bench.stored().series.first).series.token.rawValue
        try Self.touch(bench.store.path + "/frames/\(token).new")

        let run = try bench.run(case: "C02")

        #expect(run.problems.isEmpty, "\(run.problems)")
        #expect(bench.frameFiles.count == 2)
        #expect(bench.frameFiles.contains(token))
    }

    /// A series as an import leaves it when it is killed before its case comes into the log.
    private func writeWithoutCase() throws -> String {
        let stored = try #require(try bench.stored().series.first)
        let frames = try bench.frames(stored)
        let writer = try FrameWriter(
            folder: FrameFolder(store: bench.store.path), header: frames.header,
            digest: Digest.bytes)
        for slice in frames.header.slices.indices {
            try frames.volume.storage.withSlice(slice) { try writer.write($0, slice: slice) }
        }
        _ = try writer.finish()
        return writer.token.description
    }

    private static func touch(_ path: String) throws {
        try Data().write(to: URL(filePath: path))
    }
}

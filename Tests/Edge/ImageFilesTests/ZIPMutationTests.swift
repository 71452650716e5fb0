import Foundation
import TestSupport
import Testing

@testable import ImageFiles

/// Archives are read in the importing process: libzip has to bear whatever lies in them.
@Suite struct ZIPMutationTests {
    private static let count =
        ProcessInfo.processInfo.environment["READINGROOM_MUTATIONS"].flatMap { Int($0) } ?? 100

    @Test func `a damaged archive is unpacked within its limits or refused with a sentence`() throws
    {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "readingroom-\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: file) }
        let archive = try Self.archive
        var numbers = SplitMix(seed: 20_260_602)
        var found = (unpacked: 0, refused: 0)

        for _ in 0..<Self.count {
            try Data(Self.changed(archive, &numbers)).write(to: file)
            try Self.tryEntries(of: file.path, &found)
        }

        #expect(found.unpacked > Self.count / 4)
        #expect(found.refused > 0)
    }

    /// Unpacks every entry that is listed.
    private static func tryEntries(
        of path: String, _ found: inout (unpacked: Int, refused: Int)
    ) throws {
        let list = try SourceFinder().find([path])
        found.refused += list.problems.count
        #expect(list.problems.allSatisfy { $0.description.hasSuffix(".") })
        for source in list.sources {
            do throws(SourceError) {
                let descriptor = try source.open()
                defer { close(descriptor) }
                #expect(lseek(descriptor, 0, SEEK_END) <= ZIPArchive.largestEntry)
                found.unpacked += 1
            } catch {
                #expect(error.description.hasSuffix("."))
                found.refused += 1
            }
        }
    }

    /// Three entries, two of them packed.
    private static var archive: [UInt8] {
        get throws {
            let image = try DICOMWriter.file(
                SmallSeries.series(slices: 1), slice: 0, syntax: .explicitLittleEndian)
            var archive = StoredZIP()
            archive.add("stored.dcm", image)
            archive.add("packed.dcm", image, deflated: rawDeflate(image))
            archive.add("a/zeros", [], claimedSize: 100_000, deflated: rawDeflate(zeros))
            return archive.bytes
        }
    }

    private static let zeros = [UInt8](repeating: 0, count: 100_000)

    /// A gzip stream without its header and trailer.
    private static func rawDeflate(_ bytes: [UInt8]) -> [UInt8] {
        Array(gzipped(bytes).dropFirst(10).dropLast(8))
    }

    /// A copy with some bytes changed, most often in the directory at the end; or cut.
    private static func changed(_ bytes: [UInt8], _ numbers: inout SplitMix) -> [UInt8] {
        var bytes = bytes
        let first = Bool.random(using: &numbers) ? max(0, bytes.count - 250) : 0
        for _ in 0..<Int.random(in: 1...6, using: &numbers) {
            let extremes: [UInt8] = [0, 0xFF, 0x7F, UInt8.random(in: 0...255, using: &numbers)]
            let place = Int.random(in: first..<bytes.count, using: &numbers)
            bytes[place] = extremes.randomElement(using: &numbers) ?? 0
        }
        if Int.random(in: 0..<8, using: &numbers) == 0 {
            bytes.removeLast(Int.random(in: 0..<300, using: &numbers))
        }
        return bytes
    }
}

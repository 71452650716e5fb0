import FrameCache
import Glibc
import Imaging
import Testing

@Suite struct DamagedFramesTests {
    let temporary = TemporaryFolder()
    var folder: FrameFolder { FrameFolder(path: temporary.path) }

    @Test func `another file is refused`() throws {
        let token = try SampleFrames.write(to: folder)
        temporary.patch(token.description, at: 0, with: Array("DICM".utf8))

        let path = "\(temporary.path)/\(token)"
        #expect(throws: FrameCacheError.notFrames(path: path)) { try folder.open(token) }
    }

    @Test func `another version is refused by number`() throws {
        let token = try SampleFrames.write(to: folder)
        temporary.patch(token.description, at: 8, with: [9])

        let path = "\(temporary.path)/\(token)"
        #expect(throws: FrameCacheError.unknownVersion(path: path, version: 9)) {
            try folder.open(token)
        }
    }

    @Test(arguments: [0, 7, 15, 16, 200, 4096, 5000, 20_479])
    func `a truncated file is refused`(length: Int) throws {
        let token = try SampleFrames.write(to: folder)
        #expect(truncate("\(temporary.path)/\(token)", length) == 0)

        #expect(throws: FrameCacheError.self) { try folder.open(token) }
    }

    @Test func `a missing series names its path`() throws {
        let token = try FrameToken(String(repeating: "a", count: 32))

        let path = "\(temporary.path)/\(token)"
        #expect(
            throws: FrameCacheError.unreadable(path: path, cause: "No such file or directory")
        ) { try folder.open(token) }
    }

    @Test func `no byte of a header can crash the reader`() throws {
        let token = try SampleFrames.write(to: folder)
        let length = 16 + 800
        var original = [UInt8](repeating: 0, count: length)
        let descriptor = open("\(temporary.path)/\(token)", O_RDONLY)
        #expect(pread(descriptor, &original, length, 0) == length)
        close(descriptor)
        var outcomes = Set<String>()

        for offset in 0..<length {
            for value in [original[offset] ^ 0xFF, original[offset] ^ 0x01] as [UInt8] {
                temporary.patch(token.description, at: offset, with: [value])
                do {
                    let series = try folder.open(token)
                    _ = series.volume.storage.withSlice(series.volume.geometry.slices - 1) {
                        $0.last
                    }
                    outcomes.insert("opened")
                } catch { outcomes.insert("refused") }
            }
            temporary.patch(token.description, at: offset, with: [original[offset]])
        }

        #expect(outcomes == ["opened", "refused"])
    }

    @Test(arguments: ["", "../../etc/passwd", "ABCDEF00112233445566778899AABBCC", "abc"])
    func `only 32 digits name a series`(text: String) {
        #expect(throws: FrameCacheError.notAToken(text)) { try FrameToken(text) }
    }
}

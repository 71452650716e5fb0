import FrameCache
import Glibc
import Imaging
import Testing

@Suite struct FrameWriterTests {
    let temporary = TemporaryFolder()
    var folder: FrameFolder { FrameFolder(path: temporary.path) }

    @Test func `an abandoned series leaves no file`() throws {
        do {
            let writer = try FrameWriter(
                folder: folder, header: SampleFrames.header, digest: SampleFrames.digest)
            try SampleFrames.samples(0).withUnsafeBytes { try writer.write($0, slice: 0) }
            #expect(temporary.names.count == 1)
            #expect(writer.sliceCount == 1)
        }

        #expect(temporary.names.isEmpty)
    }

    @Test func `slices may come in any order`() throws {
        let writer = try FrameWriter(
            folder: folder, header: SampleFrames.header, digest: SampleFrames.digest)

        for slice in [2, 0, 3, 1] {
            try SampleFrames.samples(slice).withUnsafeBytes { try writer.write($0, slice: slice) }
        }
        _ = try writer.finish()

        let series = try folder.open(writer.token)
        #expect(series.firstDamagedSlice(SampleFrames.digest) == nil)
        for slice in 0..<4 {
            let first = series.volume.storage.withSlice(slice) { $0.load(as: Int16.self) }
            #expect(first == SampleFrames.samples(slice).first)
        }
    }

    @Test func `a sweep removes unfinished files and leaves settled series alone`() throws {
        let token = try SampleFrames.write(to: folder)
        folder.settle(token)
        let left = open(temporary.path + "/0000.part", O_CREAT | O_WRONLY, 0o600)
        close(left)

        let removed = try folder.sweep { _ in false }

        #expect(removed.isEmpty)
        #expect(temporary.names == [token.description])
    }

    @Test func `a sweep removes a new series that the log does not name`() throws {
        let token = try SampleFrames.write(to: folder)
        #expect(temporary.names.sorted() == [token.description, "\(token).new"])

        let removed = try folder.sweep { _ in false }

        #expect(removed == [token])
        #expect(temporary.names.isEmpty)
    }

    @Test func `a sweep settles a new series that the log names`() throws {
        let token = try SampleFrames.write(to: folder)

        let removed = try folder.sweep { $0 == token }

        #expect(removed.isEmpty)
        #expect(temporary.names == [token.description])
        _ = try folder.open(token)
    }

    @Test func `a folder that is not there is named`() throws {
        let missing = FrameFolder(path: temporary.path + "/none")

        #expect {
            try FrameWriter(
                folder: missing, header: SampleFrames.header, digest: SampleFrames.digest)
        } throws: { error in
            "\(error)".contains("/none/") && "\(error)".contains("No such file or directory")
        }
    }

    @Test func `a series that the disk cannot hold is refused before its first slice`() throws {
        let huge = FrameHeader(
            geometry: VolumeGeometry(
                columns: 60_000, rows: 60_000, rowDirection: Vector3(1, 0, 0),
                columnDirection: Vector3(0, 1, 0), columnSpacingMM: 1, rowSpacingMM: 1,
                positions: Array(repeating: Vector3(0, 0, 0), count: 20_000)),
            sampleType: .float32,
            slices: Array(repeating: SliceAttributes(), count: 20_000))

        #expect {
            try FrameWriter(folder: folder, header: huge, digest: SampleFrames.digest)
        } throws: { error in
            guard case FrameCacheError.noSpace = error else { return false }
            return "\(error)".contains("Free some space")
        }
        #expect(temporary.names.isEmpty)
    }
}

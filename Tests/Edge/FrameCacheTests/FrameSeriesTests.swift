import FrameCache
import Glibc
import Imaging
import Testing

@Suite struct FrameSeriesTests {
    let temporary = TemporaryFolder()
    var folder: FrameFolder { FrameFolder(path: temporary.path) }

    @Test func `a series comes back as it was written`() throws {
        let token = try SampleFrames.write(to: folder)

        let series = try folder.open(token)

        #expect(series.header == SampleFrames.header)
        #expect(series.volume.geometry == SampleFrames.header.geometry)
        #expect(series.volume.slices == SampleFrames.header.slices)
        #expect(series.volume.units == "g/ml")
        for slice in 0..<4 {
            let samples = series.volume.storage.withSlice(slice) {
                Array($0.bindMemory(to: Int16.self))
            }
            #expect(samples == SampleFrames.samples(slice))
        }
    }

    @Test func `slices start on pages`() throws {
        let token = try SampleFrames.write(to: folder)

        let series = try folder.open(token)

        for slice in 0..<4 {
            let address = series.volume.storage.withSlice(slice) {
                UInt(bitPattern: $0.baseAddress)
            }
            #expect(address % 4096 == 0)
        }
    }

    @Test func `a volume outlives its folder and its series`() throws {
        var series: FrameSeries? = try folder.open(SampleFrames.write(to: folder))
        let volume = series?.volume
        series = nil
        temporary.names.forEach { unlink(temporary.path + "/" + $0) }

        let first = volume?.storage.withSlice(3) { $0.load(as: Int16.self) }

        #expect(first == SampleFrames.samples(3).first)
    }

    @Test func `a file is private, nameless and dateless`() throws {
        let token = try SampleFrames.write(to: folder)
        folder.settle(token)

        var status = stat()
        #expect(stat(temporary.path + "/\(token)", &status) == 0)

        #expect(status.st_mode & 0o777 == 0o600)
        #expect(status.st_mtim.tv_sec == 946_684_800)
        #expect(temporary.names == [token.description])
        #expect(token.description.count == 32)
    }

    @Test func `two series never share a token`() throws {
        let tokens = try (0..<50).map { _ in try FrameToken.random() }

        #expect(Set(tokens).count == 50)
    }

    @Test func `a changed pixel is found by its slice`() throws {
        let token = try SampleFrames.write(to: folder)
        #expect(try folder.open(token).firstDamagedSlice(SampleFrames.digest) == nil)

        temporary.patch(token.description, at: 4096 * 3 + 6, with: [99])

        #expect(try folder.open(token).firstDamagedSlice(SampleFrames.digest) == 2)
    }

    @Test func `the header's digest stands for geometry and pixels`() throws {
        let writer = try FrameWriter(
            folder: folder, header: SampleFrames.header, digest: SampleFrames.digest)
        for slice in 0..<4 {
            try SampleFrames.samples(slice).withUnsafeBytes { try writer.write($0, slice: slice) }
        }
        let written = try writer.finish()
        #expect(try folder.open(writer.token).headerDigest(SampleFrames.digest) == written)

        temporary.patch(writer.token.description, at: 100, with: [1])

        let changed = try? folder.open(writer.token).headerDigest(SampleFrames.digest)
        #expect(changed != written)
    }
}

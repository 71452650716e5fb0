import Foundation
import ImageFiles
import ReaderStudies
import TestSupport
import Testing

@Suite struct CaseImportSourcesTests {
    let bench: ImportBench

    init() throws { bench = try ImportBench() }

    private func files() throws -> [[UInt8]] { try DICOMWriter.files(BenchSeries.make()) }

    private func slices() throws -> [Int] { try bench.stored().series.map(\.series.slices) }

    @Test func `files, folders in folders and archives are one case`() throws {
        let files = try files()
        var archive = StoredZIP()
        archive.add("deep/", [])
        archive.add("deep/in/4.dcm", files[4])
        archive.add("5", files[5])
        try bench.write(archive.bytes, to: "folder/rest.zip")
        try bench.write(files[0], to: "folder/a/b/0")
        try bench.write(files[1], to: "folder/1.dcm")
        try bench.write(files[2], to: "two.dcm")
        try bench.write(files[3], to: "three.dcm")

        let run = try bench.run(["folder", "two.dcm", "three.dcm"])

        #expect(run.status == 0, "\(run.problems)")
        #expect(try slices() == [6])
    }

    @Test func `an archive's names are never used as paths`() throws {
        var archive = StoredZIP()
        for (index, file) in try files().enumerated() {
            archive.add(["../../../escaped\(index)", "/escaped\(index)"][index % 2], file)
        }
        try bench.write(archive.bytes, to: "a.zip")

        let run = try bench.run(["a.zip"])

        #expect(run.status == 0, "\(run.problems)")
        #expect(try slices() == [6])
        let all = try FileManager.default.subpathsOfDirectory(atPath: bench.folder.path)
        #expect(!all.contains { $0.contains("escaped") })
        #expect(!FileManager.default.fileExists(atPath: "/escaped1"))
    }

    @Test func `a medium is read by its list, whatever the capitals`() throws {
        for (index, file) in try files().enumerated() {
            try bench.write(file, to: "cd/images/im\(index);1")
        }
        try bench.write(Array("MZ".utf8), to: "cd/autorun.exe")
        let list = (0..<6).map { "IMAGES\\IM\($0)" }
        try bench.write(DirectoryBytes.make(files: list), to: "cd/DICOMDIR")

        for path in ["cd", "cd/DICOMDIR"] {
            let run = try bench.run([path], case: path.hasSuffix("R") ? "C02" : "C01")
            #expect(run.status == 0, "\(run.problems)")
        }

        #expect(try slices() == [6, 6])
    }

    @Test func `a file that a medium's list names and that is not there is named`() throws {
        for (index, file) in try files().enumerated() where index != 3 {
            try bench.write(file, to: "cd/IMAGES/IM\(index)")
        }
        let list = (0..<6).map { "IMAGES\\IM\($0)" }
        try bench.write(DirectoryBytes.make(files: list), to: "cd/DICOMDIR")

        let run = try bench.run(["cd"])

        #expect(run.status == 1)
        #expect(run.problems.contains("names IMAGES/IM3, which is not on the medium"))
        #expect(run.output.contains("Slice 4 of 6 is missing"))
    }

    @Test func `a medium in an archive is read by its list`() throws {
        var archive = StoredZIP()
        for (index, file) in try files().enumerated() { archive.add("cd/IM\(index)", file) }
        archive.add("cd/viewer.exe", Array("MZ".utf8))
        archive.add("cd/DICOMDIR", DirectoryBytes.make(files: (0..<6).map { "IM\($0)" }))
        try bench.write(archive.bytes, to: "a.zip")

        let run = try bench.run(["a.zip"])

        #expect(run.status == 0, "\(run.problems)")
        #expect(try slices() == [6])
    }

    @Test func `hidden files are left alone and folders in a circle are entered once`() throws {
        try bench.write(BenchSeries.make(), to: "ct")
        try bench.write([1, 2, 3], to: "ct/.DS_Store")
        try FileManager.default.createSymbolicLink(
            at: bench.images.appending(path: "ct/again"),
            withDestinationURL: bench.images)

        let run = try bench.run()

        #expect(run.status == 0, "\(run.problems)")
        #expect(try slices() == [6])
    }

    @Test func `an archive that claims to unpack to more than is allowed is refused`() throws {
        var archive = StoredZIP()
        for index in 0..<20 { archive.add("\(index)", [0], claimedSize: .max - 1) }
        try bench.write(archive.bytes, to: "bomb.zip")

        let run = try bench.run(["bomb.zip"])

        #expect(run.status == 1)
        #expect(run.problems.contains("bomb.zip unpacks to"))
        #expect(run.problems.contains("Case C01 was not imported"))
        #expect(try slices().isEmpty)
    }

    @Test func `an entry that lies about its size or is locked is named, and the others go on`()
        throws
    {
        let files = try files()
        var archive = StoredZIP()
        for (index, file) in files.dropLast(2).enumerated() { archive.add("\(index)", file) }
        archive.add("liar", files[4], claimedSize: 10)
        archive.add("locked", files[5], flags: 1)
        try bench.write(archive.bytes, to: "a.zip")

        let run = try bench.run(["a.zip"])

        #expect(run.status == 1)
        #expect(run.problems.contains("a.zip: liar "))
        #expect(run.problems.contains("a.zip: locked is locked with a password"))
        #expect(try slices() == [4])
    }

    @Test func `a broken archive is named`() throws {
        try bench.write([0x50, 0x4B, 3, 4] + Array(repeating: 7, count: 500), to: "a.zip")

        let run = try bench.run(["a.zip"])

        #expect(run.status == 1)
        #expect(run.problems.contains("a.zip is not a readable ZIP archive"))
    }

    @Test func `colours come as greys, and the frames say so`() throws {
        var series = BenchSeries.make(slices: 1)
        series.slices[0].samples = .rgb((0..<576).map { UInt8(truncatingIfNeeded: $0) })
        try bench.write(series, to: "colour")

        let run = try bench.run()

        #expect(run.output.contains("Colours are shown as luminance."))
        let stored = try #require(bench.stored().series.first)
        #expect(try bench.frames(stored).volume.remarks == .colours)
    }

    @Test func `one of several times is kept, and the frames say so`() throws {
        var series = BenchSeries.make()
        for index in 3..<6 { series.slices[index].position.z -= 15 }
        try bench.write(series, to: "times")

        let run = try bench.run()

        #expect(run.output.contains("Each slice is there 2 times"))
        #expect(try slices() == [3])
        let stored = try #require(bench.stored().series.first)
        #expect(try bench.frames(stored).volume.remarks == .oneOfSeveral)
    }
}

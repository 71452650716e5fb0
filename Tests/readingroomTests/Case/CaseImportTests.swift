import FrameCache
import Foundation
import ImageFiles
import Imaging
import Persistence
import ReaderStudies
import Testing

@Suite struct CaseImportTests {
    let bench: ImportBench

    init() throws { bench = try ImportBench() }

    @Test func `a series is kept as frames that equal the file's`() throws {
        try bench.write(BenchSeries.make(), to: "ct")

        let run = try bench.run()

        #expect(run.status == 0, "\(run.problems)")
        let stored = try bench.stored()
        #expect(stored.cases == [StudyCase(id: "C01")])
        #expect(stored.series.count == 1)
        let one = try #require(stored.series.first)
        #expect(one.state == .approved)
        #expect(one.series.matches == [ArmMatch(arm: "CT", rule: 0)])
        #expect(one.series.slices == 6)
        let frames = try bench.frames(one)
        for slice in 0..<6 {
            let samples = frames.volume.storage.withSlice(slice) {
                Array($0.bindMemory(to: Int16.self))
            }
            #expect(samples == BenchSeries.samples(slice))
        }
        #expect(frames.header.units == "HU")
        #expect(frames.header.slices[0].windows == [VOIWindow(center: 300, width: 1500)])
        #expect(frames.firstDamagedSlice(Digest.bytes) == nil)
        let digest = Digest.hexadecimal(frames.headerDigest(Digest.bytes))
        #expect(digest == one.series.framesDigest)
    }

    @Test func `the summary line is neutral and says what was found`() throws {
        try bench.write(BenchSeries.make(), to: "ct")

        let line = try bench.run().output

        for part in ["C01", "CT", "6 slices of 16 × 12", "0.75 × 1.5 × 5 mm", "Explicit", "ready"] {
            #expect(line.contains(part), "\(part) in \(line)")
        }
        for word in ["Invented", "Ada", "Bone", "Secret", "Nowhere", "2019", "1961"] {
            #expect(!line.contains(word))
        }
        #expect(line.split(separator: "\n").count { $0.contains("6 slices") } == 1)
    }

    @Test func `nothing that identifies is left in the store`() throws {
        try bench.write(BenchSeries.make(), to: "ct")
        #expect(try bench.run().status == 0)

        let paths = try FileManager.default.subpathsOfDirectory(atPath: bench.store.path)
        for path in paths {
            guard let data = FileManager.default.contents(atPath: bench.store.path + "/" + path)
            else { continue }
            for word in [
                "Invented", "ID-Inv", "19610203", "20190405", "Bone t1", "Secret", "Nowhere",
                "2.25.11", "2.25.7", "2.25.5",
            ] {
                #expect(data.range(of: Data(word.utf8)) == nil, "\(word) in \(path)")
            }
        }
    }

    @Test func `series of one frame of reference keep their places to each other`() throws {
        try bench.write(BenchSeries.make(), to: "ct")
        try bench.write(
            BenchSeries.make(
                BenchSeries.mr, seriesUID: "2.25.12", start: Vector3(-100.5, 35, 310)), to: "mr")
        try bench.write(
            BenchSeries.make(
                BenchSeries.mr, description: "other", seriesUID: "2.25.13",
                frameOfReference: "2.25.8"), to: "other")

        #expect(try bench.run().status == 0)

        let frames = try bench.stored().series.map { try bench.frames($0).header }
        let ct = try #require(frames.first { $0.modality == .computedTomography })
        let near = try #require(
            frames.first { $0.modality == .magneticResonance && $0.frameOfReference == 0 })
        let far = try #require(frames.first { $0.frameOfReference == 1 })
        #expect(ct.geometry.positions[0] == Vector3(0, 0, 0))
        #expect(near.geometry.positions[0] == Vector3(20, -5, 10))
        #expect(far.geometry.positions[0] == Vector3(0, 0, 0))
    }

    @Test(arguments: TransferSyntax.writable.filter { !$0.isLossy })
    func `every lossless syntax gives the same frames`(syntax: TransferSyntax) throws {
        try bench.write(BenchSeries.make(slices: 3), to: "ct", syntax: syntax)

        let run = try bench.run()

        #expect(run.status == 0, "\(run.problems)")
        let frames = try bench.frames(try #require(bench.stored().series.first))
        for slice in 0..<3 {
            let samples = frames.volume.storage.withSlice(slice) {
                Array($0.bindMemory(to: Int16.self))
            }
            #expect(samples == BenchSeries.samples(slice))
        }
        #expect(run.output.contains(syntax.name))
    }

    @Test func `an enhanced multi-frame file is a series`() throws {
        let bytes = try DICOMWriter.enhancedFile(BenchSeries.make(slices: 9))
        try bench.write(bytes, to: "enhanced.dcm")

        let run = try bench.run(["enhanced.dcm"])

        #expect(run.status == 0, "\(run.problems)")
        let frames = try bench.frames(try #require(bench.stored().series.first))
        #expect(frames.header.geometry.slices == 9)
        let last = frames.volume.storage.withSlice(8) { Array($0.bindMemory(to: Int16.self)) }
        #expect(last == BenchSeries.samples(8))
        #expect(run.output.contains("ready"))
    }

    @Test func `an enhanced multi-frame file that was derived waits`() throws {
        var series = BenchSeries.make(BenchSeries.mr, slices: 2)
        series.imageType = "DERIVED\\PRIMARY\\OTHER"
        try bench.write(DICOMWriter.enhancedFile(series), to: "enhanced.dcm")

        let run = try bench.run(["enhanced.dcm"])

        #expect(run.output.contains("The file does not say that the image is original."))
        #expect(try bench.stored().series.first?.state == .waiting)
    }

    @Test func `a manifest imports its cases`() throws {
        try bench.write(BenchSeries.make(), to: "one")
        try bench.write(BenchSeries.make(patient: "Made^Up"), to: "two")
        try bench.write(Array("case,path,participant\nA,one,P1\nB,two,P2\n".utf8), to: "cases.csv")

        let run = try BuiltProgram.run([
            "case", "import", "--store", bench.store.path, "--manifest",
            bench.images.path + "/cases.csv",
        ])

        #expect(run.status == 0, "\(run.problems)")
        #expect(
            try bench.stored().cases == [
                StudyCase(id: "A", participant: "P1"), StudyCase(id: "B", participant: "P2"),
            ])
    }

    @Test func `a derived series waits until it is approved`() throws {
        var series = BenchSeries.make()
        series.imageType = "DERIVED\\SECONDARY\\AXIAL"
        try bench.write(series, to: "ct")
        let run = try bench.run()
        #expect(run.status == 0)
        #expect(run.output.contains("waits: "))
        let one = try #require(bench.stored().series.first)
        #expect(one.state == .waiting)

        let approval = try BuiltProgram.run([
            "case", "approve", "--store", bench.store.path, "--series", one.series.token.rawValue,
        ])

        #expect(approval.status == 0)
        #expect(try bench.stored().series.first?.state == .approved)
    }

    @Test(arguments: ["", "nonsense", String(repeating: "0", count: 32)])
    func `a series that does not wait cannot be approved`(token: String) throws {
        let run = try BuiltProgram.run([
            "case", "approve", "--store", bench.store.path, "--series", token,
        ])

        #expect(run.status == 1)
        #expect(run.problems.contains("series"))
    }
}

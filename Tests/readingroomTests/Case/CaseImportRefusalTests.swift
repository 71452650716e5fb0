import Foundation
import ImageFiles
import Imaging
import Persistence
import ReaderStudies
import TestSupport
import Testing

@Suite struct CaseImportRefusalTests {
    let bench: ImportBench

    init() throws { bench = try ImportBench() }

    /// Checks that nothing was kept and that each sentence was said.
    private func expectRefused(_ run: BuiltProgram.Run, _ sentences: String...) throws {
        #expect(run.status == 1, "\(run.output)")
        for sentence in sentences {
            #expect(run.problems.contains(sentence), "\(run.problems)")
        }
        #expect(try bench.stored().cases.isEmpty)
        #expect(bench.frameFiles.isEmpty)
    }

    @Test func `an empty folder`() throws {
        try expectRefused(
            bench.run(), "images holds no files. Check the path.",
            "Case C01 was not imported: nothing was found.")
    }

    @Test func `a path that does not exist`() throws {
        try expectRefused(bench.run(["gone"]), "images/gone does not exist. Check the path.")
    }

    @Test func `a text file`() throws {
        try bench.write(Array("Dear colleague".utf8), to: "letter.txt")

        try expectRefused(
            bench.run(), "letter.txt: The file is neither DICOM nor NIfTI. Leave it out.",
            "none of its 1 files is an image")
    }

    @Test func `a file that cannot be read`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: bench.images.path + "/loop", withDestinationPath: "loop")

        try expectRefused(bench.run(), "images/loop cannot be read: Too many levels")
    }

    @Test func `something that is no file`() throws {
        try expectRefused(
            BuiltProgram.run([
                "case", "import", "--store", bench.store.path, "--case", "C01", "/dev/null",
            ]), "/dev/null is neither a file nor a folder.")
    }

    @Test func `a truncated file is named and the others go on with a gap`() throws {
        try bench.write(BenchSeries.make(), to: "ct")
        let whole = try Data(contentsOf: bench.images.appending(path: "ct/2.dcm"))
        try bench.write(Array(whole.dropLast(100)), to: "ct/2.dcm")

        let run = try bench.run()

        #expect(run.status == 1)
        #expect(run.problems.contains("ct/2.dcm: The file "))
        #expect(run.output.contains("Slice 3 of 6 is missing between z = 305 mm and z = 315 mm."))
        #expect(try bench.stored().series.first?.series.slices == 5)
    }

    @Test func `missing slices are named with their place`() throws {
        var series = BenchSeries.make(slices: 8)
        series.slices.removeSubrange(3...4)
        try bench.write(series, to: "ct")

        let run = try bench.run()

        #expect(run.status == 0)
        #expect(
            run.output.contains("Slices 4 to 5 of 8 are missing between z = 310 mm and z = 325 mm.")
        )
    }

    @Test func `a slice whose pixels are damaged is left out after a second try`() throws {
        try bench.write(BenchSeries.make(), to: "ct", syntax: .jpegLSLossless)
        var file = Array(try Data(contentsOf: bench.images.appending(path: "ct/4.dcm")))
        // The scan data at the end of the file.
        for index in file.count - 120..<file.count - 60 { file[index] = 0xFF }
        try bench.write(file, to: "ct/4.dcm")

        let run = try bench.run()

        #expect(run.status == 1)
        #expect(run.problems.contains("ct/4.dcm: Frame 1 cannot be decoded."))
        #expect(run.output.contains("Slice 5 of 6 is missing"))
        #expect(try bench.stored().series.first?.series.slices == 5)
        #expect(bench.frameFiles.count == 1)
    }

    @Test func `two patients in one case`() throws {
        try bench.write(BenchSeries.make(), to: "one")
        try bench.write(BenchSeries.make(patient: "Made^Up", seriesUID: "2.25.12"), to: "two")

        let run = try bench.run()

        try expectRefused(
            run, "its files belong to 2 patients, such as ", "one/0.dcm and ",
            "two/0.dcm. Import one patient a case.")
        #expect(!run.problems.contains("Made"))
    }

    @Test func `an unsupported transfer syntax`() throws {
        try bench.write(BenchSeries.make(slices: 1), to: "ct", syntax: .jpeg2000Lossless)
        var file = Array(try Data(contentsOf: bench.images.appending(path: "ct/0.dcm")))
        let syntax = Array("1.2.840.10008.1.2.4.90".utf8)
        let place = try #require(
            file.indices.first { Array(file[$0...].prefix(syntax.count)) == syntax })
        file[place + syntax.count - 1] = UInt8(ascii: "2")
        try bench.write(file, to: "ct/0.dcm")

        try expectRefused(
            bench.run(), "The transfer syntax 1.2.840.10008.1.2.4.92 is not supported. Export")
    }

    @Test func `a pixel spacing of 0`() throws {
        var series = BenchSeries.make()
        series.rowSpacingMM = 0
        series.columnSpacingMM = 0
        try bench.write(series, to: "ct")

        try expectRefused(
            bench.run(), "ct/0.dcm was left out: The pixel spacing is absent or 0.",
            "none of its series can be shown")
    }

    @Test func `65535 rows and columns`() throws {
        try bench.write(BenchSeries.make(slices: 1), to: "ct")
        var file = Array(try Data(contentsOf: bench.images.appending(path: "ct/0.dcm")))
        for element in [[0x28, 0, 0x10, 0], [0x28, 0, 0x11, 0]] as [[UInt8]] {
            let tag = element + Array("US".utf8) + [2, 0]
            let place = try #require(file.indices.first { Array(file[$0...].prefix(8)) == tag })
            (file[place + 8], file[place + 9]) = (0xFF, 0xFF)
        }
        try bench.write(file, to: "ct/0.dcm")

        try expectRefused(bench.run(), "declares 65535 rows, 65535 columns")
    }

    @Test func `more slices than one case can have`() throws {
        let sliceCount: Int16 = 20_000
        for name in ["a.nii", "b.nii", "c.nii"] {
            try bench.write(MutationSeeds.nifti(sliceCount: sliceCount), to: name)
            let size = 352 + Int(sliceCount) * 16 * 12 * 2
            #expect(truncate(bench.images.appending(path: name).path, size) == 0)
        }

        try expectRefused(bench.run(), "Case C01 was not imported: it has more than 50000 files")
    }

    @Test func `more files than one case can have`() throws {
        for index in 0...50_000 {
            close(creat(bench.images.appending(path: "\(index)").path, 0o600))
        }

        try expectRefused(
            bench.run(), "images holds more than 50000 files, too many for one case.",
            "Case C01 was not imported: nothing was found.")
    }

    @Test func `a store that is none`() throws {
        try bench.write(BenchSeries.make(), to: "ct")

        for (store, sentence) in [
            (bench.images.path, "is not a ReadingRoom store"), ("/nowhere", "does not exist"),
        ] {
            let run = try BuiltProgram.run([
                "case", "import", "--store", store, "--case", "C01", bench.images.path,
            ])
            #expect(run.status == 1)
            #expect(run.problems.contains(sentence))
        }
    }

    @Test func `a full disk`() throws {
        var series = BenchSeries.make(slices: 40)
        (series.rows, series.columns) = (1024, 1024)
        let black = DICOMSeries.Samples.int16([Int16](repeating: 0, count: 1024 * 1024))
        for index in series.slices.indices { series.slices[index].samples = black }
        try bench.write(series, to: "ct", syntax: .rleLossless)

        // 140000 blocks of 512 bytes are 72 MB; the frames need 84.
        let run = try BuiltProgram.run(
            [
                "case", "import", "--store", bench.store.path, "--case", "C01",
                bench.images.path,
            ], after: "ulimit -f 140000")

        try expectRefused(run, "has no room for a series of 84 MB. Free some space")
    }

    @Test func `a packed volume that unpacks to another size than it declares`() throws {
        // The header declares 4 slices and the file goes on with zeros for ever, and the other way round.
        let short = Array(MutationSeeds.nifti().dropLast(200))
        try bench.write(MutationSeeds.gzip(short), to: "short.nii.gz")
        try bench.write(MutationSeeds.gzip(MutationSeeds.nifti(sliceCount: 30_000)), to: "b.nii.gz")

        try expectRefused(
            bench.run(), "short.nii.gz: The file ends too early", "b.nii.gz: The image declares")
    }

    @Test func `a dry run keeps nothing and says how long it took`() throws {
        try bench.write(BenchSeries.make(), to: "ct")

        let run = try BuiltProgram.run([
            "case", "import", "--dry-run", "--store", bench.store.path, "--case", "C01",
            bench.images.path,
        ])

        #expect(run.status == 0)
        #expect(run.output.contains("C01  not kept  CT  6 slices of 16 × 12"))
        #expect(run.output.contains("Decoding slices: 6 in "))
        #expect(try bench.stored().cases.isEmpty)
        #expect(bench.frameFiles.isEmpty)
    }

    @Test func `a case that is there already`() throws {
        try bench.write(BenchSeries.make(), to: "ct")
        #expect(try bench.run().status == 0)

        let run = try bench.run()

        #expect(run.status == 1)
        #expect(run.problems.contains("Case C01 is in the store already."))
        #expect(try bench.stored().series.count == 1)
        #expect(bench.frameFiles.count == 1)
    }

    @Test func `two series for one rule of an arm`() throws {
        try bench.write(BenchSeries.make(), to: "one")
        try bench.write(BenchSeries.make(slices: 4, seriesUID: "2.25.12"), to: "two")

        try expectRefused(
            bench.run(),
            "study.yaml:4:",
            " Case C01 was not imported: 2 series (6 slices of 16 × 12; "
                + "4 slices of 16 × 12) meet series rule 1 of arm CT. Make the rule narrower and "
                + "record it with `readingroom study amend`, or import only one of them.")
    }

    @Test func `letters that act on a terminal are made harmless`() throws {
        try bench.write(Array("text".utf8), to: "a\u{1B}[2J\u{7}.txt")
        try bench.write(BenchSeries.make(description: "t1\u{1B}]52;c;AAAA\u{7}"), to: "ct")

        let run = try bench.run()

        #expect(run.problems.contains(".txt: The file is neither"))
        #expect(!(run.problems + run.output).contains("\u{1B}"))
        #expect(!(run.problems + run.output).contains("\u{7}"))
    }

    @Test(arguments: [
        [], ["--case", "C01"], ["--case", "a b", "x"], ["--manifest", "m.csv", "x"],
        ["--case", "C01", "--decoders", "0", "x"],
    ])
    func `wrong usage`(arguments: [String]) throws {
        let run = try BuiltProgram.run(
            ["case", "import", "--store", bench.store.path] + arguments)

        #expect(run.status == 64)
    }

    @Test func `a manifest with mistakes imports nothing`() throws {
        try bench.write(Array("case,path\nC01,ct\n,x\n".utf8), to: "cases.csv")

        let manifest = bench.images.path + "/cases.csv"
        let run = try BuiltProgram.run([
            "case", "import", "--store", bench.store.path, "--manifest", manifest,
        ])

        try expectRefused(run, "\(manifest):3: The case is missing.")
    }
}

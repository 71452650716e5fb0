import Foundation
import ImageFiles
import Persistence
import ReaderStudies
import Testing

@testable import readingroom

/// The commands as an author of a reading form types them, run as programs.
@Suite struct InstrumentCommandsTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "readingroom-instruments-\(UUID().uuidString)")

    private func write(_ text: String, _ name: String) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    @Test func `a form that can be used is summed up by arm`() throws {
        let run = try BuiltProgram.run(["instrument", "check", "bone-lesion"])

        #expect(run.status == 0)
        #expect(run.output.hasPrefix("bone-lesion@1.0.0 can be used: "))
        #expect(run.output.contains("CT asks "))
    }

    @Test func `a mistake is told by file, line and column, an unknown name with a suggestion`()
        throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try write("id: bad\nversion: 1.0\ntitle: Bad\nitems: []\n", "bad.yaml")

        let bad = try BuiltProgram.run(["instrument", "check", file])
        let unknown = try BuiltProgram.run(["instrument", "check", "bone-leson"])

        #expect(bad.status == 1 && bad.problems.contains("bad.yaml:2:"))
        #expect(unknown.status == 1 && unknown.problems.contains("Did you mean bone-lesion?"))
    }

    @Test func `a form is shown as text, of one arm only what it asks`() throws {
        let all = try BuiltProgram.run(["instrument", "show", "bone-lesion"])
        let mri = try BuiltProgram.run(["instrument", "show", "bone-lesion", "--arm", "MRI"])
        let none = try BuiltProgram.run(["instrument", "show", "bone-lesion", "--arm", "MR"])

        #expect(all.output.contains("(matrix, required)"))
        #expect(mri.status == 0 && !mri.output.contains("(matrix, required)"))
        #expect(none.status != 0 && none.problems.contains("has no arm MR. It has CT, MRI, PETCT."))
    }

    @Test func `a row is filled with the checks of a live read, and what follows is printed`()
        throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try write(
            """
            viral_signs,lung-R/pct,lung-L/pct,category_reader,discordance_reason,other_pathology_blocks
            yes,30,0,CT-2,extent,no
            yes,101 %,"12,5",CT-2,extent,no

            """, "reads.csv")

        let good = try BuiltProgram.run(["instrument", "fill", "covid-ct04", "--from", file])
        let bad = try BuiltProgram.run(
            ["instrument", "fill", "covid-ct04", "--from", file, "--row", "2"])

        #expect(good.status == 0 && good.problems.isEmpty)
        #expect(good.output.contains("derived,exam,category_derived,CT-2\r\n"))
        #expect(bad.status == 1)
        #expect(bad.problems.contains(":3:2: R lung involved is 101 %, outside 0 to 100 %."))
        #expect(bad.problems.contains(":3:3: L lung involved cannot be \"12,5\"."))
        #expect(bad.problems.contains("Cannot be signed: "))
    }

    @Test func `a mark outside of the images is refused`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try write("L1/mark\ns1 10 10 24 1 2 3\n", "mark.csv")

        let run = try BuiltProgram.run([
            "instrument", "fill", "ccm-zabramski", "--from", file, "--image-size", "256x256x24",
        ])

        #expect(run.status == 1)
        #expect(run.problems.contains("outside the image of 256 x 256 x 24 voxels."))
    }

    @Test func `without a terminal the preview says what to do instead`() throws {
        let run = try BuiltProgram.run(["instrument", "preview", "vga"])

        #expect(run.status != 0 && run.problems.contains("readingroom instrument show"))
    }

    @Test(arguments: ["sij-sss", "hand-ssc-7t", "gbm-psp"])
    func `a preview is a study of one blank case that its reader can open`(name: String) throws {
        let source = try InstrumentSource(name)
        let preview = InstrumentPreview(source: source, shows: try source.shows(arm: nil))
        defer { preview.remove() }

        let made = try preview.make(
            decoder: DecoderProgram(path: BuiltProgram.path, arguments: ["decode-child"]))

        let store = try SQLiteStore.open(at: made.folder)
        defer { try? store.close() }
        #expect(try store.order(of: "preview").count == 1)
        #expect(try store.study()?.study.title == source.instrument.title)
    }

    @Test func `what a killed preview left behind goes with the next one, a living one's stays`()
        throws
    {
        let parent = FileManager.default.temporaryDirectory
            .appending(path: "previews-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: parent) }
        // No process has this number: the kernel gives at most 4194304.
        let dead = parent.appending(path: "readingroom-preview-9999999-x")
        let living = parent.appending(
            path: "readingroom-preview-\(ProcessInfo.processInfo.processIdentifier)-x")
        for folder in [dead, living] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }

        InstrumentPreview.sweep(parent)

        #expect(!FileManager.default.fileExists(atPath: dead.path))
        #expect(FileManager.default.fileExists(atPath: living.path))
    }

    @Test(arguments: [("pet-lesion", ["PT"]), ("gbm-psp", ["MR", "MR", "MR", "MR"])])
    func `a preview shows the sample case of a form when asked to`(
        _ name: String, _ modalities: [String]
    ) throws {
        let source = try InstrumentSource(name)
        let preview = InstrumentPreview(
            source: source, shows: try source.shows(arm: nil), usesSample: true)
        defer { preview.remove() }

        let made = try preview.make(
            decoder: DecoderProgram(path: BuiltProgram.path, arguments: ["decode-child"]))

        let store = try SQLiteStore.open(at: made.folder)
        defer { try? store.close() }
        #expect(try store.series().map(\.series.modality) == modalities)
    }
}

import Foundation
import Testing

@Suite struct RenderPlaneTests {
    @Test func `a coronal slice shows a row of every axial one, the head up`() throws {
        let folder = try RenderFolder()

        let run = try folder.render(
            "--plane", "coronal", "--slice", "1", "--window", "128,256", "--size", "4x15",
            "--graphics", "ascii")
        let sagittal = try folder.render("--plane", "sagittal", "--graphics", "ascii")

        #expect(run.status == 0 && !run.output.isEmpty)
        #expect(sagittal.status == 0 && sagittal.output != run.output)
    }

    @Test func `the picture of a coronal slice has a pixel a millimetre and its greys in order`()
        throws
    {
        let folder = try RenderFolder()
        let file = folder.url.appending(path: "coronal.png")

        let run = try folder.render(
            "--plane", "coronal", "--slice", "1", "--window", "128,256", "--graphics", "png",
            "--output", file.path)

        #expect(run.status == 0)
        // 4 columns of 1 mm; 3 slices of 5 mm are 15 rows of 1 mm.
        let bytes = try Data(contentsOf: file)
        #expect(bytes[16..<24].elementsEqual([0, 0, 0, 4, 0, 0, 0, 15]))
    }

    @Test func `slices of a plane are counted, and one that is not there is refused`() throws {
        let folder = try RenderFolder()

        let run = try folder.render("--plane", "coronal", "--slice", "3")

        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.problems.hasSuffix("There is no slice 3. Choose one from 1 to 2.\n"))
    }

    @Test func `a series of one slice has no other planes`() throws {
        let folder = try RenderFolder()

        let run = try BuiltProgram.run(
            ["render", folder.url.appending(path: "short0.dcm").path, "--plane", "axial"])

        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.problems.contains("The series has one slice, so there are no other planes."))
    }

    @Test func `missing slices are told`() throws {
        let folder = try RenderFolder()
        let more = try RenderFolder(slices: 6)
        try FileManager.default.removeItem(at: more.url.appending(path: "long3.dcm"))

        let whole = try folder.render("--plane", "coronal")
        let run = try more.render("--plane", "coronal")

        #expect(!whole.problems.contains("missing"))
        #expect(run.status == 0)
        #expect(run.problems.contains("Slices are missing after slice 3"))
    }

    @Test func `a plane that there is not is refused before any work`() throws {
        let run = try BuiltProgram.run(["render", "/no/such/place", "--plane", "slanting"])

        #expect(run.status == 64)
    }
}

import Foundation
import Testing

/// Each mistake gets a sentence that says what, where, and what to do.
@Suite struct RenderRefusalTests {
    @Test func `a receiver that has gone is told, not a signal`() throws {
        let folder = try RenderFolder()
        let (process, output, problems) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: BuiltProgram.path)
        process.arguments = ["render", folder.path, "--graphics", "sixel", "--size", "900x900"]
        process.environment = ["LLVM_PROFILE_FILE": "/dev/null"]
        process.standardOutput = output
        process.standardError = problems
        try output.fileHandleForReading.close()

        try process.run()
        let said = try problems.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()

        #expect(process.terminationReason == .exit && process.terminationStatus == 1)
        #expect(
            String(decoding: said, as: UTF8.self).hasSuffix(
                "Error: The picture was not written in full: what reads the output has ended. Run it again.\n"
            ))
    }

    @Test func `a disk that is full is told`() throws {
        let folder = try RenderFolder()

        let run = try BuiltProgram.run(
            ["render", folder.path, "--graphics", "sixel", "--size", "900x900"],
            after: "exec >/dev/full")

        #expect(run.status == 1)
        #expect(
            run.problems.contains("The picture was not written in full: No space left on device."))
    }

    @Test func `a folder is no place for a still, also by force`() throws {
        let folder = try RenderFolder()

        let run = try folder.render(
            "--graphics", "png", "--output", folder.path, "--force")

        #expect(run.status == 1)
        #expect(run.problems == "Error: \(folder.path) is a folder. Name a file in it.\n")
    }

    @Test func `a file that is no image is refused by its name`() throws {
        let folder = try RenderFolder()
        let text = folder.url.appending(path: "notes.txt")
        try Data("Nothing to see.".utf8).write(to: text)

        let run = try BuiltProgram.run(["render", text.path])

        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.problems.contains("notes.txt"))
    }

    @Test(arguments: ["0", "4", "-1"]) func `a slice that is not there is refused`(slice: String)
        throws
    {
        let folder = try RenderFolder()

        let run = try folder.render("--slice", slice, "--size", "4x1")

        #expect(run.status != 0 && run.output.isEmpty)
        #expect(run.problems.contains("from 1 to 3") || slice == "-1")
    }

    @Test func `a still may have 16 bits, and resampling is chosen by name`() throws {
        let folder = try RenderFolder()
        let files = ["deep", "nearest", "bicubic"].map { folder.url.appending(path: $0 + ".png") }

        let deep = try folder.render(
            "--graphics", "png", "--depth", "16", "--output", files[0].path)
        let nearest = try folder.render(
            "--graphics", "png", "--resample", "nearest", "--size", "9x5", "--output",
            files[1].path)
        let bicubic = try folder.render(
            "--graphics", "png", "--resample", "bicubic", "--size", "9x5", "--output",
            files[2].path)

        #expect([deep, nearest, bicubic].allSatisfy { $0.status == 0 })
        let bytes = try files.map { try Data(contentsOf: $0) }
        // Width, height and bits of the header.
        #expect(bytes[0][16..<25].elementsEqual([0, 0, 0, 4, 0, 0, 0, 2, 16]))
        #expect(bytes[1][16..<25].elementsEqual([0, 0, 0, 9, 0, 0, 0, 5, 8]))
        #expect(bytes[1] != bytes[2])
    }
}

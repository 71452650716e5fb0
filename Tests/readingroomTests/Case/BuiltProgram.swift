import Foundation

/// The `readingroom` that was built with the tests, run as a process of its own.
enum BuiltProgram {
    /// What a run left behind.
    struct Run {
        let status: Int32
        let output: String
        let problems: String
    }

    /// The program's path, beside the running test program.
    static var path: String {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: own).deletingLastPathComponent().appending(path: "readingroom").path
    }

    /// Runs the program and waits for its end.
    ///
    /// - Parameter shell: A command of the shell that goes before, such as `ulimit -f 100`.
    static func run(_ arguments: [String], after shell: String = "true") throws -> Run {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "readingroom-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["out", "err"].map { folder.appending(path: $0) }
        for file in files { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", shell + " && exec \"$0\" \"$@\"", path] + arguments
        // A child measures no coverage: cut short by a limit, its profile would spoil the whole.
        process.environment = ProcessInfo.processInfo.environment
            .merging(["LLVM_PROFILE_FILE": "/dev/null"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Run(status: process.terminationStatus, output: texts[0], problems: texts[1])
    }
}

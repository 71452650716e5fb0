import Foundation

/// Programs that tests start.
enum ChildProcess {
    /// The program `name` that was built with these tests.
    static func built(_ name: String) -> URL {
        Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent(name)
            ?? URL(filePath: name)
    }

    /// The script that checks a store without any of our code: `Tests/Offline/verify.py`.
    static var offlineVerifier: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Offline/verify.py").path
    }

    /// Ours, but a child measures no coverage: cut short, its profile would spoil the whole.
    private static var environment: [String: String] {
        ProcessInfo.processInfo.environment.merging(["LLVM_PROFILE_FILE": "/dev/null"]) { $1 }
    }

    /// Runs a program to its end; returns what it printed and its exit status.
    static func run(
        _ program: URL, _ arguments: [String]
    ) throws -> (output: String, status: Int32) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = program
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (String(decoding: output, as: UTF8.self), process.terminationStatus)
    }

    /// Starts a program, kills it after `milliseconds` and returns the whole lines that it printed.
    static func kill(
        _ program: URL, _ arguments: [String], after milliseconds: Int
    ) throws -> [String] {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = program
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = pipe
        try process.run()
        usleep(UInt32(milliseconds) * 1000)
        Glibc.kill(process.processIdentifier, SIGKILL)
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
            String.init)
    }
}

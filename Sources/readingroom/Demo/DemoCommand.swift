import ArgumentParser
import Foundation
import Glibc
import Persistence
import ReaderStudies
import TerminalUI

/// `readingroom demo`: the sample studies, ready to be read; without a terminal, the recorded reads of three.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Read a sample study with drawn cases.",
        discussion: """
            Makes a store of each sample study the first time, which takes some seconds, and lets \
            you choose one. Nobody's images are in them: the people are invented and the pictures \
            drawn. Without a terminal on standard output, the recorded reads of three studies are \
            played in new stores and compared with the truth.
            """)

    @Option(
        help:
            "The folder for the stores; readingroom/demo in the user's data folder unless given.")
    var store: String?

    @OptionGroup var look: LookOptions

    func run() throws {
        if isatty(STDOUT_FILENO) == 1 {
            try read(in: store ?? DemoFolder.standard)
        } else {
            try play()
        }
    }

    /// Lets the reader choose a study and read it, until they leave.
    private func read(in folder: String) throws {
        let stores = try DemoStores(folder: folder).make()
        let terminal = try look.openTerminal()
        defer { terminal.screen.close() }
        let chooser = DemoChooser(stores: stores)
        while let chosen = try chooser.choose(
            on: terminal.screen, showTestPattern: terminal.showTestPattern)
        {
            let session = try ReadSession(
                folder: chosen.folder, reader: chosen.reader, isolation: .none)
            try terminal.loop(session.runner).run()
            try session.close()
        }
    }

    /// Plays the recorded reads in new stores, which are removed unless a folder was named.
    private func play() throws {
        let folder = store ?? DemoFolder.temporary
        defer { if store == nil { try? FileManager.default.removeItem(atPath: folder) } }
        for demo in try DemoStores(folder: folder).make()
        where RecordedReads.has(demo.name) {
            let playback = try DemoPlayback(demo)
            print(playback.report)
        }
    }
}

/// Where the stores of the demo lie.
enum DemoFolder {
    /// `readingroom/demo` in `$XDG_DATA_HOME` or `~/.local/share`.
    static var standard: String {
        let environment = ProcessInfo.processInfo.environment
        let named = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let data = named ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share"
        return data + "/readingroom/demo"
    }

    /// A new folder that nobody else has.
    static var temporary: String {
        FileManager.default.temporaryDirectory
            .appending(path: "readingroom-demo-\(UUID().uuidString)").path
    }
}

import BundledResources
import Foundation
import Instruments
import ReaderStudies
import StudyFiles
import Testing

@Suite struct InstrumentLibraryTests {
    private static func text(_ version: String, title: String) -> String {
        """
        id: small
        version: \(version)
        title: \(title)
        items: [{id: q, label: q, type: yesNo}]
        """
    }

    /// Runs `body` with two folders that hold these files.
    private func withFolders(
        _ first: [String: String], _ second: [String: String],
        _ body: (InstrumentLibrary) throws -> Void
    ) throws {
        let root = FileManager.default.temporaryDirectory
            .appendingPathComponent("library-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let folders = ["first", "second"].map { root.appendingPathComponent($0) }
        for (folder, files) in zip(folders, [first, second]) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (name, text) in files {
                try Data(text.utf8).write(to: folder.appendingPathComponent(name))
            }
        }
        try body(InstrumentLibrary(folders: folders))
    }

    private func reference(_ version: String) -> InstrumentReference {
        InstrumentReference(id: "small", version: version)
    }

    private func sentence(_ body: () throws -> Instrument) -> String {
        do {
            return try body().title
        } catch { return (error as? StudyFileError)?.sentence ?? "\(error)" }
    }

    @Test func `the first folder wins`() throws {
        let first = ["small.yaml": Self.text("1.0.0", title: "first")]
        let second = ["small.yaml": Self.text("1.0.0", title: "second")]

        try withFolders(first, second) { (library: InstrumentLibrary) throws in
            #expect(try library.load(reference("1.0.0")).title == "first")
            #expect(try library.load(named: "small").title == "first")
            #expect(library.names == ["small"])
        }
    }

    @Test func `exactly the version that the study names is taken, from wherever it is`() throws {
        let first = ["small.yaml": Self.text("2.0.0", title: "new")]
        let second = ["small@1.0.0.yaml": Self.text("1.0.0", title: "old")]

        try withFolders(first, second) { (library: InstrumentLibrary) throws in
            #expect(try library.load(reference("1.0.0")).title == "old")
            #expect(try library.load(reference("2.0.0")).title == "new")
            #expect(
                sentence { try library.load(reference("1.5.0")) }
                    == "small@1.5.0 is not found; there is small@2.0.0. Name that version, or put "
                    + "small@1.5.0.yaml beside the study file.")
        }
    }

    @Test func `an unknown name suggests one that there is`() throws {
        try withFolders(["small.yaml": Self.text("1.0.0", title: "t")], [:]) {
            (library: InstrumentLibrary) throws in
            #expect(
                sentence { try library.load(named: "smal") }
                    == "smal is not found. Did you mean small? Put its YAML file beside the study "
                    + "file.")
        }
    }

    @Test func `a name is no path`() throws {
        let library = InstrumentLibrary(folders: [BundledResources.instruments])

        for name in ["../secret", "a/b", "", ".hidden"] {
            let id = InstrumentID(name)
            #expect(
                sentence { try library.load(named: id) }
                    == "\"\(name)\" is no name of an instrument."
            )
            #expect(
                sentence { try library.load(InstrumentReference(id: id, version: "1.0.0")) }
                    .contains("is no name"))
        }
    }

    @Test func `a mistake in a file that is found is said, not passed over`() throws {
        try withFolders(["small.yaml": "id: small"], [:]) { (library: InstrumentLibrary) throws in
            #expect(
                sentence { try library.load(named: "small") }
                    == "small.yaml:1:1: version: is missing here.")
        }
    }

    @Test func `folders are the study's, the user's, the system's, and then the program's own`() {
        let study = URL(fileURLWithPath: "/data/study", isDirectory: true)
        let own = URL(fileURLWithPath: "/own", isDirectory: true)

        let folders = InstrumentLibrary.standardFolders(
            study: study, environment: ["HOME": "/home/r"], bundled: own
        ).map(\.path)

        #expect(
            folders == [
                "/data/study/instruments", "/data/study",
                "/home/r/.local/share/readingroom/instruments",
                "/usr/local/share/readingroom/instruments", "/usr/share/readingroom/instruments",
                "/own",
            ])
    }

    @Test func `the user's data folder may be set, and need not be`() {
        let own = URL(fileURLWithPath: "/own", isDirectory: true)
        func folders(_ environment: [String: String]) -> [String] {
            InstrumentLibrary.standardFolders(
                study: nil, environment: environment, bundled: own
            ).map(\.path)
        }

        #expect(
            folders(["XDG_DATA_HOME": "/data", "HOME": "/home/r"]).first
                == "/data/readingroom/instruments")
        #expect(
            folders(["XDG_DATA_HOME": "relative", "HOME": "/home/r"]).first
                == "/home/r/.local/share/readingroom/instruments")
        #expect(folders([:]).first == "/usr/local/share/readingroom/instruments")
    }
}

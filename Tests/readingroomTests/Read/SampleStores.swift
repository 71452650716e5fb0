import Foundation
import ImageFiles
import ReaderStudies

@testable import readingroom

/// Stores of the sample studies, made once by the demo and copied for each test.
final class SampleStores: @unchecked Sendable {
    private static let shared = SampleStores()
    private static let decoder = DecoderProgram(
        path: BuiltProgram.path, arguments: ["decode-child"])
    private static let folder = DemoFolder.temporary
    private let lock = NSLock()
    private var made: [DemoStudy] = []

    private init() {
        atexit { try? FileManager.default.removeItem(atPath: SampleStores.folder) }
    }

    /// A store of a study in which nothing was read yet, removed with the returned object.
    static func copy(_ name: String) throws -> SampleStore {
        let study = try shared.study(name)
        let path = DemoFolder.temporary
        try FileManager.default.copyItem(atPath: study.folder, toPath: path)
        return SampleStore(
            study: DemoStudy(
                name: study.name, title: study.title, folder: path, reader: study.reader))
    }

    private func study(_ name: String) throws -> DemoStudy {
        try lock.withLock {
            if made.isEmpty {
                made = try DemoStores(folder: Self.folder, decoder: Self.decoder).make()
            }
            guard let study = made.first(where: { $0.name == name }) else {
                throw Refusal("There is no sample study \(name).")
            }
            return study
        }
    }
}

/// A copy of a sample study's store.
final class SampleStore {
    /// The study with the copy's folder.
    let study: DemoStudy

    init(study: DemoStudy) { self.study = study }

    deinit { try? FileManager.default.removeItem(atPath: study.folder) }

    /// A session of the study's reader.
    func session() throws -> ReadSession {
        try ReadSession(folder: study.folder, reader: study.reader, isolation: .none)
    }
}

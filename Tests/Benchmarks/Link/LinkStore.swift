import Foundation
import ImageFiles
import Imaging

/// A store with one case: a series like a CT, 512 × 512, made by the program itself.
struct LinkStore: Sendable {
    /// The program that is measured.
    let program: String
    /// The store's folder.
    let store: String
    /// The window in which the case opens.
    static let window = "700/300"
    private let folder: URL

    /// Makes the store in a new folder under the system's temporary one.
    init(program: String, volume: ImageVolume) throws {
        self.program = program
        folder = FileManager.default.temporaryDirectory.appending(
            path: "readingroom-link-\(UUID().uuidString)")
        store = folder.appending(path: "store").path
        let images = folder.appending(path: "images")
        try FileManager.default.createDirectory(at: images, withIntermediateDirectories: true)
        for (index, file) in try Self.files(volume).enumerated() {
            try Data(file).write(to: images.appending(path: "\(1000 + index).dcm"))
        }
        let study = folder.appending(path: "study.yaml")
        try Data(Self.study.utf8).write(to: study)
        try run(["study", "create", study.path, "--store", store])
        try run(["case", "import", "--store", store, "--case", "C01", images.path])
        try run(["study", "start", "--store", store])
    }

    /// The same store once more, for a program that runs at the same time.
    func copy(named name: String) throws -> LinkStore {
        let path = folder.appending(path: name).path
        try FileManager.default.copyItem(atPath: store, toPath: path)
        return LinkStore(program: program, store: path, folder: folder)
    }

    private init(program: String, store: String, folder: URL) {
        (self.program, self.store, self.folder) = (program, store, folder)
    }

    /// Removes it.
    func remove() { try? FileManager.default.removeItem(at: folder) }

    private static let study = """
        study: link
        title: Scrolling over a slow line
        instruments: [sij-structural@1.0.0]
        arms:
          - {id: CT, label: A, series: {modality: CT, description: "link"}, window: \"\(window)\"}
        design: {kind: single, seed: 1, casesPerSession: 1}
        readers: [R1]
        display: {minimumGreys: 10, minimumScale: 0}
        reveal: []

        """

    private func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw POSIXError(.EINVAL) }
    }

    private static func files(_ volume: ImageVolume) throws -> [[UInt8]] {
        let geometry = volume.geometry
        let slices = (0..<geometry.slices).map { index in
            DICOMSeries.Slice(
                instanceUID: DICOMUID.derived(from: "link \(index)"),
                position: geometry.positions[index],
                samples: .int16(samples(volume, index)), attributes: volume.slices[index])
        }
        return try DICOMWriter.files(
            DICOMSeries(
                patient: .init(name: "Invented^Link", id: "LINK"),
                study: .init(uid: DICOMUID.derived(from: "link study")),
                series: .init(
                    uid: DICOMUID.derived(from: "link series"), number: 1, description: "link",
                    frameOfReferenceUID: DICOMUID.derived(from: "link frame")),
                technique: .ct(kilovolts: 120), geometry: geometry, thicknessMM: 3, slices: slices))
    }

    private static func samples(_ volume: ImageVolume, _ slice: Int) -> [Int16] {
        (0..<volume.geometry.rows).flatMap { row in
            (0..<volume.geometry.columns).map { column in
                Int16(volume.modalityValue(column: column, row: row, slice: slice) ?? 0)
            }
        }
    }
}

import FrameCache
import Foundation
import ImageFiles
import Imaging
import Persistence
import ReaderStudies

/// A folder with a store of its own and images to import, removed at the end.
final class ImportBench {
    let folder: URL
    var store: URL { folder.appending(path: "store") }
    var images: URL { folder.appending(path: "images") }

    /// A store for a study with the arms `CT` (any CT), `T1w` (MR named `t1`) and, for NIfTI, `map`.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "readingroom-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "images"), withIntermediateDirectories: true)
        let study = ReaderStudy(
            id: "bench", title: "Bench",
            instruments: [InstrumentReference(id: "form", version: "1.0.0")],
            arms: [
                Arm(id: "CT", label: "A", series: [SeriesRule(modality: "CT")]),
                Arm(
                    id: "T1w", label: "B",
                    series: [SeriesRule(modality: "MR", descriptionPattern: "t1")]),
                Arm(id: "map", label: "C", series: [SeriesRule(descriptionPattern: "^map$")]),
            ],
            design: Design(kind: .crossed, seed: 1), readers: ["R1"])
        let opened = try SQLiteStore.create(at: store.path)
        try opened.append(
            .studyCreated(
                StudyCreated(
                    study: study, text: Self.text,
                    instruments: [InstrumentText(instrument: study.instruments[0], text: "form")])),
            by: .coordinator)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The study file, in which the rules of the arms stand from line 4 on.
    private static let text = """
        study: bench
        title: Bench
        arms:
          - {id: CT, label: A, series: {modality: CT}}
          - {id: T1w, label: B, series: {modality: MR, description: t1}}
          - {id: map, label: C, series: {description: ^map$}}
        """

    /// Runs `case import` for case C01 on paths inside the folder of images.
    func run(_ paths: [String] = [""], case name: String = "C01") throws -> BuiltProgram.Run {
        try BuiltProgram.run(
            ["case", "import", "--store", store.path, "--case", name]
                + paths.map { images.appending(path: $0).path })
    }

    /// Writes a file among the images.
    func write(_ bytes: [UInt8], to name: String) throws {
        let file = images.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// Writes a series, one file a slice: `FOLDER/0.dcm` and on.
    func write(
        _ series: DICOMSeries, to folder: String, syntax: TransferSyntax = .explicitLittleEndian
    ) throws {
        for (index, bytes) in try DICOMWriter.files(series, syntax: syntax).enumerated() {
            try write(bytes, to: "\(folder)/\(index).dcm")
        }
    }

    /// What the store holds.
    func stored() throws -> (cases: [StudyCase], series: [StoredSeries]) {
        let opened = try SQLiteStore.open(at: store.path)
        return (try opened.cases(), try opened.series())
    }

    /// Names of the files in the frame cache.
    var frameFiles: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: store.path + "/frames")) ?? []
    }

    /// The frames of a stored series.
    func frames(_ series: StoredSeries) throws -> FrameSeries {
        try FrameFolder(store: store.path).open(FrameToken(series.series.token.rawValue))
    }
}

/// Series to import, with a person whose name must be found nowhere afterwards.
enum BenchSeries {
    /// A series of `slices` slices of 16 × 12 pixels, 5 mm apart.
    static func make(
        _ technique: DICOMSeries.Technique = .ct(kilovolts: 120), description: String = "Bone t1",
        slices: Int = 6, patient: String = "Invented^Ada", seriesUID: String = "2.25.11",
        frameOfReference: String = "2.25.7", start: Vector3 = Vector3(-120.5, 40, 300)
    ) -> DICOMSeries {
        let positions = (0..<slices).map { start + Vector3(0, 0, 5) * Double($0) }
        return DICOMSeries(
            patient: .init(name: patient, id: "ID-\(patient)", birthDate: "19610203", sex: "F"),
            study: .init(
                uid: "2.25.5", date: "20190405", time: "101112", description: "Secret study",
                institution: "Nowhere Hospital"),
            series: .init(
                uid: seriesUID, number: 3, description: description,
                frameOfReferenceUID: frameOfReference),
            technique: technique,
            geometry: VolumeGeometry(
                columns: 16, rows: 12, rowDirection: Vector3(1, 0, 0),
                columnDirection: Vector3(0, 1, 0), columnSpacingMM: 0.75, rowSpacingMM: 1.5,
                positions: positions),
            thicknessMM: 5,
            slices: positions.enumerated().map { index, position in
                .init(
                    instanceUID: "\(seriesUID).\(index + 1)", position: position,
                    samples: .int16(samples(index)),
                    attributes: SliceAttributes(
                        slope: 1, intercept: -1024, windows: [VOIWindow(center: 300, width: 1500)]))
            })
    }

    static let mr = DICOMSeries.Technique.mr(
        echoTimeMS: 10, repetitionTimeMS: 500, scanningSequence: "SE")

    /// Samples that are different in each slice and pixel.
    static func samples(_ slice: Int) -> [Int16] {
        (0..<192).map { Int16($0 * 7 - 600 + slice * 31) }
    }
}

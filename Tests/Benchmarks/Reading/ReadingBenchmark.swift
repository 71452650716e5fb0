import BundledResources
import FrameCache
import Glibc
import Imaging
import Instruments
import ReaderStudies
import StudyFiles
import TerminalUI

/// Opens a series of 512 × 512 × 300 voxels from the study's frames, draws it and reads it through, and tells how long the
/// first picture took and how much memory the reading holds.
///
/// Writing and reading are two runs of the program, so that the memory of one is not counted for the other.
enum ReadingBenchmark {
    private static let size = 512
    private static let slices = 300
    /// Most milliseconds from the file to the bytes of the first picture.
    private static let firstPictureMS = 150.0
    /// Most memory for each byte of the volume.
    private static let memoryShare = 1.3

    /// Writes the series into `folder` and prints its name.
    static func write(to folder: String) throws {
        let frames = FrameFolder(path: folder)
        try frames.create()
        let part = KeyBenchmark.syntheticVolume(size: size, slices: 10)
        let header = FrameHeader(
            geometry: VolumeGeometry(
                columns: size, rows: size, rowDirection: Vector3(1, 0, 0),
                columnDirection: Vector3(0, 1, 0), columnSpacingMM: 0.7, rowSpacingMM: 0.7,
                positions: (0..<slices).map { Vector3(0, 0, Double($0)) }),
            sampleType: .int16,
            slices: Array(repeating: part.slices[0], count: slices), modality: part.modality,
            units: part.units)
        // The digest is checked by others: here any 32 bytes do.
        let writer = try FrameWriter(folder: frames, header: header) { _ in
            Array(repeating: 7, count: 32)
        }
        for slice in 0..<slices {
            try part.storage.withSlice(slice % 10) { try writer.write($0, slice: slice) }
        }
        _ = try writer.finish()
        print(writer.token)
    }

    /// Opens, draws and reads the series `token` in `folder`; exit status 1 when a target is missed.
    static func run(folder: String, token: String) throws {
        let instrument = try InstrumentLibrary(folders: [BundledResources.instruments])
            .load(named: "sij-structural")
        let theme = try ThemeLibrary(folders: [BundledResources.themes]).theme()
        let opened = OpenedRead(blindedCase: KeyBenchmark.blindedCase(instrument, slices: slices))
        let before = try residentKB()
        let clock = ContinuousClock()
        let start = clock.now
        let series = try FrameFolder(path: folder).open(FrameToken(token))
        var session = ReadingSession(
            mode: .sixel, theme: theme, opened: opened, instrument: instrument,
            volume: series.volume)
        let first = Double((clock.now - start).components.attoseconds) / 1e15
        let opening = try residentKB() - before
        // To the first slice, and through all of them.
        for (place, key) in ([0x67] + Array(repeating: 0x6A, count: slices)).enumerated() {
            _ = session.press([UInt8(key)], atMS: place * 20)
        }
        let axial = try residentKB() - before
        // Four panes of its planes, and through them.
        for (place, key) in ([0x23, 0x23, 0x23] + Array(repeating: 0x6A, count: 60)).enumerated() {
            _ = session.press([UInt8(key)], atMS: 10_000 + place * 20)
        }
        let planes = try residentKB() - before
        report(first, opening, axial, planes)
    }

    private static func report(_ first: Double, _ opening: Int, _ axial: Int, _ planes: Int) {
        let volumeKB = Double(size * size * slices * 2) / 1024
        func share(_ kilobytes: Int) -> String { Columns.fixed(Double(kilobytes) / volumeKB) }
        print("opening and reading 512 × 512 × 300 voxels from mapped frames, sixel")
        print("first picture          \(Columns.fixed(first)) ms   (below 150)")
        print("memory once open       \(share(opening)) of the volume")
        print("all slices shown       \(share(axial)) of the volume   (below 1.30)")
        print("four panes of planes   \(share(planes)) of the volume   (below 1.30)")
        let isMissed =
            first >= firstPictureMS || Double(max(axial, planes)) >= memoryShare * volumeKB
        if isMissed { exit(1) }
    }

    private static func residentKB() throws -> Int { try SteadyMemory.residentKB() }
}

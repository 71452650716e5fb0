import Foundation
import ImageFiles
import Imaging
import TerminalGraphics

/// The pictures as files, so that whole commands can be timed on them.
enum BenchmarkFiles {
    /// Writes `NAME-SIZE.dcm` for us and `NAME-SIZE.png` for the others into a folder, and prints the names.
    static func write(to folder: String) throws {
        let place = URL(filePath: folder)
        for picture in try BenchmarkPicture.all() {
            for size in [512, 1024] {
                let image = picture.make(size, size)
                let name = "\(picture.name)-\(size)"
                try Data(dicom(image)).write(to: place.appending(path: name + ".dcm"))
                try Data(GreyPNG.encode(image, level: 6))
                    .write(to: place.appending(path: name + ".png"))
                print(name)
            }
        }
    }

    /// A CT slice whose stored values are the greys, shown as they are by a window of 128,256.
    private static func dicom(_ image: GreyImage) throws -> [UInt8] {
        let geometry = VolumeGeometry(
            columns: image.width, rows: image.height, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 1, 0), columnSpacingMM: 0.7, rowSpacingMM: 0.7,
            positions: [Vector3(0, 0, 0)])
        let slice = DICOMSeries.Slice(
            instanceUID: DICOMUID.derived(from: "bench"), position: Vector3(0, 0, 0),
            samples: .uint16(image.pixels.map(UInt16.init)),
            attributes: SliceAttributes(windows: [VOIWindow(center: 128, width: 256)]))
        let series = DICOMSeries(
            patient: .init(name: "Invented^Bench", id: "BENCH"),
            study: .init(uid: DICOMUID.derived(from: "study")),
            series: .init(
                uid: DICOMUID.derived(from: "series"), number: 1, description: "bench",
                frameOfReferenceUID: DICOMUID.derived(from: "frame")),
            technique: .ct(kilovolts: 120), geometry: geometry, thicknessMM: 1, slices: [slice])
        return try DICOMWriter.files(series)[0]
    }
}

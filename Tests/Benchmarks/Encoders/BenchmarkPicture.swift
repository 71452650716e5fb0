import BundledResources
import Foundation
import ImageFiles
import Imaging

/// A picture that encoders are timed with.
struct BenchmarkPicture {
    /// What it shows.
    let name: String
    /// The picture made at a size.
    let make: (_ width: Int, _ height: Int) -> GreyImage

    /// Whether it is a slice of a scanner's kind: targets of time and size are for those first of all.
    let isSlice: Bool

    /// Slices of the sample studies, and pictures that are extremes.
    static func all() throws -> [BenchmarkPicture] {
        let samples = BundledResources.sampleStudies.path
        return [
            try slice(
                "CT", samples + "/covid-ct04/cases/C02/CT-chest-lung-1.5-mm/11.dcm", .automatic),
            try slice(
                "MR", samples + "/ccm-zabramski/cases/C01/t2-tse-axial/10.dcm", .percentiles),
            BenchmarkPicture(name: "phantom", make: phantom, isSlice: false),
            BenchmarkPicture(name: "noise", make: noise, isSlice: false),
            BenchmarkPicture(name: "ramp", make: ramp, isSlice: false),
        ]
    }

    /// The middle slice of a DICOM or NIfTI file, resampled to the size by a cubic: pixels that are only repeated
    /// would be easier to compress than those of a scanner.
    static func slice(
        _ name: String, _ path: String, _ window: WindowChoice = .automatic
    ) throws -> BenchmarkPicture {
        let opened = try OpenedImage(ImageSource(path: path))
        let stack = SeriesGrouping([opened.file.header]).series[0].stacks[0]
        let volume = try stack.volume(
            ofSlice: stack.frames.count / 2, modality: .other, file: opened.file)
        let voi = volume.voi(window, slice: 0) { volume.sampledStatistics() }
        let greys = volume.greys(
            slice: 0, through: GreyTable(volume.greyMapping(slice: 0, voi: voi)))
        return BenchmarkPicture(
            name: name,
            make: { width, height in
                greys.shown(
                    through: PaneMapping(
                        volume.geometry, pane: Pane(width: width, height: height),
                        orientation: volume.geometry.radiologicalOrientation,
                        resampling: .bicubic))
            }, isSlice: true)
    }

    /// Discs and bars of even greys.
    private static func phantom(_ width: Int, _ height: Int) -> GreyImage {
        filled(width, height) { x, y in
            let discs: [(x: Double, y: Double, radius: Double, grey: UInt8)] = [
                (0.3, 0.3, 0.12, 200), (0.7, 0.3, 0.12, 60), (0.3, 0.7, 0.12, 100),
                (0.7, 0.7, 0.12, 150), (0.5, 0.5, 0.45, 128),
            ]
            if y > 0.96 { return UInt8(min(17, Int(x * 18)) * 15) }
            return discs.first { hypot(x - $0.x, y - $0.y) < $0.radius }?.grey ?? 8
        }
    }

    /// Every grey with the same chance.
    private static func noise(_ width: Int, _ height: Int) -> GreyImage {
        var random = SeededGenerator(state: 4)
        return filled(width, height) { _, _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    /// From black at the upper left to white at the lower right.
    private static func ramp(_ width: Int, _ height: Int) -> GreyImage {
        filled(width, height) { x, y in UInt8((x + y) * 127.5) }
    }

    /// A picture from a function of places in 0..<1.
    private static func filled(
        _ width: Int, _ height: Int, _ grey: (Double, Double) -> UInt8
    ) -> GreyImage {
        var image = GreyImage(width: width, height: height)
        for row in 0..<height {
            for column in 0..<width {
                image[column, row] = grey(
                    Double(column) / Double(width), Double(row) / Double(height))
            }
        }
        return image
    }
}

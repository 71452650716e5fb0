import CDCMTK
import Imaging

/// Writes series as standard-conforming DICOM; the same values give the same bytes.
///
/// Source: DICOM PS3.3 A.3 (CT Image), A.4 (MR Image), A.21 (PET Image), A.36 (Enhanced MR), A.38 (Enhanced CT).
public enum DICOMWriter {
    /// What lossy syntaxes may lose.
    public struct Loss: Hashable, Sendable {
        /// Quality of JPEG, 1...100.
        public var quality: Int
        /// Greatest difference of a sample in JPEG-LS near-lossless.
        public var nearLossless: Int

        /// The loss that is allowed.
        public init(quality: Int = 95, nearLossless: Int = 2) {
            self.quality = quality
            self.nearLossless = nearLossless
        }
    }

    /// One file for each slice, in the order of `series.slices`.
    ///
    /// - Throws: `ImageFileError.notEncodable` where the syntax cannot hold such samples.
    public static func files(
        _ series: DICOMSeries, syntax: TransferSyntax = .explicitLittleEndian, loss: Loss = Loss()
    ) throws(ImageFileError) -> [[UInt8]] {
        var files: [[UInt8]] = []
        for index in series.slices.indices {
            files.append(try file(series, slice: index, syntax: syntax, loss: loss))
        }
        return files
    }

    /// The file of one slice, from 0.
    ///
    /// - Throws: `ImageFileError.notEncodable` where the syntax cannot hold such samples.
    public static func file(
        _ series: DICOMSeries, slice index: Int, syntax: TransferSyntax = .explicitLittleEndian,
        loss: Loss = Loss()
    ) throws(ImageFileError) -> [UInt8] {
        let slice = series.slices[index]
        let writer = try ElementWriter()
        let modules = SeriesModules(series: series, writer: writer)
        modules.writeCommon(instanceUID: slice.instanceUID)
        modules.writePixelDescription(slice.samples)
        SingleFrameModules(series: series, writer: writer).write(slice, index: index)
        return try writer.encoded(
            syntax, image: image(series, frames: 1, sample: slice.samples, loss: loss),
            pixels: slice.samples.bytes)
    }

    /// One multi-frame file (Enhanced CT or Enhanced MR) with all slices.
    ///
    /// - Throws: `ImageFileError.notEncodable` where the syntax cannot hold such samples.
    public static func enhancedFile(
        _ series: DICOMSeries, syntax: TransferSyntax = .explicitLittleEndian, loss: Loss = Loss()
    ) throws(ImageFileError) -> [UInt8] {
        guard let first = series.slices.first, series.technique.modality != "PT" else {
            throw .notEncodable
        }
        let writer = try ElementWriter()
        let modules = SeriesModules(series: series, writer: writer)
        modules.writeCommon(instanceUID: first.instanceUID)
        modules.writePixelDescription(first.samples)
        EnhancedModules(series: series, writer: writer).write()
        var pixels: [UInt8] = []
        for slice in series.slices { pixels += slice.samples.bytes }
        let image = image(
            series, frames: series.slices.count, sample: first.samples, loss: loss)
        return try writer.encoded(syntax, image: image, pixels: pixels)
    }

    private static func image(
        _ series: DICOMSeries, frames: Int, sample: DICOMSeries.Samples, loss: Loss
    ) -> cdcmtk_image {
        var image = cdcmtk_image()
        image.rows = UInt32(series.rows)
        image.columns = UInt32(series.columns)
        image.frames = UInt32(frames)
        image.samples_per_pixel = UInt32(sample.samplesPerPixel)
        image.bits_allocated = UInt32(sample.bitsAllocated)
        image.bits_stored = UInt32(min(series.bitsStored, sample.bitsAllocated))
        image.is_signed = sample.isSigned ? 1 : 0
        image.is_float = sample.isFloat ? 1 : 0
        image.quality = UInt32(loss.quality)
        image.near_lossless = UInt32(loss.nearLossless)
        return image
    }
}

import CDCMTK
import Imaging

/// Reads the allow-listed elements of an opened file.
struct HeaderReader {
    let handle: DICOMHandle
    private let elements: ElementReader

    init(handle: DICOMHandle) {
        self.handle = handle
        elements = ElementReader(file: handle.pointer)
    }

    /// The shape of the frames, and the palette where they have one.
    func shape() throws(ImageFileError) -> PixelShape {
        let pixels = try checkedShape()
        if pixels.colour == .palette { handle.palette = try palette() }
        return pixels
    }

    /// All that is read beside the pixels.
    func header(_ pixels: PixelShape) -> ImageFileHeader {
        let reader = FrameReader(elements: elements, isSigned: pixels.sample == .int16)
        let frames = (0..<pixels.frames).map { reader.attributes(ofFrame: $0) }
        var remarks: [String] = []
        if pixels.colour.isColour { remarks.append("Colours are shown as luminance.") }
        if pixels.isLossy { remarks.append("The compression has lost information.") }
        var header = ImageFileHeader(
            facts: facts(), instanceUID: elements.code(DICOMTag.instanceUID), pixels: pixels,
            frames: frames, remarks: remarks)
        if header.facts.modalityClass == .positronEmission {
            do throws(UptakeError) {
                header.uptakeFactor = try UptakeFactor(UptakeFacts(elements)).gramsPerMillilitre
            } catch {
                header.remarks.append(error.description)
            }
        }
        return header
    }

    private func checkedShape() throws(ImageFileError) -> PixelShape {
        var pixels = cdcmtk_pixels()
        let status = cdcmtk_pixels_of(handle.pointer, &pixels)
        if UInt32(bitPattern: status) == CDCMTK_TOO_LARGE.rawValue {
            throw .outOfLimits(
                rows: Int(pixels.rows), columns: Int(pixels.columns), frames: Int(pixels.frames),
                samples: Int(pixels.samples_per_pixel))
        }
        if let error = handle.error(status) { throw error }
        guard let sample = StoredSample(rawValue: UInt8(truncatingIfNeeded: pixels.sample)),
            let colour = StoredColour(rawValue: UInt8(truncatingIfNeeded: pixels.photometric))
        else { throw .unsupportedPixels }
        return PixelShape(
            rows: Int(pixels.rows), columns: Int(pixels.columns), frames: Int(pixels.frames),
            sample: sample, bitsStored: Int(pixels.bits_stored), colour: colour,
            transferSyntax: handle.transferSyntax, isLossy: pixels.is_lossy != 0)
    }

    private func palette() throws(ImageFileError) -> LuminancePalette {
        let place = ElementReader.dataSet
        let descriptor = elements.numbers(DICOMTag.redDescriptor, limit: 3)
        guard descriptor.count == 3,
            let palette = LuminancePalette(
                firstIndex: Int(descriptor[1]), bits: Int(descriptor[2]),
                red: elements.words(DICOMTag.redTable, at: place),
                green: elements.words(DICOMTag.greenTable, at: place),
                blue: elements.words(DICOMTag.blueTable, at: place))
        else { throw .unsupportedPixels }
        return palette
    }

    private func facts() -> SourceFacts {
        let characterSet = elements.code(DICOMTag.specificCharacterSet)
        func text(_ tag: UInt32) -> String {
            SafeText.text(elements.bytes(tag) ?? [], characterSet: characterSet)
        }
        var facts = SourceFacts()
        facts.patientName = text(DICOMTag.patientName)
        facts.patientID = text(DICOMTag.patientID)
        facts.birthDate = elements.code(DICOMTag.birthDate)
        facts.studyUID = elements.code(DICOMTag.studyUID)
        facts.seriesUID = elements.code(DICOMTag.seriesUID)
        facts.frameOfReferenceUID = elements.code(DICOMTag.frameOfReferenceUID)
        facts.classUID = elements.code(DICOMTag.classUID)
        facts.modality = elements.code(DICOMTag.modality)
        facts.seriesNumber = elements.code(DICOMTag.seriesNumber)
        facts.seriesDescription = text(DICOMTag.seriesDescription)
        facts.studyDescription = text(DICOMTag.studyDescription)
        facts.protocolName = text(DICOMTag.protocolName)
        facts.imageType = elements.code(DICOMTag.imageType)
        facts.burnedInAnnotation = elements.code(DICOMTag.burnedInAnnotation)
        facts.patientPosition = elements.code(DICOMTag.patientPosition)
        return facts
    }
}

/// Whether letters may be burned into the pixels of a series, so that a person has to look before a reader does.
///
/// Only original CT and MR images without a hint pass unseen: `Burned In Annotation` is often absent, and `NO` is no
/// proof.
///
/// Source: DICOM PS3.15 E.3.1 (Clean Pixel Data), PS3.3 C.7.6.1.1.2 (Image Type).
public enum BurnedInText {
    /// Why a person has to look, as a sentence; `nil` when nobody has to.
    public static func hint(in header: ImageFileHeader) -> String? {
        let facts = header.facts
        if facts.burnedInAnnotation == "YES" {
            return "The file says that text is burned into the image."
        }
        if secondaryCaptures.contains(where: facts.classUID.hasPrefix) {
            return "The image is a secondary capture, which often shows names."
        }
        let values = facts.imageType.uppercased().split(separator: "\\").map(String.init)
        if values.contains(where: { value in pages.contains(where: value.contains) }) {
            return "The image type tells of a page of text rather than a slice."
        }
        if header.pixels.colour.isColour {
            return "The image is in colour, as screen pictures are."
        }
        guard facts.modality == "CT" || facts.modality == "MR" else {
            return "Only original CT and MR images are known to be free of text."
        }
        if values.contains("SECONDARY") {
            return "The image was made after the examination (SECONDARY)."
        }
        guard values.first == "ORIGINAL" else {
            return "The file does not say that the image is original."
        }
        return nil
    }

    /// Secondary Capture, ultrasound, encapsulated documents and photographs, by the beginning of the class.
    private static let secondaryCaptures = [
        "1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.5.1.4.1.1.6", "1.2.840.10008.5.1.4.1.1.3.1",
        "1.2.840.10008.5.1.4.1.1.77", "1.2.840.10008.5.1.4.1.1.104",
    ]
    private static let pages = [
        "SCREEN", "PATIENT_INFO", "DOSE", "LOCALIZER", "REPORT", "SUMMARY", "PROT",
    ]
}

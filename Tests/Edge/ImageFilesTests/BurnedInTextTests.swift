import Testing

@testable import ImageFiles

@Suite struct BurnedInTextTests {
    private func header(
        modality: String = "CT", imageType: String = "ORIGINAL\\PRIMARY\\AXIAL",
        burnedIn: String = "", classUID: String = "1.2.840.10008.5.1.4.1.1.2",
        colour: StoredColour = .monochrome2
    ) -> ImageFileHeader {
        var facts = SourceFacts()
        (facts.modality, facts.imageType) = (modality, imageType)
        (facts.burnedInAnnotation, facts.classUID) = (burnedIn, classUID)
        return ImageFileHeader(
            facts: facts,
            pixels: PixelShape(
                rows: 1, columns: 1, frames: 1, sample: .uint16, bitsStored: 16, colour: colour,
                transferSyntax: "1.2.840.10008.1.2.1", isLossy: false),
            frames: [FrameAttributes()])
    }

    @Test(arguments: ["CT", "MR"], ["", "NO"])
    func `original CT and MR pass`(modality: String, burnedIn: String) {
        #expect(BurnedInText.hint(in: header(modality: modality, burnedIn: burnedIn)) == nil)
    }

    @Test func `every hint keeps a series waiting, with a reason`() {
        let risky = [
            header(burnedIn: "YES"),
            header(classUID: "1.2.840.10008.5.1.4.1.1.7"),
            header(classUID: "1.2.840.10008.5.1.4.1.1.7.2"),
            header(modality: "US", classUID: "1.2.840.10008.5.1.4.1.1.6.1"),
            header(modality: "OT"), header(modality: "XC"), header(modality: "PT"),
            header(modality: ""),
            header(imageType: ""),
            header(imageType: "DERIVED\\SECONDARY\\AXIAL"),
            header(imageType: "ORIGINAL\\PRIMARY\\LOCALIZER"),
            header(imageType: "ORIGINAL\\PRIMARY\\SCREEN SAVE"),
            header(imageType: "DERIVED\\SECONDARY\\OTHER\\PATIENT_INFO"),
            header(imageType: "ORIGINAL\\PRIMARY\\DOSE_INFO"),
            header(colour: .colour),
        ]

        for one in risky {
            #expect(BurnedInText.hint(in: one)?.hasSuffix(".") == true, "\(one.facts)")
        }
    }
}

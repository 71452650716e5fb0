import Instruments
import ReaderStudies
import StudyFiles
import Testing

/// What a shipped instrument refuses, with the rule's own words.
@Suite struct BadInputTests {
    private func fill(
        _ name: String, shows: Set<String> = [], _ cells: [(String, String)],
        images: FilledRead.ImageSize? = nil
    ) throws -> [String] {
        FilledRead(
            try Shipped.library.load(named: InstrumentID(name)), shows: shows,
            cells: cells.map { FilledRead.Cell(Shipped.key($0), $1) }, images: images
        ).refusals.map(\.sentence)
    }

    @Test func `an unknown item is refused by name`() throws {
        #expect(
            try fill("covid-ct04", [("lung-R/percent", "10")]) == [
                "The instrument has no item percent at lung-R. Choose one that the form shows."
            ])
    }

    @Test func `a question that depends on itself is refused by line`() throws {
        let text = try shippedText("covid-ct04").replacing(
            "showIf: viral_signs == yes", with: "showIf: any(lung, pct > 1)")

        #expect(InstrumentText.mistake(in: text).contains("a circle"))
    }

    @Test func `a type error in an expression is refused by line and column`() throws {
        let text = try shippedText("covid-ct04").replacing(
            "when: all(lung, pct == 0)", with: "when: all(lung, pct == \"none\")")
        let mistake = InstrumentText.mistake(in: text)

        #expect(mistake.contains("Here stands a number, to be compared, not a code."))
        #expect(mistake.contains("test.yaml:6"), "\(mistake)")
    }

    @Test(arguments: [
        ("101 %", "R lung involved is 101 %, outside 0 to 100 %."),
        ("-1", "R lung involved is -1 %, outside 0 to 100 %."),
        ("12,5", "R lung involved cannot be \"12,5\". The decimal sign is a point: 12.5."),
        ("12.5", "R lung involved cannot be \"12.5\". It takes a whole number, 0 to 100 %."),
    ])
    func `a value outside its range and a comma are refused`(typed: String, words: String) throws {
        #expect(
            try fill("covid-ct04", [("viral_signs", "yes"), ("lung-R/pct", typed)]) == [words])
    }

    @Test func `both lungs at 0 % with viral signs are refused`() throws {
        #expect(
            try fill(
                "covid-ct04", [("viral_signs", "yes"), ("lung-R/pct", "0"), ("lung-L/pct", "0")])
                == [
                    "Both lungs at 0 % do not go with signs of viral pneumonia. Enter the extent, "
                        + "or answer \"no\" to the signs."
                ])
    }

    @Test func `the 21st lesion is refused`() throws {
        let cells = (1...21).map { ("L\($0)/side", "R") }

        #expect(
            try fill("ccm-zabramski", cells) == [
                "The list holds 20 lesions. Keep the 20 largest and every one of type I, and say "
                    + "how many there are in all."
            ])
    }

    @Test(arguments: [
        ("s1 256 0 0 1 2 3", false), ("s1 0 -1 0 1 2 3", false), ("s1 0 0 24 1 2 3", false),
        ("s1 255 255 23 1 2 3", true),
    ])
    func `a mark outside the volume is refused`(mark: String, isInside: Bool) throws {
        let refused = try fill(
            "ccm-zabramski", [("L1/mark", mark)],
            images: FilledRead.ImageSize(columns: 256, rows: 256, slices: 24))

        #expect(refused.isEmpty == isInside)
        #expect(
            refused.allSatisfy { $0.hasSuffix("outside the image of 256 x 256 x 24 voxels.") })
    }

    @Test func `a region of 3 pixels is refused`() throws {
        #expect(
            try fill("rectal-t2-texture", [("roi_pixels", "3")]) == [
                "A region this small has no texture. Draw the whole tumour or scar, without the "
                    + "lumen and gas."
            ])
    }

    @Test func `an SUV of a PET without weight is refused`() throws {
        let refused = try fill(
            "pet-lesion", [("suv_available", "no"), ("L1/SUVmax", "5.5")])

        #expect(
            refused == ["L1 SUVmax is not asked: a rule of the instrument skips it here."])
    }
}

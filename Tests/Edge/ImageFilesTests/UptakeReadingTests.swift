import ImageFiles
import Testing

@Suite struct UptakeReadingTests {
    @Test func `a PET file that says all gives its factor and its units`() throws {
        let header = try DICOMFile(bytes: PETFile().bytes).header

        let factor = try #require(header.uptakeFactor)
        #expect(abs(factor - 2.763_366_8e-4) < 1e-11)
        #expect(header.frames[0].units == "BQML")
        #expect(header.remarks.isEmpty)
    }

    @Test func `the date of the injection is used where there is one`() throws {
        var file = PETFile()
        file.drug[0x0018_1078] = ("DT", "20240229091500.00")

        let factor = try #require(try DICOMFile(bytes: file.bytes).header.uptakeFactor)

        #expect(factor > 2.763_366_8e-4 * 1.4)
    }

    @Test(arguments: [
        (UInt32(0x0010_1030), "Patient's Weight"), (0x0054_1102, "Decay Correction"),
        (0x0054_1001, "Units"), (0x0028_0051, "not corrected for attenuation"),
        (0x0008_0031, "Series Date and Time"), (0x0008_0022, "Acquisition Date and Time"),
    ])
    func `what a PET file does not say is told, and no factor is made up`(
        tag: UInt32, word: String
    ) throws {
        var file = PETFile()
        file.texts[tag] = nil

        let header = try DICOMFile(bytes: file.bytes).header

        #expect(header.uptakeFactor == nil)
        #expect(header.remarks.count == 1)
        #expect(header.remarks.first?.contains(word) == true)
    }

    @Test(arguments: [
        (UInt32(0x0018_1074), "Radionuclide Total Dose"), (0x0018_1075, "Radionuclide Half Life"),
        (0x0018_1072, "Radiopharmaceutical Start Date Time"),
    ])
    func `what it does not say of the drug is told`(tag: UInt32, word: String) throws {
        var file = PETFile()
        file.drug[tag] = nil

        let header = try DICOMFile(bytes: file.bytes).header

        #expect(header.uptakeFactor == nil)
        #expect(header.remarks.first?.contains(word) == true)
    }

    @Test func `counts of Philips take the factor that the file names`() throws {
        var file = PETFile()
        file.texts[0x0054_1001] = ("CS", "CNTS")
        file.texts[0x7053_0010] = ("LO", "Philips PET Private Group")
        file.texts[0x7053_1000] = ("DS", "0.000551")

        #expect(try DICOMFile(bytes: file.bytes).header.uptakeFactor == 0.000551)
    }
}

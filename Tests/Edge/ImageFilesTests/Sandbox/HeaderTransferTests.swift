import Imaging
import Testing

@testable import ImageFiles

@Suite struct HeaderTransferTests {
    @Test func `a header arrives as it was sent`() throws {
        let header = Self.header

        let arrived = try Self.arrived(HeaderTransfer.bytes(header))

        #expect(arrived == header)
    }

    @Test func `frames with the same lookup table hand it over once`() throws {
        var header = Self.header
        let table = LookupTable(firstInput: -5, bits: 12, entries: Array(0..<4000))
        for index in header.frames.indices { header.frames[index].slice.voiTable = table }

        let bytes = HeaderTransfer.bytes(header)

        #expect(bytes.count < 10_000)
        #expect(try Self.arrived(bytes) == header)
    }

    @Test func `a header that ends too early or goes on is refused`() {
        let bytes = HeaderTransfer.bytes(Self.header)

        for count in 0..<bytes.count {
            #expect(throws: ImageFileError.badTransfer) {
                try Self.arrived(Array(bytes.prefix(count)))
            }
        }
        #expect(throws: ImageFileError.badTransfer) { try Self.arrived(bytes + [0]) }
    }

    @Test func `no change of a byte brings the parent down or past the limits`() {
        let bytes = HeaderTransfer.bytes(Self.header)

        for index in bytes.indices {
            for change in [0x01, 0x80, 0xFF] as [UInt8] {
                var changed = bytes
                changed[index] ^= change
                guard let header = try? Self.arrived(changed) else { continue }
                #expect(header.frames.count == header.pixels.frames)
                #expect((1...8192).contains(header.pixels.rows))
                #expect((1...8192).contains(header.pixels.columns))
            }
        }
    }

    @Test func `a text that acts on a terminal arrives without its teeth`() throws {
        var header = Self.header
        header.facts.modality = "\u{1B}]52;c;cm0=\u{07}"

        let arrived = try Self.arrived(HeaderTransfer.bytes(header))

        #expect(arrived.facts.modality == "?]52;c;cm0=?")
    }

    @Test(arguments: [
        ImageFileError.empty, .notAnImage, .unreadable, .truncated, .malformed, .tooDeep,
        .noMemory, .noDictionary, .noPixels, .unsupportedSyntax(uid: "1.2.3"),
        .unsupportedPixels, .outOfLimits(rows: 65_535, columns: 65_534, frames: 3, samples: 0),
        .pixelsShort, .corruptFrame(frame: 12), .notEncodable, .badNIfTI(reason: "is odd"),
        .badTransfer,
    ]) func `an error arrives as it was sent`(error: ImageFileError) {
        let bytes = HeaderTransfer.refusal(error).bytes

        #expect(bytes.withUnsafeBytes { HeaderTransfer.error($0) } == error)
    }

    @Test func `the names on a medium arrive in their order`() throws {
        let names = ["A\\B\\1", "A\\B\\2", ""]

        let arrived = try HeaderTransfer.bytes(names).withUnsafeBytes {
            try HeaderTransfer.references($0)
        }

        #expect(arrived == names)
    }

    private static func arrived(_ bytes: [UInt8]) throws -> ImageFileHeader {
        try bytes.withUnsafeBytes { try HeaderTransfer.header($0) }
    }

    /// A header with two unlike frames and something in every field.
    private static var header: ImageFileHeader {
        let table = LookupTable(firstInput: -5, bits: 12, entries: [1, 4095, 7])
        var frame = FrameAttributes()
        frame.plane = FramePlane(position: [1.5, -2, 1e-9], orientation: [1, 0, 0, 0, 0, -1])
        frame.rowSpacingMM = 0.5
        frame.columnSpacingMM = 0
        frame.thicknessMM = 3
        frame.slice = SliceAttributes(
            slope: 1e-9, intercept: -1024,
            windows: [
                VOIWindow(center: 40.5, width: 400),
                VOIWindow(center: 1, width: 2, function: .sigmoid),
            ], voiTable: table, modalityTable: table)
        (frame.units, frame.stackKey, frame.instanceNumber) = ("HU", "1||T2", -7)
        var facts = SourceFacts()
        (facts.patientName, facts.patientID, facts.birthDate) = ("Müller^Ä", "7", "19610203")
        (facts.studyUID, facts.seriesUID) = ("2.25.1", "2.25.2")
        (facts.frameOfReferenceUID, facts.classUID, facts.modality) = ("2.25.4", "1.2", "CT")
        (facts.seriesNumber, facts.seriesDescription) = ("3", "lung")
        (facts.studyDescription, facts.protocolName) = ("chest", "p")
        (facts.imageType, facts.burnedInAnnotation) = ("ORIGINAL\\PRIMARY", "NO")
        facts.patientPosition = "HFS"
        var header = ImageFileHeader(
            facts: facts, instanceUID: "2.25.3",
            pixels: PixelShape(
                rows: 12, columns: 8192, frames: 2, sample: .int16, bitsStored: 12,
                colour: .monochrome1, transferSyntax: "1.2.840", isLossy: true),
            frames: [frame, FrameAttributes()], remarks: ["One.", "Two é."])
        header.uptakeFactor = 0.25
        return header
    }
}

import Imaging
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// How pictures are made where the study decides it.
@Suite struct StudyResamplingTests {
    private func reader(_ resampling: PictureResampling?) throws -> TestReader {
        let plain = SampleReads.opened()
        var opened = plain
        opened.blindedCase = BlindedCase(
            study: "s", session: 1, sessionCount: 1, position: 1, caseCount: 1, armLabel: "A",
            shows: [], instrument: plain.blindedCase.instrument, series: plain.blindedCase.series,
            window: "auto", display: DisplayFloor(resampling: resampling))
        return TestReader(SampleReads.state(try SampleForms.joints(), opened: opened))
    }

    @Test(
        arguments: zip(
            PictureResampling.allCases, [.automatic, .nearest, .bilinear, .area] as [Resampling]))
    func `pictures are made as the study says`(
        resampling: PictureResampling, expected: Resampling
    ) throws {
        let reader = try reader(resampling)

        #expect(reader.state.reading?.viewer?.resampling == expected)
    }

    @Test func `the key does not change what the study fixes, and says why`() throws {
        var reader = try reader(.bilinear)

        reader.press(KeyPress("s"))

        #expect(reader.state.reading?.viewer?.resampling == .bilinear)
        #expect(reader.state.notice?.sentence == "The study fixes how pictures are smoothed.")
        #expect(reader.text().contains("bilinear"))
    }

    @Test func `the view is reset to the study's way`() throws {
        var reader = try reader(.nearest)

        reader.press(KeyPress("+"), KeyPress("r"))

        #expect(reader.state.reading?.viewer?.resampling == .nearest)
    }

    @Test func `without a word of the study the reader chooses`() throws {
        var reader = try reader(nil)

        reader.press(KeyPress("s"))

        #expect(reader.state.reading?.viewer?.resampling == .nearest)
        #expect(reader.state.notice == nil)
    }
}

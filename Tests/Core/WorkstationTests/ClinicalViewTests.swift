import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// Clinical facts on the reading screen.
@Suite struct ClinicalViewTests {
    private static let facts = [
        RevealedFact(
            ClinicalField(
                id: "weeks", label: "Weeks since RT", kind: .whole(0, 520), unit: "weeks"),
            "11"),
        RevealedFact(ClinicalField(id: "crp", label: "CRP", kind: .number(0, 500)), ""),
    ]

    private func reader(_ facts: [RevealedFact]?, width: Int = 80) throws -> TestReader {
        TestReader(
            SampleReads.state(
                try SampleForms.joints(), size: Size(width: width, height: 24),
                opened: SampleReads.opened(clinical: facts)))
    }

    @Test(arguments: [80, 120]) func `revealed facts stand above the questions`(width: Int) throws {
        let lines = try reader(Self.facts, width: width).text().split(separator: "\n").map(
            String.init)

        let weeks = try #require(lines.firstIndex { $0.contains("Weeks since RT") })
        #expect(lines[weeks].contains("11 weeks"))
        #expect(lines[weeks + 1].contains("CRP"))
        #expect(lines[weeks + 1].contains("not known"))
        let question = try #require(lines.firstIndex { $0.contains("rosion") })
        #expect(weeks < question)
    }

    @Test func `a screen reader hears them, and without any the screen has no place for them`()
        throws
    {
        var told = try reader(Self.facts)
        told.state.isLinear = true

        #expect(told.text().contains("Weeks since RT: 11 weeks."))
        #expect(told.text().contains("CRP: not known."))
        #expect(try !reader(nil).text().contains("CRP"))
        #expect(try reader(nil).text() == reader([]).text())
    }
}

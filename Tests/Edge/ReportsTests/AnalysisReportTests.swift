import Analysis
import Foundation
import ReaderStudies
import TestSupport
import Testing

@testable import Reports

@Suite struct AnalysisReportTests {
    private let report = AnalysisReport(SampleResult.result())

    @Test func `the text is as it was looked at`() {
        expectGolden(report.text, named: "report")
    }

    @Test func `no line of the text is wider than 80 characters or carries an escape byte`() {
        let lines = report.text.split(separator: "\n", omittingEmptySubsequences: false)

        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(!report.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test func `interim numbers are marked in every format`() throws {
        let interim = AnalysisReport(SampleResult.result(interim: "3 reads are not signed."))

        for text in [interim.text, interim.csv, interim.json, interim.html] {
            #expect(text.contains("3 reads are not signed."))
        }
        #expect(interim.text.contains("INTERIM"))
        #expect(!report.text.contains("INTERIM"))
    }

    @Test func `every format tells data, protocol, software, revision and level`() {
        let hash = String(repeating: "a1", count: 32)

        for text in [report.csv, report.json, report.html] {
            #expect(text.contains(hash))
            #expect(text.contains("ReadingRoom 0.1.0"))
            #expect(text.contains("sij-sct"))
        }
        #expect(report.json.contains("\"revision\": \"firstSigned\""))
        #expect(report.csv.contains("provenance,revision,"))
    }

    @Test func `a number that is not there has its reason in every format and no NaN`() {
        for text in [report.text, report.csv, report.json, report.html] {
            #expect(text.contains("division by zero: a zero cell"))
            #expect(!text.contains("NaN") && !text.contains("nan,"))
        }
    }

    @Test func `a refusal is told in every format for people and programs`() {
        for text in [report.text, report.json, report.html] {
            #expect(text.contains("No case was read twice in one arm."))
        }
    }

    @Test func `what nobody knows is not stated`() {
        let told = AnalysisReport(
            SampleResult.result(), known: [.registration: "NCT01234567, ClinicalTrials.gov."])

        #expect(told.text.contains("NCT01234567"))
        #expect(!report.text.contains("NCT01234567"))
        #expect(report.text.contains("not stated"))
    }

    @Test func `the study's words on its plan replace what the data tell, and precede results`() {
        let told = AnalysisReport(
            SampleResult.result(),
            known: [.readers: "Three radiologists.", .flow: "20 participants planned."]
        ).text

        #expect(told.contains("Three radiologists."))
        #expect(!told.contains("3 readers: R1, R2, R3."))
        #expect(told.contains("20 participants planned."))
        #expect(told.contains("Participants: 14;"))
    }

    @Test func `the list for programs that help to read stands where the study tells of a model`() {
        let told = AnalysisReport(SampleResult.result(), known: [.model: "A network, version 2."])

        #expect(told.text.contains("CLAIM 2020"))
        #expect(!report.text.contains("CLAIM 2020"))
    }
}

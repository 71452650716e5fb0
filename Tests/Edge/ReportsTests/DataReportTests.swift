import Analysis
import Foundation
import ReaderStudies
import Testing

@testable import Reports

@Suite struct DataReportTests {
    private let report = AnalysisReport(SampleResult.result())

    @Test func `the JSON is what the published schema says`() throws {
        #expect(try JSONSchema().mistakes(in: report.json) == [])
    }

    @Test func `the schema finds what is missing, unknown or of another type`() throws {
        let schema = try JSONSchema()

        let wrong = [
            ("\"dataHash\"", "\"hash\""), ("\"count\": 14", "\"count\": -1"),
            ("\"kind\": \"accuracy\"", "\"kind\": \"beauty\""),
            ("{\"value\": 0.62}", "{\"value\": null}"),
            ("\"formatVersion\": 1", "\"formatVersion\": 2"),
        ]
        for (old, new) in wrong {
            let text = report.json.replacing(old, with: new, maxReplacements: 1)
            #expect(text != report.json, "\(old)")
            #expect(try !schema.mistakes(in: text).isEmpty, "\(new)")
        }
    }

    @Test func `every source of a number is listed with its records`() throws {
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
        let sources = try #require(object["sources"] as? [[String: Any]])
        let listed = Set(sources.compactMap { $0["id"] as? String })

        let named = Set(report.json.matches(of: /"source": "(S\d+)"/).map { String($0.1) })

        #expect(!named.isEmpty)
        #expect(named.subtracting(listed).isEmpty)
        #expect(sources.first { $0["count"] as? Int == 4 }?["records"] as? String == "12-14, 20")
    }

    @Test func `the CSV has the same columns in every row`() {
        let rows = report.csv.split(separator: "\r\n")

        #expect(rows.count > 100)
        #expect(rows[0].hasPrefix("section,name,finding,level,arm,reader,"))
        for row in rows where !row.contains("\"") {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            #expect(cells.count == CSVReport.header.count, "\(row)")
        }
    }

    @Test func `the CSV gives every interval of a number a row and rounds nothing`() {
        let rows = report.csv.split(separator: "\r\n").filter {
            $0.hasPrefix("accuracy,sensitivity,erosion,site,CT,R1,")
        }

        #expect(rows.count == 2)
        #expect(rows[0].contains(",GEE,\"GEE, independence\",60,100,112,14,"))
        #expect(rows[1].contains(",Wilson,"))
    }

    @Test func `records stand once in the CSV`() {
        let rows = report.csv.split(separator: "\r\n").filter { $0.hasPrefix("records,") }

        #expect(rows.contains { $0.hasSuffix(",S1,10-40") })
        #expect(rows.count == SourceRegister(report.result).sets.count)
    }

    @Test func `labels cannot become formulas of a spreadsheet`() {
        let result = AnalysisResult(
            provenance: SampleResult.result().provenance, facts: SampleResult.result().facts,
            flow: Flow(
                counts: [
                    .init(
                        name: "reads", label: "Reads", stratum: Stratum(arm: "=HYPERLINK(1)"),
                        count: 1)
                ], answers: []), remarks: [], sections: [])

        #expect(AnalysisReport(result).csv.contains(",'=HYPERLINK(1),"))
    }
}

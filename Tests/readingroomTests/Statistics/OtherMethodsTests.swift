import Foundation
import Statistics
import Testing

@testable import readingroom

/// Methods without a golden file, and refusals of the others.
@Suite struct OtherMethodsTests {
    private func results(
        _ method: String, _ text: String, _ parameters: [String] = []
    ) throws -> [String: Quantity] {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv").path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let method = try StatisticsMethod.named(method)
        let request = try StatisticsRequest(
            method: method, input: path, counts: nil, parameters: parameters)
        return Dictionary(
            uniqueKeysWithValues: try method.answer(request).results.map { ($0.name, $0.quantity) })
    }

    private func refusal(_ method: String, _ text: String, _ parameters: [String] = []) -> String {
        let error = #expect(throws: Refusal.self) { try results(method, text, parameters) }
        return error?.description ?? ""
    }

    @Test func `repeat reads are compared reader by reader`() throws {
        let rows = (0..<12).flatMap { unit in
            ["R1,1,C\(unit),\(unit % 3)", "R1,2,C\(unit),\(unit % 3)"]
                + ["R2,1,C\(unit),\(unit % 3)", "R2,2,C\(unit),\(unit % 4 == 0 ? 0 : unit % 3)"]
        }
        let table = "reader,occasion,case,rating\n" + rows.joined(separator: "\n") + "\n"

        let found = try results("intra-reader", table)

        #expect(found["reader.R1.cohen.unweighted.estimate"] == .value(1))
        #expect(found["reader.R2.percentAgreement.estimate"] == .value(10.0 / 12))
        #expect(found["reader.R2.units"] == .value(12))
    }

    @Test func `a read repeated on one occasion is refused`() {
        let table = "reader,occasion,case,rating\nR1,1,C1,0\nR1,1,C1,1\nR1,2,C1,1\n"

        #expect(refusal("intra-reader", table).contains("A second row of reader R1, case C1"))
    }

    @Test func `kappa's bootstrap draws whole cases and repeats with its seed`() throws {
        let rows = (0..<60).flatMap { unit in
            [
                "R1,C\(unit / 4),\(unit % 4),\(unit % 3)",
                "R2,C\(unit / 4),\(unit % 4),\(unit % 7 == 0 ? 2 : unit % 3)",
            ]
        }
        let table = "reader,case,site,rating\n" + rows.joined(separator: "\n") + "\n"
        let parameters = ["scale=ordinal", "bootstrap=500", "seed=5"]

        let found = try results("agreement", table, parameters)

        let name = "cohen.quadratic.bootstrap.percentile.lower"
        #expect(try results("agreement", table, parameters)[name] == found[name])
        let lower = try #require(found[name]?.value)
        let kappa = try #require(found["cohen.quadratic.estimate"]?.value)
        #expect(lower < kappa)
    }

    @Test func `marks make an FROC analysis`() throws {
        let table = """
            case,lesion,rating
            C1,a,80
            C1,b,
            C1,,30
            C2,a,60
            C3,,20
            C3,,60
            C4,,
            C5,,90

            """

        let found = try results("froc", table, ["thresholds=60"])

        #expect(found["lesions"] == .value(3))
        #expect(found["threshold.60.lesionFraction"] == .value(2.0 / 3))
        #expect(abs(try #require(found["afroc.estimate"]?.value) - 4.0 / 9) < 1e-12)
        #expect(refusal("froc", "case,lesion,rating\nC1,a,1\nC1,a,2\n").contains("A second row"))
        #expect(refusal("froc", "case,lesion,rating\nC1,a,big\n").contains("is not a number"))
    }

    @Test func `GEE clusters may be made of several columns`() throws {
        let rows = (0..<40).map {
            "\($0 % 2 == 0 ? "A" : "B"),C\($0 / 8),\($0 / 2 % 4),1,\($0 % 3 == 0 ? 0 : 1)"
        }
        let table = "modality,case,site,truth,rating\n" + rows.joined(separator: "\n") + "\n"

        #expect(try results("gee", table)["clusters"] == .value(5))
        #expect(try results("gee", table, ["cluster=case,site"])["clusters"] == .value(20))
        #expect(refusal("gee", table, ["cluster=hospital"]).contains("case, reader, site"))
        #expect(refusal("gee", table, ["reference=C"]).contains("The arms are A, B"))
        #expect(refusal("gee", table, ["covariates=age"]).contains("can be reader"))
    }

    @Test func `comparisons need names that occur`() {
        let table = "modality,case,rating\nA,1,0\nB,1,1\nC,1,1\n"

        #expect(refusal("paired", table).contains("The parameter first is missing"))
        #expect(refusal("paired", table, ["first=A", "second=D"]).contains("no modality \"D\""))
        #expect(refusal("paired", table, ["first=A", "second=A"]).contains("compared with itself"))
    }

    @Test func `paired arms without truth keep their plain names`() throws {
        let found = try results("paired", "modality,case,rating\nA,1,0\nB,1,1\nA,2,1\nB,2,1\n")

        #expect(found["secondOnly"] == .value(1))
    }

    @Test func `several readers are no single ROC comparison`() {
        let table =
            "reader,modality,case,truth,rating\nR1,A,1,1,2\nR1,B,1,1,3\nR2,A,1,1,2\nR2,B,1,1,1\n"

        #expect(refusal("roc-paired", table).contains("use mrmc"))
    }

    @Test func `categories and scales must fit the ratings`() {
        let words = "reader,case,rating\nR1,1,mild\nR2,1,severe\n"

        #expect(refusal("agreement", words, ["scale=ordinal"]).contains("is a word"))
        #expect(
            refusal("agreement", words, ["categories=mild"]).contains("not among the categories"))
        let three = "reader,case,rating\nR1,1,0\nR2,1,1\nR3,1,1\n"
        #expect(refusal("agreement", three, ["bootstrap=200"]).contains("There are 3 raters"))
    }

    @Test func `a category is one however its number is written`() throws {
        let plain =
            "reader,case,rating\nR1,1,10\nR2,1,10\nR1,2,2\nR2,2,2\nR1,3,10\nR2,3,2\nR1,4,3\nR2,4,3\n"
        let mixed = plain.replacing("R2,1,10", with: "R2,1,10.0")
            .replacing("R2,2,2", with: "R2,2,02")

        let found = try results("agreement", plain, ["scale=interval"])

        #expect(found["categories"] == .value(3))
        #expect(found["category.10.specificAgreement"] == .value(2.0 / 3))
        #expect(try results("agreement", mixed, ["scale=interval"]) == found)
        #expect(try results("agreement", mixed, ["scale=interval", "categories=2,3,10"]) == found)
    }

    @Test(arguments: ["nan", "inf", "-Infinity"])
    func `what is no finite number is a word`(rating: String) {
        let table = "reader,case,rating\nR1,1,\(rating)\nR2,1,1\nR1,2,1\nR2,2,1\n"

        #expect(refusal("agreement", table, ["scale=interval"]).contains("is a word"))
        #expect(refusal("agreement", table, ["categories=0,1"]).contains(".csv:2: The rating"))
    }

    @Test func `tables of counts are checked`() {
        #expect(
            refusal("chi-square", "row,column,count\na,x,1\na,x,2\n").contains("A second count"))
        #expect(refusal("chi-square", "row,column,count\na,x,-1\n").contains("not a whole number"))
        #expect(
            refusal("serial-dichotomy", "stage,from,to,count\n1,mild,0,1\n").contains(
                "grade in from"))
    }

    @Test func `a pilot of several readers plans the cases of a study`() throws {
        let method = try StatisticsMethod.named("sample-size")
        let pilot = [
            "interaction=0.0002004", "error=0.00080229", "cov1=0.00034661", "cov2=0.00034407",
            "cov3=0.00023903", "pilotCases=114", "difference=0.0438", "readers=6",
        ]
        func plan(_ asked: String) throws -> Quantity? {
            let request = try StatisticsRequest(
                method: method, input: nil, counts: nil,
                parameters: ["design=mrmc", asked] + pilot)
            return try method.answer(request).results.first?.quantity
        }

        #expect(try plan("power=0.8") == .value(251))
        #expect(abs(try #require(try plan("cases=251")?.value) - 0.8005) < 1e-3)
        #expect(throws: Refusal.self) { try plan("cases=250.5") }
    }

    @Test func `numbers beyond all reason are refused and never crash`() throws {
        let two = "reader,case,rating\nR1,1,0\nR2,1,1\nR1,2,0\nR2,2,1\n"

        #expect(refusal("agreement", two, ["bootstrap=1e300"]).contains("Write a whole number"))
        #expect(
            refusal("agreement", two, ["bootstrap=200", "seed=-1"]).contains("a whole number"))
        let large = "row,column,count\na,x,9223372036854775807\na,y,9223372036854775807\n"
        #expect(refusal("chi-square", large).contains("up to 1000000000"))
        let wide = (0..<4000).map { "R\($0),\($0 % 2 == 0 ? "A" : "B"),C\($0),1,1" }
        let table = "reader,modality,case,truth,rating\n" + wide.joined(separator: "\n") + "\n"
        #expect(refusal("mrmc", table).contains("too many different units"))
        let categories = (0..<25_000).map { "R\($0 % 2),C\($0 / 2),\($0)" }
        let values = "reader,case,rating\n" + categories.joined(separator: "\n") + "\n"
        #expect(refusal("agreement", values).contains("too many different categories"))
    }
}

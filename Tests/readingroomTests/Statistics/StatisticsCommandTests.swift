import Foundation
import Testing

@testable import readingroom

@Suite struct StatisticsCommandTests {
    private struct Object: Decodable {
        struct Result: Decodable {
            let q: String
            let value: Double?
            let reason: String?
        }
        let method: String
        let notes: [String]
        let results: [Result]
    }

    private let counts = ["--counts", "tp=12,fn=0,fp=0,tn=30"]

    @Test func `JSON carries each number and each reason`() throws {
        let run = try BuiltProgram.run(["statistics", "accuracy", "--format", "json"] + counts)

        let object = try JSONDecoder().decode(Object.self, from: Data(run.output.utf8))
        let results = Dictionary(uniqueKeysWithValues: object.results.map { ($0.q, $0) })
        #expect(run.status == 0)
        #expect(object.method == "accuracy")
        #expect(results["sensitivity.estimate"]?.value == 1)
        #expect(results["diagnosticOddsRatio.estimate"]?.value == nil)
        #expect(results["diagnosticOddsRatio.estimate"]?.reason?.contains("zero cell") == true)
    }

    @Test func `CSV has one row a number, or the reason why there is none`() throws {
        let run = try BuiltProgram.run(["statistics", "accuracy", "--format", "csv"] + counts)

        #expect(run.output.hasPrefix("q,value,reason\r\ncounts.tp,12,\r\n"))
        #expect(
            run.output.contains(
                "diagnosticOddsRatio.estimate,,division by zero: a zero cell\r\n"))
    }

    @Test func `text never shows a NaN`() throws {
        let run = try BuiltProgram.run(
            ["statistics", "accuracy", "--counts", "tp=0,fn=0,fp=0,tn=0"])

        #expect(run.status == 0)
        #expect(run.output.contains("(no reference-positive cases)"))
        #expect(!run.output.lowercased().contains("nan"))
    }

    @Test(arguments: StatisticsFormat.allCases)
    func `persistence of a grade is called so in every format`(format: StatisticsFormat) throws {
        let golden = try #require(GoldenCase.all.first { $0.id == "serial-ct04" })

        let run = try BuiltProgram.run(golden.arguments + ["--format", format.rawValue])

        #expect(run.output.contains("persists from one examination to the next"))
    }

    @Test func `a refusal goes to standard error with status 1`() throws {
        let golden = try #require(GoldenCase.all.first { $0.id == "refuse-paired-duplicate" })

        let run = try BuiltProgram.run(golden.arguments)

        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.problems.contains("A second row of modality x, case 1"))
    }

    @Test func `the list tells every method's question and source`() throws {
        let run = try BuiltProgram.run(["statistics", "list"])

        for method in StatisticsMethod.all {
            #expect(run.output.contains(method.name))
            #expect(run.output.contains(method.question))
            #expect(run.output.contains(method.source))
        }
    }

    @Test(arguments: [
        (["statistics", "accurcy"], "There is no method \"accurcy\""),
        (["statistics", "accuracy"], "has no data"),
        (["statistics", "accuracy", "--counts", "tp=1"], "The count fn is missing"),
        (["statistics", "accuracy", "--counts", "tp=x"], "cannot be read"),
        (["statistics", "accuracy", "--counts", "tp=-1,fn=0,fp=0,tn=0"], "Counts begin at 0"),
        (["statistics", "accuracy", "--params", "colour=red"], "no parameter \"colour\""),
        (
            ["statistics", "sample-size", "--params", "design=mcnemar", "--params", "level=two"],
            "Write a number"
        ),
        (["statistics", "sample-size", "--params", "design=sensitivity"], "expected is missing"),
        (["statistics", "sample-size", "--params", "design=x"], "it can be sensitivity"),
        (["statistics", "chi-square", "--counts", "a=1"], "takes no counts"),
        (["statistics", "accuracy", "--input", "nowhere.csv"], "cannot be opened"),
    ])
    func `a mistake is told in a sentence`(arguments: [String], sentence: String) throws {
        let run = try BuiltProgram.run(arguments)

        #expect(run.status == 1)
        #expect(run.problems.contains(sentence))
    }
}

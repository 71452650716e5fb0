import Foundation
import Statistics
import Testing

@testable import readingroom

@Suite struct GoldenStatisticsTests {
    @Test func `every case is read and has a method`() {
        let files =
            (try? FileManager.default.contentsOfDirectory(atPath: GoldenCase.folder.path)) ?? []
        #expect(GoldenCase.all.count == files.count { $0.hasSuffix(".json") })
        #expect(
            Set(GoldenCase.all.map(\.method)).isSubset(of: StatisticsMethod.all.map(\.name)))
    }

    @Test(arguments: GoldenCase.all.filter { $0.error == nil })
    func `the library gives the numbers of R`(golden: GoldenCase) throws {
        let method = try StatisticsMethod.named(golden.method)
        let request = try StatisticsRequest(
            method: method, input: golden.path, counts: golden.counts,
            parameters: golden.parameters)

        let answer = try method.answer(request)

        let found = Dictionary(
            answer.results.map { ($0.name, $0.quantity) }, uniquingKeysWith: { first, _ in first })
        #expect(found.count == answer.results.count, "a name stands twice")
        for number in golden.expected { expect(found[number.q], toBe: number) }
    }

    @Test(arguments: GoldenCase.all.filter { $0.error != nil })
    func `bad input is refused with a sentence`(golden: GoldenCase) throws {
        let method = try StatisticsMethod.named(golden.method)
        let request = try StatisticsRequest(
            method: method, input: golden.path, counts: golden.counts,
            parameters: golden.parameters)

        let refusal = #expect(throws: Refusal.self) { try method.answer(request) }

        let sentence = refusal?.description ?? ""
        #expect(sentence.hasPrefix(GoldenCase.folder.path))
        #expect(sentence.hasSuffix("."))
    }

    private func expect(_ found: Quantity?, toBe number: GoldenCase.Number) {
        guard let found else {
            Issue.record("\(number.q) is not printed")
            return
        }
        guard let value = number.value else {
            #expect(found.reason?.isEmpty == false, "\(number.q) has a value")
            return
        }
        guard let own = found.value, let tolerance = number.tol else {
            Issue.record("\(number.q) is undefined: \(found.reason ?? "")")
            return
        }
        #expect(abs(own - value) <= tolerance, "\(number.q): \(own), not \(value)")
    }
}

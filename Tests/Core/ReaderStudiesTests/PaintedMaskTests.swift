import Foundation
import Testing

@testable import ReaderStudies

@Suite struct PaintedMaskTests {
    private func coded(_ slice: PaintedSlice) throws -> String {
        String(decoding: try JSONEncoder().encode(slice), as: UTF8.self)
    }

    private func decoded(_ text: String) throws -> PaintedSlice {
        try JSONDecoder().decode(PaintedSlice.self, from: Data(text.utf8))
    }

    @Test func `runs are a short text that says where they are`() throws {
        let slice = PaintedSlice(slice: 3, runs: [0, 4, 508, 4, 600, 100_000])

        let text = try coded(slice)

        #expect(RunText.text(of: slice.runs) == "AE4PE4Cg1hD")
        #expect(try decoded(text) == slice)
        #expect(RunText.text(of: [])?.isEmpty == true)
        #expect(try decoded(coded(PaintedSlice(slice: 0, runs: []))).runs.isEmpty)
    }

    @Test func `lists of older stores are read, and runs that overlap stay lists`() throws {
        #expect(
            try decoded(#"{"slice":2,"runs":[7,3,20,1]}"#)
                == PaintedSlice(slice: 2, runs: [7, 3, 20, 1]))
        for runs in [[0, 4, 2, 4], [-1, 3], [5], [9, 0]] {
            let slice = PaintedSlice(slice: 1, runs: runs)
            #expect(try coded(slice).contains("["))
            #expect(try decoded(coded(slice)) == slice)
        }
    }

    @Test(arguments: ["A", "AB*C", "g", "/////////////A", "AAA", "é"])
    func `a text that is none of runs is refused`(_ text: String) {
        #expect(RunText.runs(text) == nil)
        #expect(throws: DecodingError.self) { try decoded(#"{"slice":0,"runs":"\#(text)"}"#) }
    }

    @Test func `any runs come back`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var (runs, end): ([Int], Int) = ([], 0)
            for _ in 0..<Int.random(in: 0...40, using: &generator) {
                let start = end + Int.random(in: 0...3_000, using: &generator)
                let count = Int.random(in: 1...3_000, using: &generator)
                runs += [start, count]
                end = start + count
            }
            #expect(RunText.text(of: runs).flatMap(RunText.runs) == runs)
        }
    }

    @Test func `two lungs in 300 slices of 512 rows take less than a megabyte`() throws {
        let runs = (80..<430).flatMap { (row: Int) -> [Int] in
            [row * 512 + 60 + row % 7, 150 + row % 5, row * 512 + 300 + row % 3, 140]
        }
        let mask = PaintedMask(
            name: "whole", slices: (0..<300).map { PaintedSlice(slice: $0, runs: runs) })

        #expect(try JSONEncoder().encode(mask).count < 1_000_000)
    }
}

import Testing

@testable import Statistics

@Suite struct ROCTests {
    @Test func `placements by one sort equal the count of all pairs`() {
        var generator = SystemRandomNumberGenerator()
        let positives = (0..<40).map { _ in Double(Int.random(in: 0...12, using: &generator)) }
        let negatives = (0..<60).map { _ in Double(Int.random(in: 0...12, using: &generator)) }

        let placements = Placements(positives: positives, negatives: negatives)

        for (rating, placement) in zip(positives, placements.positives) {
            let below = negatives.reduce(0.0) { $0 + ($1 < rating ? 1 : $1 == rating ? 0.5 : 0) }
            #expect(abs(placement - below / 60) < 1e-12)
        }
        for (rating, placement) in zip(negatives, placements.negatives) {
            let above = positives.reduce(0.0) { $0 + ($1 > rating ? 1 : $1 == rating ? 0.5 : 0) }
            #expect(abs(placement - above / 40) < 1e-12)
        }
    }

    @Test func `thresholds beyond all ratings call everything or nothing`() throws {
        let roc = try ROC(ratings: [1, 2, 3, 4], diseased: [false, false, true, true])

        #expect(roc.accuracy(at: 9).sensitivity == .value(0))
        #expect(roc.accuracy(at: 9).specificity == .value(1))
        #expect(roc.accuracy(at: 0).specificity == .value(0))
    }

    @Test func `a test at chance has a corrected partial area of one half`() throws {
        let roc = try ROC(ratings: [1, 1, 1, 1], diseased: [false, false, true, true])

        let partial = try roc.partialArea(to: 0.2)

        #expect(abs(try #require(partial.corrected.value) - 0.5) < 1e-12)
        #expect(throws: StatisticsError.self) { try roc.partialArea(to: 0) }
    }

    @Test func `too few units give reasons everywhere`() throws {
        let roc = try ROC(ratings: [1, 2, 3], diseased: [false, false, true])
        let paired = try PairedROC(
            first: [1, 2, 3], second: [1, 2, 3], diseased: [false, false, true])

        #expect(roc.accuracy(at: 1).sensitivity.reason == "fewer than two positives")
        #expect(try roc.partialArea(to: 0.1).estimate.reason == "fewer than two positives")
        #expect(paired.results.dropFirst(2).allSatisfy { $0.quantity.value == nil })
    }

    @Test func `unequal columns are refused`() {
        #expect(throws: StatisticsError.self) { try ROC(ratings: [1], diseased: []) }
        #expect(throws: StatisticsError.self) {
            try PairedROC(first: [1], second: [1, 2], diseased: [true])
        }
    }

    @Test func `leaving out each case by formula equals ranking the rest again`() throws {
        let ratings: [Double] = [1, 3, 2, 5, 4, 4, 2, 3]
        let diseased = [false, false, false, false, true, true, true, true]
        let design = try MRMCDesign(
            readers: ["A", "B"], modalities: ["x", "y"], diseased: diseased,
            ratings: [[ratings, ratings.reversed()], [ratings, ratings]])

        let found = MRMCEstimates(design, .area, .jackknife)

        let left = ratings.indices.map { out in
            let rest = ratings.indices.filter { $0 != out }
            return ROC.placements(rest.map { ratings[$0] }, rest.map { diseased[$0] }).area
        }
        let n = Double(ratings.count)
        let mean = left.reduce(0, +) / n
        let variance = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * (n - 1) / n
        #expect(abs(found.covariance[0, 0] - variance) < 1e-12)
    }

    @Test func `one reader or one class is refused for several readers`() {
        let error = #expect(throws: StatisticsError.self) {
            try MRMCDesign(
                readers: ["A"], modalities: ["x", "y"], diseased: [true, false], ratings: [])
        }
        #expect(error?.description.contains("use roc-paired") == true)
        #expect(throws: StatisticsError.self) {
            try MRMCDesign(
                readers: ["A", "B"], modalities: ["x", "y"], diseased: [true, true], ratings: [])
        }
        let diseased = [true, true, false, false]
        #expect(throws: StatisticsError.self) {
            try MRMCDesign(
                readers: ["A", "B"], modalities: ["x", "y"], diseased: diseased, ratings: [])
        }
        #expect(throws: StatisticsError.self) {
            try MRMCDesign(
                readers: ["A", "B"], modalities: ["x", "y"], diseased: diseased,
                ratings: [[[1], [1]], [[1], [1]]])
        }
    }
}

import Testing

@testable import Statistics

/// The tables of the Moscow CT 0–4 study: earlier grade by later grade, and what follows from them.
struct GradeTable: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let counts: [[Int]]

    static let first = GradeTable(
        testDescription: "first to second CT",
        counts: [
            [16, 37, 13, 3, 1], [7, 122, 71, 18, 4], [1, 29, 85, 40, 5], [0, 1, 15, 56, 12],
            [0, 0, 1, 4, 11],
        ])
    static let second = GradeTable(
        testDescription: "second to third CT",
        counts: [
            [11, 5, 7, 1, 0], [13, 158, 20, 6, 0], [1, 59, 110, 21, 1], [0, 4, 39, 75, 3],
            [0, 1, 3, 17, 12],
        ])
    static let third = GradeTable(
        testDescription: "third to fourth CT",
        counts: [
            [22, 4, 0, 0, 0], [81, 144, 3, 1, 0], [16, 81, 77, 4, 1], [9, 17, 33, 57, 4],
            [2, 1, 1, 5, 7],
        ])

    /// Later grade and whether the earlier one was 3 or more, one each patient.
    var ratings: (later: [Double], severe: [Bool]) {
        var (later, severe): ([Double], [Bool]) = ([], [])
        for (from, row) in counts.enumerated() {
            for (to, count) in row.enumerated() {
                later += [Double](repeating: Double(to), count: count)
                severe += [Bool](repeating: from >= 3, count: count)
            }
        }
        return (later, severe)
    }

    var square: SquareTable {
        var table = SquareTable(order: 5)
        for row in 0..<5 {
            for column in 0..<5 { table[row, column] = Double(counts[row][column]) }
        }
        return table
    }

    func accuracy(prevalence: Double? = nil) throws -> Accuracy {
        let (later, severe) = ratings
        return try Accuracy(
            try AccuracyCounts(diseased: severe, called: later.map { $0 >= 3 }),
            prevalence: prevalence)
    }
}

/// Whether `quantity` is `number` within `tolerance`; an undefined one is told with its reason.
func expect(
    _ quantity: Quantity?, _ number: Double, within tolerance: Double = 1e-6,
    _ location: SourceLocation = #_sourceLocation
) {
    guard let value = quantity?.value else {
        Issue.record("undefined: \(quantity?.reason ?? "")", sourceLocation: location)
        return
    }
    #expect(abs(value - number) <= tolerance, sourceLocation: location)
}

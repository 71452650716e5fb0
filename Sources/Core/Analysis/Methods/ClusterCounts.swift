import Statistics

/// Cross tables of calls against truth, one a participant, with their sum.
struct ClusterCounts {
    /// tp, fn, fp, tn of each participant that has any.
    let clusters: [[Int]]
    /// All together.
    let total: AccuracyCounts
    /// The records behind it.
    let source: EventSet

    /// The tables of calls that have an answer and a truth.
    init(_ table: CallTable) throws(AnalysisError) {
        var places = Places<Int>()
        var clusters: [[Int]] = []
        let used = table.calls.filter { table.isRight($0) != nil }
        for call in used {
            let unit = table.units[call.unit]
            guard let truth = unit.truth.isPositive, let positive = call.positive else { continue }
            let place = places.place(of: unit.participant)
            if place == clusters.count { clusters.append([0, 0, 0, 0]) }
            clusters[place][truth ? (positive ? 0 : 1) : (positive ? 2 : 3)] += 1
        }
        self.clusters = clusters
        let sums = (0..<4).map { cell in clusters.reduce(0) { $0 + $1[cell] } }
        total = try AnalysisError.telling { () throws(StatisticsError) in
            try AccuracyCounts(
                truePositive: sums[0], falseNegative: sums[1], falsePositive: sums[2],
                trueNegative: sums[3])
        }
        source = table.source(used)
    }

    /// Whether no participant has two units, so that units are independent.
    var isIndependent: Bool { clusters.allSatisfy { $0.reduce(0, +) <= 1 } }

    /// Participants with a unit in any of `cells`.
    func count(_ cells: [Int]) -> Int {
        clusters.count { cluster in cells.contains { cluster[$0] > 0 } }
    }
}

extension CallTable {
    /// Whether a call is right; `nil` where call or truth is not known.
    func isRight(_ call: Call) -> Bool? {
        guard call.state == .value, let positive = call.positive,
            let truth = units[call.unit].truth.isPositive
        else { return nil }
        return positive == truth
    }
}

extension AnalysisError {
    /// The value of `body`, whose errors become the analysis's.
    static func telling<Value>(
        _ body: () throws(StatisticsError) -> Value
    ) throws(AnalysisError) -> Value {
        do { return try body() } catch { throw .statistics(error) }
    }
}

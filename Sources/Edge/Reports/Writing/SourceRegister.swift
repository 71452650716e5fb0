import Analysis

/// The sets of records behind the numbers, each once under a short name such as `S3`.
struct SourceRegister: Sendable {
    /// The sets, in the order in which they first stand behind a number.
    private(set) var sets: [EventSet] = []
    private var places: [Key: Int] = [:]

    /// A set by a few of its numbers first: studies have a million records and a hundred sets.
    private struct Key: Hashable {
        let set: EventSet

        func hash(into hasher: inout Hasher) {
            hasher.combine(set.count)
            hasher.combine(set.numbers.first)
            hasher.combine(set.numbers.last)
            hasher.combine(set.numbers.isEmpty ? 0 : set.numbers[set.count / 2])
        }
    }

    /// The sets of every number of `result`.
    init(_ result: AnalysisResult) {
        for answers in result.flow.answers { add(answers.source) }
        for content in result.sections.flatMap(\.contents) {
            switch content {
            case .estimates(let estimates): for estimate in estimates { add(estimate.source) }
            case .crossTable(let table): add(table.source)
            case .agreement(let matrix): add(matrix.source)
            case .curve(let curve):
                add(curve.source)
                add(curve.area.source)
            case .differences(let plot):
                add(plot.source)
                for limit in [plot.bias, plot.lowerLimit, plot.upperLimit] { add(limit.source) }
            case .times(let times): add(times.source)
            case .values: break
            }
        }
    }

    /// The name of `set`; empty for the empty set.
    func name(of set: EventSet) -> String {
        places[Key(set: set)].map { "S\($0 + 1)" } ?? ""
    }

    private mutating func add(_ set: EventSet) {
        guard set.count > 0, places[Key(set: set)] == nil else { return }
        places[Key(set: set)] = sets.count
        sets.append(set)
    }
}

/// What can be analysed without a plan: findings that are absent (0) or present (1).
struct DefaultFindings {
    private let table: ReadTable
    private let reference: Reference

    init(_ table: ReadTable, _ reference: Reference) {
        (self.table, self.reference) = (table, reference)
    }

    /// Items with the answers 0 and 1 alone, those of the reference first choice.
    ///
    /// - Throws: `AnalysisError.nothing` where there is none.
    func findings() throws(AnalysisError) -> [Finding] {
        var texts: [Int: Set<Int>] = [:]
        for answer in table.answers where answer.state == .value {
            texts[Int(answer.item), default: []].insert(Int(answer.value))
        }
        let binary = table.items.names.indices.filter { item in
            guard let values = texts[item], !values.isEmpty else { return false }
            return values.allSatisfy { ["0", "1"].contains(table.values[$0]) }
        }.map { table.items[$0] }
        let known = reference.items
        let chosen = known.isEmpty ? binary : binary.filter(known.contains)
        guard !chosen.isEmpty else {
            throw .nothing(
                "No item has the answers 0 and 1 alone"
                    + (known.isEmpty ? "" : " and a reference")
                    + ", so it is not known which answers are positive. Say it in a plan.")
        }
        return chosen.map { item in
            let confidence = "confidence_\(item)"
            return .binary(
                item, confidence: table.items.find(confidence) == nil ? nil : confidence)
        }
    }
}

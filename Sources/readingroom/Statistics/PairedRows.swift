import Statistics

/// The rows of two arms brought together: same case, site and reader.
struct PairedRows {
    /// Rows of the first arm.
    let first: [Int]
    /// The rows that belong to them, in the second arm.
    let second: [Int]
    /// Pairs with a rating missing, which are not among these.
    let missing: Int

    /// Pairs the rows of the arms that the parameters `first` and `second` name.
    init(_ table: RatingTable, _ parameters: StatisticsParameters) throws {
        let arms = try TwoLabels(table.modalities, "modality", parameters)
        let keys = table.unitReaders
        var partners: [Int: Int] = [:]
        for row in 0..<table.count where table.modalities.places[row] == arms.second {
            partners[keys[row]] = row
        }
        var (first, second, missing) = ([Int](), [Int](), 0)
        for row in 0..<table.count where table.modalities.places[row] == arms.first {
            guard let partner = partners.removeValue(forKey: keys[row]),
                !table.ratings[row].isEmpty, !table.ratings[partner].isEmpty
            else {
                missing += 1
                continue
            }
            first.append(row)
            second.append(partner)
        }
        (self.first, self.second) = (first, second)
        self.missing = missing + partners.count
    }
}

/// Two names of one column: the first and the second of a comparison.
struct TwoLabels {
    /// Place of the first among the labels.
    let first: Int
    /// Place of the second.
    let second: Int

    /// The names that the parameters `first` and `second` give, or the only two that there are.
    init(_ column: LabelColumn, _ what: String, _ parameters: StatisticsParameters) throws {
        let names = (parameters.text("first"), parameters.text("second"))
        if names == (nil, nil), column.labels.count == 2 {
            (first, second) = (0, 1)
            return
        }
        func place(_ name: String?, _ parameter: String) throws -> Int {
            guard let name, let place = column.labels.firstIndex(of: name) else {
                throw Refusal(
                    (name.map { "There is no \(what) \"\($0.prefix(40))\"." }
                        ?? "The parameter \(parameter) is missing.")
                        + " Add --params \(parameter)=… with one of "
                        + column.labels.joined(separator: ", ") + ".")
            }
            return place
        }
        first = try place(names.0, "first")
        second = try place(names.1, "second")
        guard first != second else {
            throw Refusal("The \(what) is compared with itself. Name two.")
        }
    }
}

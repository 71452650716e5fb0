/// Categories that raters gave to units; ratings may be missing.
public struct RatingMatrix: Hashable, Sendable {
    /// Labels of the categories, in their order.
    public let categories: [String]
    /// Units with at least one rating or none.
    public let unitCount: Int
    /// Raters.
    public let raterCount: Int
    /// One category a unit and rater, unit by unit; −1 where missing.
    let cells: [Int]

    /// The ratings by unit and rater, as places in `categories`; `nil` where missing.
    public init(_ ratings: [[Int?]], categories: [String]) throws(StatisticsError) {
        let raters = ratings.first?.count ?? 0
        for unit in ratings {
            guard unit.count == raters else {
                throw .unequalLengths(
                    first: "ratings of a unit", unit.count, second: "raters", raters)
            }
            for case .some(let place) in unit where !categories.indices.contains(place) {
                throw .badParameter(
                    name: "categories", sentence: "There is no category number \(place + 1).")
            }
        }
        guard raters >= 2 else {
            throw .unsuitableDesign(
                "Agreement needs at least two raters. Add the ratings of another one.")
        }
        self.categories = categories
        (unitCount, raterCount) = (ratings.count, raters)
        cells = ratings.flatMap { $0.map { $0 ?? -1 } }
    }

    /// The rating of `rater` in `unit`, −1 where missing.
    func category(_ unit: Int, _ rater: Int) -> Int { cells[unit * raterCount + rater] }

    /// Ratings that are missing.
    public var missing: Int { cells.count { $0 < 0 } }

    /// Units with every rating.
    public var completeUnits: Int { (0..<unitCount).count { ratings(of: $0) == raterCount } }

    /// Units with two ratings or more.
    public var pairableUnits: Int { (0..<unitCount).count { ratings(of: $0) >= 2 } }

    /// How many rated `unit`.
    func ratings(of unit: Int) -> Int {
        cells[(unit * raterCount)..<((unit + 1) * raterCount)].count { $0 >= 0 }
    }

    /// Counts of the two raters' ratings, first by second, over the units that both rated.
    func table() -> SquareTable {
        var table = SquareTable(order: categories.count)
        for unit in 0..<unitCount {
            let (first, second) = (category(unit, 0), category(unit, 1))
            if first >= 0 && second >= 0 { table[first, second] += 1 }
        }
        return table
    }
}

/// Counts of pairs of categories.
public struct SquareTable: Hashable, Sendable {
    /// Categories.
    public let order: Int
    private var counts: [Double]

    /// A table of zeros.
    public init(order: Int) {
        self.order = order
        counts = [Double](repeating: 0, count: order * order)
    }

    /// How many got `first` from the first and `second` from the second rater.
    public subscript(first: Int, second: Int) -> Double {
        get { counts[first * order + second] }
        set { counts[first * order + second] = newValue }
    }

    /// All pairs.
    var total: Double { counts.reduce(0, +) }
    /// How often the first rater gave each category.
    var rows: [Double] {
        (0..<order).map { row in (0..<order).reduce(0) { $0 + self[row, $1] } }
    }
    /// How often the second rater gave each category.
    var columns: [Double] {
        (0..<order).map { column in (0..<order).reduce(0) { $0 + self[$1, column] } }
    }
}

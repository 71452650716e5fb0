/// Agreement beyond chance with its error over units.
public struct AgreementCoefficient: Hashable, Sendable, NamedResults {
    static let sameRating = "chance agreement is 1: every rating is the same"

    /// 1 is perfect, 0 what chance gives.
    public let estimate: Quantity
    /// By linearisation over the units.
    public let standardError: Quantity
    /// By t with one degree less than units, the upper limit cut at 1.
    public let interval: Interval

    static func undefined(_ reason: String) -> Self {
        Self(
            estimate: .undefined(reason), standardError: .undefined(reason),
            interval: .undefined(reason))
    }

    private init(estimate: Quantity, standardError: Quantity, interval: Interval) {
        (self.estimate, self.standardError) = (estimate, standardError)
        self.interval = interval
    }

    /// The coefficient where chance gives `chance`, and `chanceOfUnit` is each unit's part in it.
    ///
    /// Source: Gwet 2014, Handbook of Inter-Rater Reliability, 4th edition.
    init(_ units: UnitAgreement, chance: Double, chanceOfUnit: [Double], _ level: ConfidenceLevel) {
        guard units.pairable > 0 else {
            self = .undefined("no unit has two ratings")
            return
        }
        guard 1 - chance > 1e-12 else {
            self = .undefined(Self.sameRating)
            return
        }
        let kappa = (units.agreement - chance) / (1 - chance)
        let n = Double(units.count)
        guard units.count > 1 else {
            self = Self(
                estimate: Quantity(kappa), standardError: .undefined("a single unit"),
                interval: .undefined("a single unit"))
            return
        }
        let scale = n / Double(units.pairable)
        var sum = 0.0
        for unit in 0..<units.count {
            let own = units.totals[unit] >= 2 ? scale * (units.agreements[unit] - chance) : 0
            let part =
                (own - 2 * (1 - kappa) * (chanceOfUnit[unit] - chance)) / (1 - chance) - kappa
            sum += part * part
        }
        let error = (sum / (n * (n - 1))).squareRoot()
        let half = level.t(n - 1) * error
        self = Self(
            estimate: Quantity(kappa), standardError: Quantity(error),
            interval: Interval(kappa - half, min(1, kappa + half)))
    }

    /// `estimate`, `standardError`, `lower` and `upper`.
    @ResultList public var results: [ResultValue] {
        ResultValue("estimate", estimate)
        ResultValue("standardError", standardError)
        interval.results
    }
}

/// How far the ratings of each unit agree; units without any rating are left out.
struct UnitAgreement {
    /// Units with a rating.
    let count: Int
    /// Categories.
    let order: Int
    /// Weights of pairs of categories, row-major.
    let weights: [Double]
    /// How many raters gave each category, unit by unit.
    let counts: [Double]
    /// Ratings of each unit.
    let totals: [Double]
    /// The share of agreeing pairs in each unit; 0 where it has no pair.
    let agreements: [Double]
    /// Units with a pair.
    let pairable: Int
    /// The mean share of agreeing pairs.
    let agreement: Double
    /// How often each category was given: the mean over units of its share.
    let shares: [Double]
    /// Places of the units in the matrix.
    let rows: [Int]

    init(_ matrix: RatingMatrix, _ weights: AgreementWeights) {
        let order = matrix.categories.count
        let weight = weights.matrix(order)
        var (counts, totals, agreements): ([Double], [Double], [Double]) = ([], [], [])
        var rows: [Int] = []
        var shares = [Double](repeating: 0, count: order)
        var own = shares
        for unit in 0..<matrix.unitCount {
            for category in 0..<order { own[category] = 0 }
            for rater in 0..<matrix.raterCount {
                let category = matrix.category(unit, rater)
                if category >= 0 { own[category] += 1 }
            }
            let total = own.reduce(0, +)
            guard total > 0 else { continue }
            rows.append(unit)
            totals.append(total)
            counts += own
            agreements.append(Self.agreement(own, total, weight))
            for category in 0..<order { shares[category] += own[category] / total }
        }
        count = totals.count
        self.order = order
        self.weights = weight
        (self.counts, self.totals, self.agreements) = (counts, totals, agreements)
        self.rows = rows
        pairable = totals.count { $0 >= 2 }
        agreement = agreements.reduce(0, +) / Double(max(1, pairable))
        self.shares = shares.map { $0 / Double(max(1, totals.count)) }
    }

    private static func agreement(_ own: [Double], _ total: Double, _ weights: [Double]) -> Double {
        guard total >= 2 else { return 0 }
        var sum = 0.0
        for row in own.indices where own[row] > 0 {
            var weighted = -1.0
            for column in own.indices {
                weighted += weights[row * own.count + column] * own[column]
            }
            sum += own[row] * weighted
        }
        return sum / (total * (total - 1))
    }

    /// For each unit the mean over its ratings of a number for each category.
    func mean(_ numbers: [Double]) -> [Double] {
        (0..<count).map { unit in
            (0..<order).reduce(0) { $0 + counts[unit * order + $1] * numbers[$1] } / totals[unit]
        }
    }

    /// The weighted mean share of each category: Σ w·share.
    var weightedShares: [Double] {
        (0..<order).map { row in
            (0..<order).reduce(0) { $0 + weights[row * order + $1] * shares[$1] }
        }
    }
}

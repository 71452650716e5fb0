import Glibc

/// Arms of a reader study compared by a logistic GEE.
///
/// One indicator an arm other than the reference, then one a level of the covariate other than its
/// first. An arm whose outcomes are all equal leaves the counts and no model.
///
/// Source: Genders 2012, doi:10.1148/radiol.12120509. Agrees with R `geepack::geeglm`.
public struct ArmGEE: Sendable, NamedResults {
    /// One outcome: right or wrong, in an arm, in a cluster.
    public struct Unit: Hashable, Sendable {
        /// Place of the arm; 0 is the reference.
        public let arm: Int
        /// Place of the covariate's level; 0 where there is no covariate.
        public let covariate: Int
        /// The cluster.
        public let cluster: Int
        /// Whether the call is right.
        public let success: Bool

        /// A unit with its places.
        public init(arm: Int, covariate: Int = 0, cluster: Int, success: Bool) {
            (self.arm, self.covariate) = (arm, covariate)
            (self.cluster, self.success) = (cluster, success)
        }
    }

    /// Labels of the arms, the reference first.
    public let arms: [String]
    /// Name and levels of the covariate; no levels where there is none.
    public let covariate: (name: String, levels: [String])
    /// The model, or why there is none.
    public let model: LogisticGEE?
    private let reason: String
    private let successes: [Int]
    private let totals: [Int]
    private let size: Int
    private let clusters: Int
    private let maximumClusterSize: Int
    private let level: ConfidenceLevel

    /// The model of `units` in `arms` (the reference first).
    public init(
        _ units: [Unit], arms: [String], covariate: (name: String, levels: [String]) = ("", []),
        correlation: LogisticGEE.Correlation, denominators: LogisticGEE.Denominators = .geepack,
        errors: LogisticGEE.Errors = .sandwich, level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        guard !units.isEmpty else { throw .noData(what: "units with the outcome") }
        var (successes, totals) = (
            [Int](repeating: 0, count: arms.count), [Int](repeating: 0, count: arms.count)
        )
        var places = Places<Int>()
        var sizes: [Int] = []
        for unit in units {
            totals[unit.arm] += 1
            if unit.success { successes[unit.arm] += 1 }
            let place = places.place(of: unit.cluster)
            if place == sizes.count { sizes.append(0) }
            sizes[place] += 1
        }
        (self.arms, self.covariate) = (arms, covariate)
        (self.successes, self.totals, size) = (successes, totals, units.count)
        (clusters, maximumClusterSize) = (sizes.count, sizes.max() ?? 0)
        self.level = level
        if let reason = Self.separation(units, arms, covariate, successes, totals) {
            (self.reason, model) = (reason, nil)
            return
        }
        guard sizes.count > 1 else {
            (reason, model) = ("not estimable: all units are in one cluster", nil)
            return
        }
        let levels = max(1, covariate.levels.count)
        reason = ""
        model = try LogisticGEE(
            outcomes: units.map(\.success), rows: units.map { $0.arm * levels + $0.covariate },
            design: Self.design(arms.count, levels), clusters: units.map(\.cluster),
            correlation: correlation, denominators: denominators, errors: errors)
    }

    /// Every combination of arm and level as a row of the design.
    private static func design(_ arms: Int, _ levels: Int) -> [[Double]] {
        (0..<arms).flatMap { arm in
            (0..<levels).map { level in
                var row = [Double](repeating: 0, count: arms + levels - 1)
                row[0] = 1
                if arm > 0 { row[arm] = 1 }
                if level > 0 { row[arms - 1 + level] = 1 }
                return row
            }
        }
    }

    private static func separation(
        _ units: [Unit], _ arms: [String], _ covariate: (name: String, levels: [String]),
        _ successes: [Int], _ totals: [Int]
    ) -> String? {
        for (place, arm) in arms.enumerated()
        where successes[place] == 0 || successes[place] == totals[place] {
            return "not estimable: every outcome in arm \(arm) is the same"
        }
        for (place, label) in covariate.levels.enumerated() {
            let own = units.filter { $0.covariate == place }
            let right = own.count { $0.success }
            if right == 0 || right == own.count {
                return "not estimable: every outcome of \(covariate.name) \(label) is the same"
            }
        }
        return nil
    }

    /// Counts always, the model's numbers or why there are none.
    @ResultList public var results: [ResultValue] {
        ResultValue("n", size)
        ResultValue("clusters", clusters)
        ResultValue("maximumClusterSize", maximumClusterSize)
        for place in arms.indices {
            let name = "arm.\(ResultValue.part(arms[place]))"
            ResultValue("\(name).positive", successes[place])
            ResultValue("\(name).total", totals[place])
            ResultValue("\(name).crude", Double(successes[place]) / Double(totals[place]))
        }
        ResultValue("correlation.alpha", quantity { $0.alpha })
        ResultValue("scale", quantity { $0.scale })
        for (place, name) in coefficientNames.enumerated() {
            wald { ($0.coefficients[place], $0.covariance[place, place]) }
                .results(under: "coefficient.\(name)")
        }
        if covariate.levels.count < 2 { armEstimates }
        for later in arms.indices {
            for earlier in arms.indices where earlier < later { contrast(later, earlier) }
        }
        if arms.count > 2 { jointWald.results(under: "modality.wald") }
    }

    private var coefficientNames: [String] {
        ["intercept"] + arms.dropFirst().map { "modality.\(ResultValue.part($0))" }
            + covariate.levels.dropFirst().map { "\(covariate.name).\(ResultValue.part($0))" }
    }

    private func quantity(_ value: (LogisticGEE) -> Double) -> Quantity {
        model.map { Quantity(value($0)) } ?? .undefined(reason)
    }

    private func wald(_ value: (LogisticGEE) -> (estimate: Double, variance: Double)) -> WaldTest {
        model.map { WaldTest(value($0).estimate, variance: value($0).variance) }
            ?? .undefined(reason)
    }

    @ResultList private var armEstimates: [ResultValue] {
        for place in arms.indices {
            let name = "arm.\(ResultValue.part(arms[place]))"
            let logit = wald { model in
                let own = place > 0 ? place : 0
                let sum = place > 0 ? model.coefficients[own] : 0
                let added =
                    place > 0 ? model.covariance[own, own] + 2 * model.covariance[0, own] : 0
                return (model.coefficients[0] + sum, model.covariance[0, 0] + added)
            }
            let expit = { (x: Double) in 1 / (1 + exp(-x)) }
            ResultValue("\(name).estimate", logit.estimate.map(expit))
            ResultValue("\(name).standardErrorLogit", logit.standardError)
            logit.interval(level).map(expit).results(under: name)
        }
    }

    @ResultList private func contrast(_ later: Int, _ earlier: Int) -> [ResultValue] {
        let name = "contrast.\(ResultValue.part(arms[later]))-\(ResultValue.part(arms[earlier]))"
        let test = wald { model in
            var vector = [Double](repeating: 0, count: model.coefficients.count)
            vector[later] += 1
            if earlier > 0 { vector[earlier] -= 1 }
            return (
                zip(vector, model.coefficients).reduce(0) { $0 + $1.0 * $1.1 },
                model.covariance.quadraticForm(vector)
            )
        }
        test.results(under: name)
        ResultValue("\(name).oddsRatio.estimate", test.estimate.map { exp($0) })
        test.interval(level).map { exp($0) }.results(under: "\(name).oddsRatio")
    }

    private var jointWald: ChiSquaredTest {
        guard let model else { return .undefined(reason) }
        var block = SymmetricMatrix(order: arms.count - 1)
        for row in 0..<block.order {
            for column in 0..<block.order {
                block[row, column] = model.covariance[row + 1, column + 1]
            }
        }
        guard let inverse = try? block.inverse("The joint test", "") else {
            return .undefined("the covariance of the arms is singular")
        }
        return ChiSquaredTest(
            inverse.quadraticForm(Array(model.coefficients[1..<arms.count])),
            degrees: block.order)
    }
}

/// An estimate against its error, by the normal distribution.
public struct WaldTest: Hashable, Sendable, NamedResults {
    /// The estimate.
    public let estimate: Quantity
    /// Its error.
    public let standardError: Quantity
    /// Estimate / error.
    public let z: Quantity
    /// Two-sided.
    public let p: Quantity

    init(_ estimate: Double, variance: Double) {
        let error = max(0, variance).squareRoot()
        self.estimate = Quantity(estimate)
        standardError = Quantity(error)
        z = .ratio(estimate, error, "zero variance")
        p = z.map(NormalDistribution.twoSidedP)
    }

    private init(reason: String) {
        (estimate, standardError) = (.undefined(reason), .undefined(reason))
        (z, p) = (.undefined(reason), .undefined(reason))
    }

    static func undefined(_ reason: String) -> Self { Self(reason: reason) }

    /// Estimate ± z errors.
    func interval(_ level: ConfidenceLevel) -> Interval {
        guard let estimate = estimate.value, let error = standardError.value else {
            return .undefined(standardError.reason ?? "no estimate")
        }
        return Interval(around: estimate, level.z * error)
    }

    /// `estimate`, `standardError`, `z` and `p`.
    @ResultList public var results: [ResultValue] {
        ResultValue("estimate", estimate)
        ResultValue("standardError", standardError)
        ResultValue("z", z)
        ResultValue("p", p)
    }
}

/// All agreement between raters who put units into categories.
///
/// Each coefficient names its paper and its R function in its own file.
public struct Agreement: Hashable, Sendable, NamedResults {
    /// What the order of the categories means.
    public enum Scale: String, Hashable, Sendable, CaseIterable {
        /// Nothing.
        case nominal
        /// A higher place is more.
        case ordinal
        /// The values are numbers whose differences mean something.
        case interval

        /// The weights that make sense on this scale.
        public var weights: [AgreementWeights] {
            self == .nominal ? [.unweighted] : AgreementWeights.allCases
        }

        /// The distances that make sense on this scale.
        public var metrics: [KrippendorffAlpha.Metric] {
            switch self {
            case .nominal: [.nominal]
            case .ordinal: [.nominal, .ordinal]
            case .interval: [.nominal, .ordinal, .interval]
            }
        }
    }

    /// Every number.
    public let results: [ResultValue]

    /// The agreement in `matrix`; `values` are the numbers of its categories, one each.
    public init(
        _ matrix: RatingMatrix, scale: Scale, values: [Double], level: ConfidenceLevel = .standard
    ) throws(StatisticsError) {
        guard values.count == matrix.categories.count else {
            throw .unequalLengths(
                first: "values", values.count, second: "categories", matrix.categories.count)
        }
        results =
            Self.counts(matrix)
            + scale.weights.flatMap { Self.coefficients(matrix, $0, level) }
            + Self.alpha(matrix, scale, values)
            + (matrix.raterCount == 2 ? try Self.twoRaters(matrix, scale, level) : [])
    }

    @ResultList private static func counts(_ matrix: RatingMatrix) -> [ResultValue] {
        ResultValue("units", matrix.unitCount)
        ResultValue("raters", matrix.raterCount)
        ResultValue("categories", matrix.categories.count)
        ResultValue("completeUnits", matrix.completeUnits)
        ResultValue("pairableUnits", matrix.pairableUnits)
        ResultValue("missing", matrix.missing)
    }

    @ResultList private static func coefficients(
        _ matrix: RatingMatrix, _ weights: AgreementWeights, _ level: ConfidenceLevel
    ) -> [ResultValue] {
        let units = UnitAgreement(matrix, weights)
        let agreement: Quantity =
            units.pairable > 0 ? Quantity(units.agreement) : .undefined("no unit has two ratings")
        let fleiss = FleissKappa.coefficient(units, level)
        let name = weights.rawValue
        ResultValue(
            weights == .unweighted
                ? "percentAgreement.estimate" : "weightedAgreement.\(name).estimate", agreement)
        fleiss.results(under: "fleiss.\(name)")
        if weights == .unweighted && matrix.missing == 0 {
            FleissKappa.nullTest(fleiss, units, raters: matrix.raterCount)
                .results(under: "fleiss.unweighted")
        }
        CongerKappa.coefficient(matrix, units, level).results(under: "conger.\(name)")
        GwetCoefficient.coefficient(units, level).results(under: "gwet.\(name)")
    }

    private static func alpha(
        _ matrix: RatingMatrix, _ scale: Scale, _ values: [Double]
    ) -> [ResultValue] {
        let alpha = KrippendorffAlpha(matrix)
        return scale.metrics.map {
            ResultValue(
                "krippendorff.\($0.rawValue).estimate", alpha.estimate($0, values: values))
        }
    }

    private static func twoRaters(
        _ matrix: RatingMatrix, _ scale: Scale, _ level: ConfidenceLevel
    ) throws(StatisticsError) -> [ResultValue] {
        let table = matrix.table()
        let stuartMaxwell = try MarginalTests.stuartMaxwell(table)
        return scale.weights.flatMap {
            CohenKappa(table, $0, level: level).results(under: "cohen.\($0.rawValue)")
        }
            + SpecificAgreement(table, categories: matrix.categories).results
            + MarginalTests.bowker(table).results(under: "bowker")
            + stuartMaxwell.results(under: "stuartMaxwell")
    }
}

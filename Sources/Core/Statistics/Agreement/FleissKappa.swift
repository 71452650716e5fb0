/// Fleiss's κ for any number of raters: chance by the shares of the categories over all raters.
///
/// Source: Fleiss 1971, doi:10.1037/h0031619; error by Gwet 2014. Agrees with R
/// `irrCAC::fleiss.kappa.raw`.
public enum FleissKappa {
    static func coefficient(_ units: UnitAgreement, _ level: ConfidenceLevel)
        -> AgreementCoefficient
    {
        let weighted = units.weightedShares
        let chance = zip(units.shares, weighted).reduce(0) { $0 + $1.0 * $1.1 }
        return AgreementCoefficient(
            units, chance: chance, chanceOfUnit: units.mean(weighted), level)
    }

    /// The test that every rater rates at random, for complete data.
    ///
    /// Source: Fleiss, Nee and Landis 1979, doi:10.1037/0033-2909.86.5.974. Agrees with R
    /// `irr::kappam.fleiss`.
    static func nullTest(
        _ kappa: AgreementCoefficient, _ units: UnitAgreement, raters: Int
    ) -> NullTest {
        guard let estimate = kappa.estimate.value else {
            return .undefined(kappa.estimate.reason ?? AgreementCoefficient.sameRating)
        }
        let (n, r) = (Double(units.count), Double(raters))
        let spread = units.shares.reduce(0) { $0 + $1 * (1 - $1) }
        let skew = units.shares.reduce(0) { $0 + $1 * (1 - $1) * (1 - 2 * $1) }
        let error =
            (2 * max(0, spread * spread - skew)).squareRoot()
            / (spread * (n * r * (r - 1)).squareRoot())
        return NullTest(estimate, error: error)
    }
}

/// A coefficient against its error when there is no agreement beyond chance.
public struct NullTest: Hashable, Sendable, NamedResults {
    /// The error under the null hypothesis.
    public let standardError: Quantity
    /// Estimate / error.
    public let z: Quantity
    /// Two-sided.
    public let p: Quantity

    init(_ estimate: Double, error: Double) {
        standardError = Quantity(error)
        z = .ratio(estimate, error, "zero error under the null hypothesis")
        p = z.map(NormalDistribution.twoSidedP)
    }

    private init(reason: String) {
        (standardError, z, p) = (.undefined(reason), .undefined(reason), .undefined(reason))
    }

    static func undefined(_ reason: String) -> Self { Self(reason: reason) }

    /// `standardErrorNull`, `z` and `p`.
    @ResultList public var results: [ResultValue] {
        ResultValue("standardErrorNull", standardError)
        ResultValue("z", z)
        ResultValue("p", p)
    }
}

/// Gwet's AC1 (unweighted) and AC2 (weighted), which do not fall when one category prevails.
///
/// Source: Gwet 2008, doi:10.1348/000711006X126600. Agrees with R `irrCAC::gwet.ac1.raw`.
public enum GwetCoefficient {
    static func coefficient(_ units: UnitAgreement, _ level: ConfidenceLevel)
        -> AgreementCoefficient
    {
        let order = Double(units.order)
        let scale = units.weights.reduce(0, +) / (order * (order - 1))
        let chance = scale * units.shares.reduce(0) { $0 + $1 * (1 - $1) }
        return AgreementCoefficient(
            units, chance: chance,
            chanceOfUnit: units.mean(units.shares.map { scale * (1 - $0) }), level)
    }
}
